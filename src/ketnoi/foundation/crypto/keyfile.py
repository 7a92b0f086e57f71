"""The key file: 32 random bytes outside the database, readable by one account only."""

import base64
import contextlib
import os
import secrets
import stat
import tempfile
from pathlib import Path

NAME = "root.key"
MORE = "root-*.key"
SIZE = 32


class NoKey(RuntimeError):
    """The key file is missing, open to others, or not a key. The message says what to do."""


def create(folder: Path) -> Path:
    """Make the folder and the key file, unless there is one; two who start at once agree on one."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / NAME
    if not path.exists():
        add(folder, secrets.token_bytes(SIZE), NAME)
    return path


def read(folder: Path) -> bytes:
    """The root key. Raises NoKey with a sentence that says where the file should be."""
    return read_one(folder / NAME)


def read_all(folder: Path) -> list[bytes]:
    """The root key, and during a rotation of the root the other one too."""
    return [read(folder), *map(read_one, sorted(folder.glob(MORE)))]


def add(folder: Path, key: bytes, name: str) -> Path:
    """Put a key file beside the root key; one that is there already stays."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _place(folder / name, base64.b64encode(key) + b"\n")
    return folder / name


def take_over(folder: Path, *, old: str, new: str) -> Path:
    """Let the new root take the name of the root key; the old one stays under a name of its own."""
    kept = folder / f"root-{old}.old"
    with contextlib.suppress(FileExistsError):
        os.link(folder / NAME, kept)
    os.replace(folder / f"root-{new}.key", folder / NAME)
    return kept


def read_one(path: Path) -> bytes:
    """The key in a file. Raises NoKey with a sentence that says where the file should be."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        key = base64.b64decode(path.read_bytes(), validate=False)
    except (OSError, ValueError) as error:
        raise NoKey(f"Không đọc được khóa. Tệp khóa phải nằm ở {path}, quyền 0400.") from error
    if mode & 0o077:
        raise NoKey(f"Tệp khóa đang mở cho người khác. Hãy chạy: chmod 0400 {path}")
    if len(key) != SIZE:
        raise NoKey(f"Tệp {path} không phải là tệp khóa của Kết Nối.")
    return key


def _place(path: Path, content: bytes) -> None:
    """Put a whole file there, or leave the one that came first: a link never replaces a file."""
    handle, made = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(made, 0o400)
        with contextlib.suppress(FileExistsError):
            os.link(made, path)
    finally:
        os.unlink(made)
