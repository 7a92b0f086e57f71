"""Checking the seals: each against the one before, its leaves, the lines, and what others keep."""

from collections.abc import Collection, Iterator
from itertools import groupby, pairwise
from operator import itemgetter
from uuid import UUID

from django.db import connections

from ketnoi.foundation.crypto import signing
from ketnoi.foundation.trail.seals import START, Seal, root

SEALS = """
SELECT number, at, horizon, chains, lines, leaves, root, prev, key, signature, hash
  FROM kn.trail_seal ORDER BY number
"""
LEAVES = "SELECT seal, chain, seq, hash FROM kn.trail_leaf ORDER BY seal"
# A head that was sealed and is not the hash of its line now: cut off, taken out or rewritten.
UNSEALED = """
SELECT l.chain, l.seq FROM kn.trail_leaf l LEFT JOIN kn_trail t USING (chain, seq)
 WHERE t.hash IS DISTINCT FROM l.hash
"""
# A line that was sealed late although its moment lies before what an earlier seal had closed.
PUT_IN = """
WITH leaf AS (
  SELECT seal, chain, seq,
         lag(seq, 1, 0) OVER (PARTITION BY chain ORDER BY seq) AS was FROM kn.trail_leaf)
SELECT t.chain, t.seq FROM leaf
  JOIN kn.trail_seal s ON s.number = leaf.seal
  JOIN kn.trail_seal b ON b.number = leaf.seal - 1
  JOIN kn_trail t ON t.chain = leaf.chain AND t.seq > leaf.was AND t.seq <= leaf.seq
 WHERE t.at < least(b.horizon, s.horizon)
"""
AT_ONCE = 2000
Found = tuple[UUID | None, int, str]


def broken_seals(
    *, using: str, kept: Collection[Seal | tuple[int, str]], own_key: bool
) -> Iterator[Found]:
    """Every seal that does not hold, and every line that does not agree with the seals."""
    seals = {}
    for *told, written in rows(using, SEALS):
        seal = Seal.of_row(told)
        seals[seal.number] = seal
        if bytes(written) != seal.hash:
            yield None, seal.number, "seal hash"
    yield from _broken_order([*seals.values()], _keys(kept, own_key))
    yield from _broken_roots(using, seals)
    for sql, why in ((UNSEALED, "sealed"), (PUT_IN, "put in")):
        yield from ((chain, seq, why) for chain, seq in rows(using, sql))
    yield from _unlike_what_is_kept(seals, kept)


def rows(using: str, sql: str) -> Iterator[tuple]:
    """What a question finds, a few rows at a time."""
    with connections[using].chunked_cursor() as cursor:
        cursor.execute(sql)
        while some := cursor.fetchmany(AT_ONCE):
            yield from some


def _keys(kept: Collection[Seal | tuple[int, str]], own_key: bool) -> set[bytes]:
    others = {seal.key for seal in kept if isinstance(seal, Seal)}
    return others | (signing.public_keys() if own_key else set())


def _broken_order(seals: list[Seal], keys: set[bytes]) -> Iterator[Found]:
    """Numbered without a gap, each bound to the one before, signed by a key that is known."""
    if seals and (seals[0].number, seals[0].prev) != (1, START):
        yield None, seals[0].number, "seal order"
    for before, seal in pairwise(seals):
        if (seal.number, seal.prev) != (before.number + 1, before.hash):
            yield None, seal.number, "seal order"
    for seal in seals:
        if not seal.is_signed() or (keys and seal.key not in keys):
            yield None, seal.number, "seal signature"


def _broken_roots(using: str, seals: dict[int, Seal]) -> Iterator[Found]:
    """Each root is made of the leaves that are kept with it, and the counts are true."""
    known: dict[UUID, int] = {}
    lines, made = 0, set()
    for number, group in groupby(rows(using, LEAVES), key=itemgetter(0)):
        leaves = [(chain, seq, bytes(head)) for _, chain, seq, head in group]
        lines += sum(seq - known.get(chain, 0) for chain, seq, _ in leaves)
        known |= {chain: seq for chain, seq, _ in leaves}
        counted, seal = (root(leaves), len(leaves), len(known), lines), seals.get(number)
        if seal is None or counted != (seal.root, seal.leaves, seal.chains, seal.lines):
            yield None, number, "seal root"
        made.add(number)
    yield from ((None, number, "seal root") for number in seals.keys() - made)


def _unlike_what_is_kept(
    seals: dict[int, Seal], kept: Collection[Seal | tuple[int, str]]
) -> Iterator[Found]:
    for theirs in kept:
        is_whole = isinstance(theirs, Seal)
        number, told = (theirs.number, theirs.hash) if is_whole else theirs  # type: ignore[union-attr,misc]
        ours = seals.get(number)
        if ours is None or told != (ours.hash if is_whole else ours.digits.replace(" ", "")):
            yield None, number, "published"
