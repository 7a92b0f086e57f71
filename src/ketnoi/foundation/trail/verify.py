"""Checking the chains: recomputed here, independently of the database that wrote them."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import connections, transaction

FIELDS = "chain, seq, at, actor, agency, holder, verb, about, facts, shared"
LINES = """
SELECT chain, seq, prev, hash, ARRAY[chain::text, seq::text,
  to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), actor, coalesce(agency::text, ''),
  coalesce(holder::text, ''), verb, about, facts::text, shared::text]
FROM kn_trail ORDER BY chain, seq
"""
HEADS = "SELECT chain, seq, hash FROM kn.trail_head"
AT_ONCE = 2000
START = b"\0" * 32


@dataclass(frozen=True)
class Break:
    """A place where a chain does not hold: which chain, which line, and what is wrong there."""

    chain: UUID
    seq: int
    why: str


def verify(*, using: str = "owner") -> list[Break]:
    """Every break in every chain; empty when nothing was changed, removed or put in.

    Lines are read a few at a time: a trail of millions fits into little memory.
    """
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute(HEADS)
        heads = {chain: (seq, bytes(head)) for chain, seq, head in cursor.fetchall()}
        return [*_broken(_lines(using), heads)]


def _lines(using: str) -> Iterator[tuple]:
    with connections[using].chunked_cursor() as cursor:
        cursor.execute(LINES)
        while rows := cursor.fetchmany(AT_ONCE):
            yield from rows


def line_hash(prev: bytes, fields: list[str]) -> bytes:
    """SHA-256 over the hash before and each field with its length in front."""
    digest = hashlib.sha256(prev)
    for field in fields:
        data = field.encode()
        digest.update(len(data).to_bytes(4, "big") + data)
    return digest.digest()


def _broken(lines: Iterator[tuple], heads: dict) -> Iterator[Break]:
    last: dict[UUID, tuple[int, bytes]] = {}
    for chain, seq, prev, written, fields in lines:
        count, before = last.get(chain, (0, START))
        if seq != count + 1:
            yield Break(chain, seq, "missing")
        elif bytes(prev) != before or bytes(written) != line_hash(before, fields):
            yield Break(chain, seq, "changed")
        last[chain] = (seq, bytes(written))
    for chain in last.keys() - heads.keys():
        yield Break(chain, last[chain][0], "head")
    for chain, (seq, head) in heads.items():
        if last.get(chain) != (seq, head):
            yield Break(chain, seq, "tail")
