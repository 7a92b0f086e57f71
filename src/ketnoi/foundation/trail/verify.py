"""Checking the chains: recomputed here, independently of the database that wrote them."""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import connections, transaction

from ketnoi.foundation.trail.sealed import broken_seals, rows
from ketnoi.foundation.trail.seals import Seal

FIELDS = "chain, seq, at, actor, agency, holder, verb, about, facts, shared"
LINES = """
SELECT chain, seq, prev, hash, ARRAY[chain::text, seq::text,
  to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), actor, coalesce(agency::text, ''),
  coalesce(holder::text, ''), verb, about, facts::text, shared::text]
FROM kn_trail ORDER BY chain, seq
"""
HEADS = "SELECT chain, seq, hash FROM kn.trail_head"
START = b"\0" * 32
NO_CHAIN = UUID(int=0)


@dataclass(frozen=True)
class Break:
    """A place where the trail does not hold: which chain, which line, and what is wrong there.

    For `seal …` and `published` the number is that of the seal, and the chain is the zero id.
    """

    chain: UUID
    seq: int
    why: str


def verify(
    *, using: str = "owner", kept: Collection[Seal | tuple[int, str]] = (), own_key: bool = True
) -> list[Break]:
    """Every break in every chain and every seal; empty when nothing was changed or put in.

    kept: seals that somebody keeps elsewhere. Only they show that everything was rewritten, or that
        the newest seals are gone together with their lines.
    own_key: whether the key of this installation may have signed; where a copy is checked on
        another machine, only the keys in `kept` count.
    Lines are read a few at a time: a trail of millions fits into little memory.
    """
    is_outermost = not connections[using].in_atomic_block
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        if is_outermost:
            # One snapshot: a line that is written meanwhile is no break.
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute(HEADS)
        heads = {chain: (seq, bytes(head)) for chain, seq, head in cursor.fetchall()}
        broken = [*_broken(rows(using, LINES), heads)]
        seals = broken_seals(using=using, kept=kept, own_key=own_key)
        return broken + [Break(chain or NO_CHAIN, seq, why) for chain, seq, why in seals]


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
