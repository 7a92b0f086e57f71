"""How a copy is laid out inside its seal: a compressed row of frames, each with its length.

A manifest first, then each table with its rows, then its count and its sum. Written by being
asked for bytes, read by being given them, so that no copy has to fit into memory.
"""

import hashlib
import json
import zlib
from collections.abc import Callable, Iterator
from typing import Any, Protocol

MAGIC = b"KETNOI-COPY-1\n"
HEAD = 5
LEVEL = 1
LARGEST = 64 * 1024 * 1024
Frame = tuple[bytes, bytes]
MANIFEST, TABLE, ROWS, END, LAST = b"M", b"T", b"R", b"E", b"L"


class Damaged(Exception):
    """The file is not a copy of ours, was cut off, or one of its bytes was changed."""


class Reads(Protocol):
    """Who is told what stands in a copy, in its order."""

    def manifest(self, told: dict[str, Any]) -> None: ...

    def table(self, told: dict[str, Any]) -> None: ...

    def rows(self, data: bytes) -> None: ...

    def end(self) -> None: ...


def said(kind: bytes, told: dict[str, Any]) -> Frame:
    """A frame that says something in JSON."""
    return kind, json.dumps(told, sort_keys=True).encode()


class Source:
    """What age reads from: frames, compressed, as many bytes at a time as are wanted."""

    def __init__(self, frames: Iterator[Frame]) -> None:
        self._bytes = _compressed(frames)
        self._left = b""
        self.error: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        """The next bytes; nothing at the end."""
        try:
            while not self._left:
                self._left = next(self._bytes)
        except StopIteration:
            return b""
        except BaseException as error:
            self.error = error
            raise
        given, self._left = self._left[:size], self._left[size:]
        return given


class Sink:
    """What age writes to: takes the bytes apart again and tells a reader what they say."""

    def __init__(self, reader: Reads) -> None:
        self._reader = reader
        self._unpack = zlib.decompressobj()
        self._held = bytearray()
        self._digest: Any = None
        self._begun = self._done = False
        self.error: BaseException | None = None

    def write(self, data: bytes) -> int:
        """Take the next bytes; after an error, nothing more."""
        if self.error:
            raise self.error
        try:
            self._held += self._unpack.decompress(data)
            self._take()
        except BaseException as error:
            self.error = error
            raise
        return len(data)

    def flush(self) -> None:
        """Nothing waits here."""

    def close(self) -> None:
        """Say that no byte follows. Raises Damaged when one should have."""
        if not self._done:
            raise Damaged

    def _take(self) -> None:
        if not self._begun and len(self._held) >= len(MAGIC):
            if self._held[: len(MAGIC)] != MAGIC:
                raise Damaged
            del self._held[: len(MAGIC)]
            self._begun = True
        while self._begun and (frame := self._next()):
            self._tell(*frame)

    def _next(self) -> Frame | None:
        if len(self._held) < HEAD:
            return None
        length = int.from_bytes(self._held[1:HEAD], "big")
        if length > LARGEST:
            raise Damaged
        if len(self._held) < HEAD + length:
            return None
        frame = bytes(self._held[:1]), bytes(self._held[HEAD : HEAD + length])
        del self._held[: HEAD + length]
        return frame

    def _tell(self, kind: bytes, data: bytes) -> None:
        if kind == ROWS:
            self._digest.update(data)
            return self._reader.rows(data)
        told = json.loads(data)
        if kind == TABLE:
            self._digest = hashlib.sha256()
        if kind == END and told["sum"] != self._digest.hexdigest():
            raise Damaged
        if kind == LAST:
            self._done = True
            return None
        tells: dict[bytes, Callable[..., None]] = {
            MANIFEST: self._reader.manifest,
            TABLE: self._reader.table,
            END: lambda _told: self._reader.end(),
        }
        return tells[kind](told)


def _compressed(frames: Iterator[Frame]) -> Iterator[bytes]:
    pack = zlib.compressobj(LEVEL)
    yield pack.compress(MAGIC)
    for kind, data in frames:
        head = kind + len(data).to_bytes(HEAD - 1, "big")
        yield pack.compress(head + data)
    yield pack.flush()
