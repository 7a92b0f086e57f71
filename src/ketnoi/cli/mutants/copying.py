"""A throw-away copy of the checkout: its own files and its own PostgreSQL, our libraries."""

import compileall
import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from py_compile import PycInvalidationMode

from ketnoi.cli import home
from ketnoi.cli.mutants.told import FOLDER, Mutant
from ketnoi.foundation.postgres import Cluster, held

KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR")


@contextmanager
def copied(root: Path) -> Iterator[Path]:
    """The copy, with a server that runs as long as the block; nothing is left of it."""
    with tempfile.TemporaryDirectory(prefix="ketnoi-mutants-") as folder:
        there = Path(folder)
        for name in files(root):
            (there / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, there / name)
        # Bytecode that knows its source by hash: what a mutant changes is compiled anew, alone.
        compiled = PycInvalidationMode.CHECKED_HASH
        compileall.compile_dir(there / "src", quiet=2, invalidation_mode=compiled)
        cluster = Cluster(there / ".ketnoi" / "test", fast=True)
        home.make(cluster)
        with held(cluster):
            yield there


@contextmanager
def harmed(there: Path, mutant: Mutant) -> Iterator[None]:
    """The copy with one harm done, for the length of the block."""
    path = there / mutant.file
    before = path.read_text() if mutant.before else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(mutant.changed(before or ""))
    try:
        yield
    finally:
        path.write_text(before) if before is not None else path.unlink()


def files(root: Path) -> list[str]:
    """What is checked in or about to be, by name."""
    command = ["git", "-C", str(root), "ls-files", "-z", "-co", "--exclude-standard"]
    names = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [name for name in names.split("\0") if name and (root / name).is_file()]


def mark(root: Path) -> str:
    """A short mark of code and tests, mutants left out: while it is the same, results hold."""
    digest = hashlib.sha256()
    for name in sorted(files(root)):
        if not name.startswith(FOLDER) and not name.endswith(".md"):
            digest.update(name.encode() + b"\0" + (root / name).read_bytes())
    return digest.hexdigest()[:16]


def surroundings(there: Path) -> dict[str, str]:
    """What the tests in the copy are told: nothing of this installation, and no stale bytecode."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return {**kept, "PYTHONPATH": str(there / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
