"""A sealed file, written beside its place and put there only when it is whole and on the disk."""

import contextlib
import errno
import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from ketnoi.foundation.envelope.age import pyrage
from ketnoi.foundation.envelope.frames import Damaged, Frame, Reads, Sink, Source
from ketnoi.foundation.envelope.keeping import PART

FULL = {errno.ENOSPC, errno.EDQUOT}


class DiskFull(OSError):
    """There is no room for the file."""


class NoKeyFits(Exception):
    """None of the identities at hand opens this file."""


def write(path: Path, frames: Iterator[Frame], recipients: list[Any]) -> int:
    """Seal frames into a file; nothing of it is left when that does not succeed. Gives its size."""
    source = Source(frames)
    beside = path.with_name(f".{path.name}{PART}")
    try:
        with _opened(beside) as file:
            _seal(source, file, recipients)
            file.flush()
            os.fsync(file.fileno())
        beside.rename(path)
        _sync(path.parent)
    except BaseException as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno in FULL:
            raise DiskFull(error.errno, os.strerror(error.errno), str(path)) from error
        raise
    return path.stat().st_size


def read(path: Path, identities: list[Any], reader: Reads) -> None:
    """Open a file and tell a reader what it says. Raises Damaged for one byte that is not right."""
    sink = Sink(reader)
    with path.open("rb") as file:
        try:
            pyrage.decrypt_io(file, sink, identities)
        except BaseException as error:
            raise _told(sink.error or error) from error
    sink.close()


def put(path: Path, data: bytes) -> None:
    """A small file, whole or not at all."""
    beside = path.with_name(f".{path.name}{PART}")
    with _opened(beside) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.rename(path)
    _sync(path.parent)


def lines(paths: Iterable[Path]) -> list[str]:
    """The lines of some files."""
    return [line for path in paths for line in path.read_text().splitlines()]


def _opened(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def _seal(source: Source, file: Any, recipients: list[Any]) -> None:
    out = _Remembers(file)
    try:
        pyrage.encrypt_io(source, out, recipients)
    except BaseException as error:
        raise (source.error or out.error or error) from None


class _Remembers:
    """A file that keeps the error it met: age reports it in words of its own."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self.error: OSError | None = None

    def write(self, data: bytes) -> int:
        """Write on; after an error, nothing more."""
        if self.error:
            raise self.error
        try:
            return self._file.write(data)
        except OSError as error:
            self.error = error
            raise

    def flush(self) -> None:
        """Hand on what waits."""
        self._file.flush()


def _told(error: BaseException) -> BaseException:
    if isinstance(error, pyrage.DecryptError) and "No matching keys" in str(error):
        return NoKeyFits()
    # A chunk that does not hold is an OSError without a number; a bad disk has one.
    is_damage = isinstance(error, (pyrage.DecryptError, zlib.error, ValueError, KeyError))
    return Damaged() if is_damage or (isinstance(error, OSError) and not error.errno) else error


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
