"""The key file: 32 random bytes outside the database, readable by one account only."""

import base64
import contextlib
import os
import secrets
import stat
import tempfile
from pathlib import Path

NAME = "root.key"
SIZE = 32


class NoKey(RuntimeError):
    """The key file is missing, open to others, or not a key. The message says what to do."""


def create(folder: Path) -> Path:
    """Make the folder and the key file, unless there is one; two who start at once agree on one."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / NAME
    if not path.exists():
        _place(path, base64.b64encode(secrets.token_bytes(SIZE)) + b"\n")
    return path


def read(folder: Path) -> bytes:
    """The root key. Raises NoKey with a sentence that says where the file should be."""
    path = folder / NAME
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
