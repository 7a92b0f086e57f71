"""Where the measuring happens: one own PostgreSQL cluster, one database for each size."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ketnoi.foundation.crypto import keyfile
from ketnoi.foundation.postgres import Cluster, databases, held
from ketnoi.foundation.postgres.cluster import APP, OWNER

PACKAGE = Path(__file__).resolve().parents[1]
FOLDER = PACKAGE.parents[1] / ".ketnoi" / "bench"
SETTINGS = "ketnoi.site.settings"
DECIDE = (
    "*/migrations/*.py",
    "**/*.sql",
    "*/models.py",
    "foundation/guard/*.py",
    "foundation/bulk.py",
    "law/data/**/*",
    "bench/crowd.py",
    "bench/filing.py",
    "bench/loading.py",
    "bench/network.py",
    "bench/paperwork.py",
    "bench/stories.py",
)
PARTS = 2


def say(line: str) -> None:
    """Say how far we are, on the side of the output that no program reads."""
    print(line, file=sys.stderr, flush=True)


class House:
    """The cluster in a folder, and what programs need to know to use it."""

    def __init__(self, folder: Path, *, per_province: int) -> None:
        self.folder, self.per_province = folder, per_province
        self.cluster = Cluster(folder)
        # Worked out once: an edit during the run must not change what is measured.
        self.mark = mark()
        keyfile.create(folder / "keys")

    @contextmanager
    def filled(self, sizes: tuple[int, ...]) -> Iterator["House"]:
        """The cluster running as in production, with a database of each size in it."""
        missing = self._missing(sizes)
        if missing:
            with held(Cluster(self.folder, fast=True)) as fast:
                for size in missing:
                    self._fill(fast, size)
        with held(self.cluster):
            self._run("django", "collectstatic", "--noinput", "-v0", told=self.told(sizes[0]))
            yield self

    def database(self, size: int) -> str:
        """The name of a database: another one whenever what fills it has changed."""
        return f"bench_{size}_{self.mark}_{self.per_province}"

    def told(self, size: int, *, owner: bool = False) -> dict[str, str]:
        """The environment of a program that uses the database of one size."""
        return self._told(self.database(size), owner=owner)

    def postmaster(self) -> int:
        """The process that all backends are children of."""
        return int((self.cluster.data / "postmaster.pid").read_text().splitlines()[0])

    def _told(self, database: str, *, owner: bool) -> dict[str, str]:
        told = {
            "DATABASE_URL": self.cluster.url(APP, database),
            "DJANGO_SETTINGS_MODULE": SETTINGS,
            "KETNOI_DIR": str(self.folder),
            "KETNOI_KEYS": str(self.folder / "keys"),
            "KETNOI_HOSTS": "localhost",
            "KETNOI_MODE": "serve",
            "KETNOI_TLS": "off",
            "MALLOC_ARENA_MAX": "2",
            "PYTHONPATH": str(PACKAGE.parent),
            "PYTHONUNBUFFERED": "1",
        }
        return told | ({"KETNOI_OWNER_URL": self.cluster.url(OWNER, database)} if owner else {})

    def _missing(self, sizes: tuple[int, ...]) -> list[int]:
        with held(self.cluster):
            there = databases.names(self.cluster)
            for name in there:
                if name.startswith("bench_") and self.mark not in name:
                    databases.drop(self.cluster, name)
        return [size for size in sizes if self.database(size) not in there]

    def _fill(self, fast: Cluster, size: int) -> None:
        name = f"filling_{size}"
        databases.drop(fast, name)
        databases.create(fast, name)
        told = self._told(name, owner=True)
        facts = [str(size), str(self.per_province)]
        say(f"{size} hồ sơ: đang dựng… / {size} files: building…")
        self._run("ketnoi.bench.loading", "tables", told=told)
        day = self._run("ketnoi.bench.loading", "ground", *facts, told=told)
        self._load(size, [*facts, day], told)
        self._run("ketnoi.bench.loading", "tidy", told=told)
        databases.rename(fast, name, self.database(size))

    def _load(self, size: int, facts: list[str], told: dict[str, str]) -> None:
        parts = [
            start("ketnoi.bench.loading", "files", *facts, str(part), told=told)
            for part in range(PARTS)
        ]
        done = 0
        while lines := [line for part in parts if (line := part.stdout.readline())]:
            done += sum(map(int, lines))
            say(f"{done} / {size}")
        if any(part.wait() for part in parts):
            raise SystemExit("Chưa dựng được. / Filling failed.")

    def _run(self, module: str, *arguments: str, told: dict[str, str]) -> str:
        command = [sys.executable, "-m", module, *arguments]
        done = subprocess.run(
            command, env=environment(told), check=True, stdout=subprocess.PIPE, text=True
        )
        return done.stdout.strip()


def start(module: str, *arguments: str, told: dict[str, str]) -> subprocess.Popen:
    """Start one of our programs, to talk with it line by line."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        env=environment(told),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def environment(told: dict[str, str]) -> dict[str, str]:
    """The surrounding environment without what belongs to another installation."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("KETNOI_", "PG"))}
    return kept | told


def mark() -> str:
    """A short mark of everything that decides what is in the databases."""
    digest = hashlib.sha256()
    found = {path for pattern in DECIDE for path in PACKAGE.glob(pattern) if path.is_file()}
    for path in sorted(p for p in found if "tests" not in p.parts):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]
