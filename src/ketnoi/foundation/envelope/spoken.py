"""Codes that are told by phone: letters that are not mistaken for one another, two to check.

The two check letters tell a slip of the pen from a code that is another one: any one letter that is
wrong, and any two that changed places, are noticed.
"""

import hmac
import secrets
from hashlib import sha256

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
BASE = len(LETTERS)
CHECKS = 2


class Mistyped(ValueError):
    """The letters do not fit together: somebody heard or typed one of them wrong."""


def new(length: int) -> str:
    """A fresh code of so many letters, the two that check among them."""
    return _checked([secrets.randbelow(BASE) for _ in range(length - CHECKS)])


def of(key: bytes, words: str, length: int) -> str:
    """The code that follows from a key and from words: who has not the key does not find it."""
    number = int.from_bytes(hmac.digest(key, words.encode(), sha256), "big")
    return _checked([number // BASE**i % BASE for i in range(length - CHECKS)])


def grouped(code: str, size: int) -> str:
    """The code as it is read out: K7FM-3QXA-9PDN-WT4C."""
    return "-".join(code[at : at + size] for at in range(0, len(code), size))


def read(typed: str, length: int) -> str:
    """The code that was typed, however it was spaced. Raises Mistyped when it cannot be one."""
    code = "".join(c for c in typed.upper() if c.isalnum())
    if len(code) != length or not set(code) <= set(LETTERS):
        raise Mistyped
    if _checked([LETTERS.index(c) for c in code[:-CHECKS]]) != code:
        raise Mistyped
    return code


def mark(name: str) -> str:
    """Half of a hash of a random name: whether it was met before, and nothing else."""
    return sha256(b"ketnoi:carried:" + name.encode()).hexdigest()[:32]


def _checked(values: list[int]) -> str:
    once = sum((at + 2) * value for at, value in enumerate(values)) % BASE
    twice = sum((at + 2) ** 2 * value for at, value in enumerate(values)) % BASE
    return "".join(LETTERS[value] for value in [*values, once, twice])
