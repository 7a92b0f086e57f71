"""The folder of an installation on one machine, and the environment programs run in there."""

import os
import sys
from pathlib import Path

from ketnoi.foundation.postgres.cluster import APP, DATABASE, OWNER, Cluster

SOURCE = Path(__file__).resolve().parents[2]
PROJECT = SOURCE.parent
SETTINGS = "ketnoi.site.settings"
FOLDERS = ("keys", "mail", "log", "static", "run")
OURS = {
    "DATABASE_URL",
    "DJANGO_SETTINGS_MODULE",
    "KETNOI_ADDRESS_HEADER",
    "KETNOI_BACKUPS",
    "KETNOI_DIR",
    "KETNOI_EXIT_URL",
    "KETNOI_FROM",
    "KETNOI_GATEWAYS",
    "KETNOI_HOSTS",
    "KETNOI_KEYS",
    "KETNOI_LOCK_MINUTES",
    "KETNOI_MAIL",
    "KETNOI_MODE",
    "KETNOI_OWNER_URL",
    "KETNOI_POOL",
    "KETNOI_PUSH",
    "KETNOI_RECIPIENTS",
    "KETNOI_STATIC",
    "KETNOI_TLS",
    "KETNOI_UPLOAD_MB",
}
# What may be said to a demo from outside; all else belongs to another installation.
SHARED = {
    "KETNOI_ADDRESS_HEADER",
    "KETNOI_EXIT_URL",
    "KETNOI_LOCK_MINUTES",
    "KETNOI_POOL",
    "KETNOI_UPLOAD_MB",
}


def default() -> Path:
    """Where data are kept unless somebody says otherwise: in the checkout, or at the user's."""
    if os.environ.get("KETNOI_DIR"):
        return Path(os.environ["KETNOI_DIR"])
    if (PROJECT / "pyproject.toml").exists():
        return PROJECT / ".ketnoi"
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(state) / "ketnoi"


def make(cluster: Cluster) -> None:
    """Make the folders of an own installation and its key file, the first time."""
    for name in FOLDERS:
        (cluster.home / name).mkdir(mode=0o700, parents=True, exist_ok=True)
    if not (cluster.home / "keys" / "root.key").exists():
        from ketnoi.foundation.crypto import keyfile

        keyfile.create(cluster.home / "keys")


def environment(
    cluster: Cluster, *, mode: str, database: str = DATABASE, owner: bool = False
) -> dict[str, str]:
    """What a program needs to know; the owner's address only for those who prepare or check."""
    told = {
        "KETNOI_MODE": mode,
        "KETNOI_DIR": str(cluster.home),
        "KETNOI_KEYS": str(cluster.home / "keys"),
        "DATABASE_URL": cluster.url(APP, database),
        "DJANGO_SETTINGS_MODULE": SETTINGS,
    }
    if owner:
        told["KETNOI_OWNER_URL"] = cluster.url(OWNER, database)
    return told


def inherited() -> dict[str, str]:
    """The surrounding environment, without what belongs to another installation."""
    kept = {k: v for k, v in os.environ.items() if k not in OURS - SHARED}
    return {**kept, "PYTHONPATH": str(SOURCE), "PYTHONUNBUFFERED": "1"}


def settings_file() -> Path:
    """Where `init` writes the settings of a real installation."""
    return Path(os.environ.get("KETNOI_ENV") or default() / "ketnoi.env")


def read_settings(path: Path | None) -> None:
    """Take the settings of a file into the environment; what is set there already stays."""
    path = path or settings_file()
    if not path.exists():
        return
    for line in path.read_text().splitlines():
        name, is_one, value = line.partition("=")
        if is_one and not line.startswith("#"):
            os.environ.setdefault(name.strip(), value.strip())


def python(module: str, *arguments: str) -> list[str]:
    """The command that runs one of our modules with this Python."""
    return [sys.executable, "-m", module, *arguments]
