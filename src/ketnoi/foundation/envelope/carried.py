"""A sealed file that is carried from one installation to another, opened with a code told by phone.

    magic (4)  version (1)  salt (16)  sealed (…)  sum (32)

The key comes from the code and the salt by Argon2id (RFC 9106, 64 MiB). Sealed is what `lock` makes
(AES-256-GCM), bound to everything before it. The sum (SHA-256 of all before it) protects nothing:
it tells a file that was damaged on its way from a code that was not the right one.
"""

import secrets
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from ketnoi.foundation.crypto import lock, unlock

MAGIC, VERSION = b"KNCH", b"\x01"
SALT, SUM, LENGTH = 16, 32, 8
HEAD = len(MAGIC) + len(VERSION) + SALT
SMALL, LARGE = 64 * 1024, 512 * 1024
"""What is inside is filled up to a multiple of one of these: one page is as long as twenty."""


class Unopened(Exception):
    """The file does not open."""


class Foreign(Unopened):
    """It is no such file at all."""


class OtherVersion(Unopened):
    """It was made by a program that writes them differently."""


class Damaged(Unopened):
    """It is cut off, or a byte of it was changed."""


class WrongCode(Unopened):
    """It is whole, and the code is not the one it was closed with."""


def close(plain: bytes, code: str) -> bytes:
    """The file."""
    head = MAGIC + VERSION + secrets.token_bytes(SALT)
    body = head + lock(_padded(plain), _key(code, head), _place(head))
    return body + sha256(body).digest()


def reopen(data: bytes, code: str) -> bytes:
    """What is inside. Raises Unopened, in the kind that says why not."""
    if not data.startswith(MAGIC):
        raise Foreign
    if data[len(MAGIC) : len(MAGIC) + 1] != VERSION:
        raise OtherVersion
    body, told = data[:-SUM], data[-SUM:]
    if len(body) <= HEAD or sha256(body).digest() != told:
        raise Damaged
    head = body[:HEAD]
    try:
        inside = unlock(body[HEAD:], _key(code, head), _place(head))
    except (InvalidTag, ValueError) as no:
        raise WrongCode from no
    return inside[LENGTH : LENGTH + int.from_bytes(inside[:LENGTH], "big")]


def _key(code: str, head: bytes) -> bytes:
    kdf = Argon2id(salt=head[-SALT:], length=32, iterations=3, lanes=1, memory_cost=64 * 1024)
    return kdf.derive(code.encode())


def _place(head: bytes) -> str:
    return f"carried|{head.hex()}"


def _padded(plain: bytes) -> bytes:
    body = len(plain).to_bytes(LENGTH, "big") + plain
    return body + b"\0" * (-len(body) % (SMALL if len(body) <= LARGE else LARGE))
