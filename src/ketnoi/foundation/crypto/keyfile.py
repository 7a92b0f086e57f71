"""The key file: 32 random bytes outside the database, readable by one account only."""

import base64
import os
import secrets
import stat
from pathlib import Path

NAME = "root.key"
SIZE = 32


class NoKey(RuntimeError):
    """The key file is missing, open to others, or not a key. The message says what to do."""


def create(folder: Path) -> Path:
    """Make the folder and the key file, unless there is one."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / NAME
    if not path.exists():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
        with os.fdopen(handle, "wb") as file:
            file.write(base64.b64encode(secrets.token_bytes(SIZE)) + b"\n")
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
