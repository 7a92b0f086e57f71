"""Where the worlds live: an own PostgreSQL cluster, one database for each, thrown away in time."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from ketnoi.foundation.crypto import keyfile
from ketnoi.foundation.postgres import Cluster, databases
from ketnoi.foundation.postgres.cluster import APP, OWNER

PACKAGE = Path(__file__).resolve().parents[1]
FOLDER = PACKAGE.parents[1] / ".ketnoi" / "simulation"
DECIDE = ("**/*.py", "**/*.sql", "*/data/**/*", "simulation/*.toml")
GROUND = (
    "*/migrations/*.py",
    "**/*.sql",
    "*/data/**/*",
    "*/models.py",
    "foundation/**/*.py",
    "simulation/network.py",
    "simulation/*.toml",
)
WORLDS = ("with_clocks", "without_clocks")


class Houses:
    """The cluster in a folder, and the databases of one simulation."""

    def __init__(self, folder: Path, *, days: int, cases: int, seed: int) -> None:
        self.folder = folder
        self.asked = [str(days), str(cases), str(seed)]
        self.cluster = Cluster(folder, fast=True, jit="off")
        # Another program or another question begins anew; the same one goes on.
        self.mark = _mark(DECIDE, *self.asked)
        self.ground = f"ground_{_mark(GROUND)}"
        if not (folder / "keys" / "root.key").exists():
            keyfile.create(folder / "keys")

    def database(self, world: str) -> str:
        """The name of the database of a world."""
        return f"{world}_{self.mark}"

    def diary(self, world: str) -> Path:
        """The folder in which the evenings of a world are kept."""
        return self.folder / "diary" / self.database(world)

    def build(self, *, fresh: bool) -> None:
        """Make the databases that are not there yet, and drop those of other simulations."""
        there = databases.names(self.cluster)
        kept = [self.ground, *([] if fresh else map(self.database, WORLDS))]
        for name in there:
            if name.startswith((*WORLDS, "ground")) and name not in kept:
                databases.drop(self.cluster, name)
                shutil.rmtree(self.folder / "diary" / name, ignore_errors=True)
        if self.ground not in there:
            self._found()
        for world in WORLDS:
            if fresh or self.database(world) not in there:
                databases.create(self.cluster, self.database(world), like=self.ground)

    def told(self, database: str) -> dict[str, str]:
        """The environment of a program that uses one of the databases."""
        return {
            "DATABASE_URL": self.cluster.url(APP, database),
            "KETNOI_OWNER_URL": self.cluster.url(OWNER, database),
            "DJANGO_SETTINGS_MODULE": "ketnoi.site.settings",
            "KETNOI_DIR": str(self.folder),
            "KETNOI_KEYS": str(self.folder / "keys"),
            "KETNOI_MODE": "test",
            "PYTHONPATH": str(PACKAGE.parent),
            "PYTHONUNBUFFERED": "1",
        }

    def _found(self) -> None:
        """The ground both worlds begin on; under its name only once it is whole."""
        half = "ground_half"
        databases.drop(self.cluster, half)
        databases.create(self.cluster, half)
        _run("ground", told=self.told(half))
        databases.rename(self.cluster, half, self.ground)

    def start(self, world: str) -> subprocess.Popen:
        """A world begins to live, or goes on, in a process of its own."""
        where = [world, str(self.diary(world)), *self.asked]
        return subprocess.Popen(
            _command("live", *where),
            env=_environment(self.told(self.database(world))),
            stdout=subprocess.PIPE,
            text=True,
        )


def _run(step: str, *, told: dict[str, str]) -> None:
    """Do one step in a process of its own."""
    subprocess.run(_command(step), env=_environment(told), check=True)


def _command(step: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "ketnoi.simulation.living", step, *arguments]


def _environment(told: dict[str, str]) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("KETNOI_", "PG"))}
    return kept | told


def _mark(decide: tuple[str, ...], *asked: str) -> str:
    """A short mark of everything that decides what comes out."""
    digest = hashlib.sha256("/".join(asked).encode())
    found = {path for pattern in decide for path in PACKAGE.glob(pattern) if path.is_file()}
    for path in sorted(p for p in found if "tests" not in p.parts and "__pycache__" not in p.parts):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]
