"""The peers' own environment, made once from a locked list with hashes."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from ketnoi.bench.house import say

LIST = Path(__file__).with_name("peers.txt")


def python(folder: Path, wanted: Path = LIST) -> Path:
    """The interpreter of the peers, installed the first time and whenever the list changes."""
    mark = hashlib.sha256(wanted.read_bytes()).hexdigest()[:12]
    place = folder / f"peers-{mark}"
    found = place / "bin" / "python"
    if not (place / "ready").exists():
        say("Đang cài các thư viện để so sánh… / Installing the peers…")
        shutil.rmtree(place, ignore_errors=True)
        for command in _commands(place, found, wanted):
            if subprocess.run(command, check=False).returncode:
                raise SystemExit("Chưa cài được. / Installing the peers failed.")
        (place / "ready").touch()
    return found


def packaged(interpreter: Path, name: str) -> Path:
    """A file that comes with one of the peers."""
    return next(interpreter.parents[1].glob(f"lib/python*/site-packages/{name}"))


def _commands(place: Path, found: Path, listed: Path) -> list[list[str]]:
    wanted = ["--require-hashes", "-r", str(listed)]
    if uv := shutil.which("uv"):
        return [
            [uv, "venv", "-q", "-p", sys.executable, str(place)],
            [uv, "pip", "install", "-q", "--python", str(found), *wanted],
        ]
    return [
        [sys.executable, "-m", "venv", str(place)],
        [str(found), "-m", "pip", "install", "-q", *wanted],
    ]
