"""The signature under who acts: the database believes the program, and not whoever sends SQL."""

import hmac
from hashlib import sha256

from django.db import connections, transaction

from ketnoi.foundation.crypto import KeyClass, key_id, ring

BLOCK = 64
INNER, OUTER = 0x36, 0x5C
KEEP = "INSERT INTO kn.context_key (id, inner_pad, outer_pad) VALUES (%s, %s, %s)"
FORGET = "DELETE FROM kn.context_key"


def signed(who: tuple[str, ...], *, backend: int, at: float) -> tuple[str, str]:
    """Who acts on this connection from that moment (seconds), and the signature under it.

    A guest's link, the fifth thing said of who acts, stands last.
    """
    told = "|".join((*who[:4], str(backend), str(int(at)), *who[4:]))
    return told, hmac.new(_key(), told.encode(), sha256).hexdigest()


def keep_key(using: str) -> None:
    """Write the key where only the owner of the database and its own function read it.

    PostgreSQL without extensions has SHA-256 and no HMAC: it keeps the two padded halves. While
    the key is being changed there are two.
    """
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute(FORGET)
        for key in ring().keys(KeyClass.CONTEXT):
            cursor.execute(KEEP, [key_id(key), *_halves(key)])


def _halves(key: bytes) -> list[bytes]:
    whole = key.ljust(BLOCK, b"\0")
    return [bytes(b ^ pad for b in whole) for pad in (INNER, OUTER)]


def _key() -> bytes:
    return ring().key(KeyClass.CONTEXT)
