"""The signature under who acts: the database believes the program, and not whoever sends SQL."""

import hmac
from hashlib import sha256

from django.db import connections

from ketnoi.foundation.crypto import KeyClass, ring

BLOCK = 64
INNER, OUTER = 0x36, 0x5C
KEEP = (
    "INSERT INTO kn.context_key (inner_pad, outer_pad) VALUES (%s, %s) ON CONFLICT (sole)"
    " DO UPDATE SET inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad"
)


def signed(who: tuple[str, ...], *, backend: int, at: float) -> tuple[str, str]:
    """Who acts on this connection from that moment (seconds), and the signature under it."""
    told = "|".join((*who, str(backend), str(int(at))))
    return told, hmac.new(_key(), told.encode(), sha256).hexdigest()


def keep_key(using: str) -> None:
    """Write the key where only the owner of the database and its own function read it.

    PostgreSQL without extensions has SHA-256 and no HMAC: it keeps the two padded halves.
    """
    key = _key().ljust(BLOCK, b"\0")
    with connections[using].cursor() as cursor:
        cursor.execute(KEEP, [bytes(b ^ pad for b in key) for pad in (INNER, OUTER)])


def _key() -> bytes:
    return ring().key(KeyClass.CONTEXT)
