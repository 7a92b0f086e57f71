"""A short mark of files: while it is the same, what was made of them need not be made again."""

import hashlib
from collections.abc import Iterable
from importlib.metadata import distributions
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
SCHEMA = (
    "*/migrations/*.py",
    "**/*.sql",
    "*/models.py",
    "*/models/*.py",
    "foundation/guard/*.py",
    "foundation/books.py",
    "foundation/gathering.py",
    "foundation/trail/models.py",
    "site/settings.py",
    "*/data/**/*",
)
STATIC = ("**/static/**/*",)
DEMO = ("demo/**/*",)


def mark(patterns: Iterable[str]) -> str:
    """The mark of all files of the package that match, and of the versions of the libraries."""
    digest = hashlib.sha256(_libraries())
    found = {path for pattern in patterns for path in PACKAGE.glob(pattern) if path.is_file()}
    for path in sorted(path for path in found if "__pycache__" not in path.parts):
        digest.update(str(path.relative_to(PACKAGE)).encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _libraries() -> bytes:
    return "\n".join(sorted(f"{d.name}=={d.version}" for d in distributions())).encode()
