"""Whom a copy is sealed to: the holders of the escrow, and the key file of the installation."""

from collections.abc import Iterable
from typing import Any

import pyrage

from ketnoi.foundation.crypto import ring

PURPOSE = "backup"
HUMAN = "age-secret-key-"
LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
SUM_LENGTH = 6


class NoRecipient(ValueError):
    """A line that should name a recipient or an identity of age does not."""


def own_identity() -> Any:
    """The identity that follows from the key file: who has brought that back opens every copy."""
    return pyrage.x25519.Identity.from_str(_bech32(HUMAN, ring().key(PURPOSE)).upper())


def recipients(lines: Iterable[str]) -> list[Any]:
    """The installation itself and the recipients of these lines (`age1…`, # for remarks)."""
    named = [line.split("#")[0].strip() for line in lines]
    try:
        others = [pyrage.x25519.Recipient.from_str(name) for name in named if name]
    except pyrage.RecipientError as error:
        raise NoRecipient from error
    return [own_identity().to_public(), *others]


def identities(lines: Iterable[str]) -> list[Any]:
    """The installation's own identity and those of these lines (`AGE-SECRET-KEY-1…`)."""
    named = [line.split("#")[0].strip() for line in lines]
    try:
        others = [pyrage.x25519.Identity.from_str(name) for name in named if name]
    except pyrage.IdentityError as error:
        raise NoRecipient from error
    return [own_identity(), *others]


def _bech32(human: str, data: bytes) -> str:
    """How age spells a key (BIP 173): letters that are hard to confuse, with a sum at the end."""
    values = _fives(data)
    spread = [ord(c) >> 5 for c in human] + [0] + [ord(c) & 31 for c in human]
    total = _sum([*spread, *values, *[0] * SUM_LENGTH]) ^ 1
    check = [(total >> 5 * (SUM_LENGTH - 1 - i)) & 31 for i in range(SUM_LENGTH)]
    return f"{human}1" + "".join(LETTERS[v] for v in [*values, *check])


def _fives(data: bytes) -> list[int]:
    """The bits of the bytes, five at a time."""
    bits = "".join(f"{byte:08b}" for byte in data)
    return [int(bits[i : i + 5].ljust(5, "0"), 2) for i in range(0, len(bits), 5)]


def _sum(values: Iterable[int]) -> int:
    total = 1
    for value in values:
        top = total >> 25
        total = (total & 0x1FFFFFF) << 5 ^ value
        for i, part in enumerate(GENERATOR):
            total ^= part if (top >> i) & 1 else 0
    return total
