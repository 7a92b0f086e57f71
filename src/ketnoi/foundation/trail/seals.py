"""What a seal is: the heads of the chains that moved, under one root, bound to the seal before.

Whoever keeps one seal of a number can tell whether that seal, or any before it, was replaced.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from ketnoi.foundation.crypto import signing

START = b"\0" * 32
LEAF, NODE = b"\0", b"\1"
DIGITS, GROUP = 24, 4
WRITTEN = re.compile(r"\{\"seal\".*?\}")
READ_ALOUD = re.compile(rf"^\s*(\d+)[:. ]\s*((?:\d{{{GROUP}}}[ -]?){{{DIGITS // GROUP}}})\s*$")

Leaf = tuple[UUID, int, bytes]


class NotASeal(ValueError):
    """A line that should be a seal is none."""


@dataclass(frozen=True)
class Seal:
    """Everything that was written until a moment, in 32 signed bytes.

    `chains` and `lines` count all that is sealed so far. Every line of a moment before `horizon` is
    under this seal or one before it: what turns up later with such a moment was put in.
    """

    number: int
    at: datetime
    horizon: datetime
    chains: int
    lines: int
    leaves: int
    root: bytes
    prev: bytes
    key: bytes = b""
    signature: bytes = b""

    @classmethod
    def of_row(cls, row: Sequence[Any]) -> "Seal":
        """A seal as it stands in its table."""
        told: list[Any] = [bytes(v) if isinstance(v, memoryview) else v for v in row]
        return cls(*told)

    @property
    def message(self) -> bytes:
        """What is signed."""
        told = [f.name for f in fields(self) if f.name not in {"key", "signature"}]
        return json.dumps(["ketnoi seal 1", *(_text(getattr(self, n)) for n in told)]).encode()

    @property
    def hash(self) -> bytes:
        """What the next seal is bound to, and what others keep."""
        return hashlib.sha256(self.message).digest()

    @property
    def digits(self) -> str:
        """The hash for ears and for paper: six groups of four digits."""
        number = int.from_bytes(self.hash, "big") % 10**DIGITS
        whole = f"{number:0{DIGITS}d}"
        return " ".join(whole[i : i + GROUP] for i in range(0, DIGITS, GROUP))

    @property
    def line(self) -> str:
        """The seal as it is handed to others, on one line."""
        told = {name: _text(value) for name, value in asdict(self).items()}
        return json.dumps({"seal": told.pop("number"), **told})

    @property
    def spoken(self) -> str:
        """The seal as it is read aloud or printed: its number and its digits."""
        return f"{self.number}: {self.digits}"

    def signed(self) -> "Seal":
        """The same seal with the signature of this installation."""
        made = {"key": signing.public_key(), "signature": signing.sign(self.message)}
        return Seal(**{**{f.name: getattr(self, f.name) for f in fields(self)}, **made})

    def is_signed(self) -> bool:
        """Whether the holder of `key` signed it."""
        return signing.is_signed(self.message, self.signature, self.key)


def root(leaves: Iterable[Leaf]) -> bytes:
    """The Merkle root over heads: each chain with its length and its last hash, in one order."""
    level = [_leaf(*leaf) for leaf in sorted(leaves)]
    while len(level) > 1:
        level = list(_pairs(level))
    return level[0] if level else START


def read(text: str) -> Iterator["Seal | tuple[int, str]"]:
    """The seals in what somebody kept: handed-over lines, or numbers with digits, in any text."""
    for written in WRITTEN.findall(text):
        yield _seal(written)
    for line in text.splitlines():
        if aloud := READ_ALOUD.match(line):
            yield int(aloud[1]), re.sub(r"\D", "", aloud[2])


def _pairs(level: Sequence[bytes]) -> Iterator[bytes]:
    for i in range(0, len(level) - 1, 2):
        yield hashlib.sha256(NODE + level[i] + level[i + 1]).digest()
    if len(level) % 2:
        yield level[-1]


def _leaf(chain: UUID, seq: int, head: bytes) -> bytes:
    return hashlib.sha256(LEAF + chain.bytes + seq.to_bytes(8, "big") + head).digest()


def _text(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.hex()
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value


def _seal(written: str) -> Seal:
    try:
        told = json.loads(written)
        told["number"] = told.pop("seal")
        for name in ("root", "prev", "key", "signature"):
            told[name] = bytes.fromhex(told[name])
        for name in ("at", "horizon"):
            told[name] = datetime.fromisoformat(told[name])
        return Seal(**told)
    except (ValueError, TypeError, KeyError) as error:
        raise NotASeal("a line that should be a seal cannot be read") from error
