"""What a superuser of the database can do to the trail, each time more thoroughly.

`lines`: rows are changed and nothing else. `chain`: the chain and its head are computed again, so
that they agree. `leaves`: what the seals were made of is changed with them. `seals`: every seal is
made again too, with the signing key of the installation.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import Any
from uuid import UUID

import psycopg

from ketnoi.foundation.postgres.cluster import ROOT
from ketnoi.foundation.trail.seals import START, Seal, root
from ketnoi.foundation.trail.verify import line_hash
from tests.database import CLUSTER, NAME

COLUMNS = "at, actor, agency, holder, verb, about, facts, shared"
READ = f"SELECT {COLUMNS} FROM kn_trail WHERE chain = %s ORDER BY seq"
WRITE = (
    f"INSERT INTO kn_trail (chain, seq, prev, hash, {COLUMNS}) VALUES ({', '.join(['%s'] * 12)})"
)
TOLD = """
SELECT ARRAY[chain::text, seq::text,
  to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), actor, coalesce(agency::text, ''),
  coalesce(holder::text, ''), verb, about, facts::text, shared::text]
FROM kn_trail WHERE chain = %s AND seq = %s
"""
NEW_LEAVES = """
UPDATE kn.trail_leaf l SET hash = t.hash, seq = t.seq
  FROM kn_trail t JOIN kn.trail_head h USING (chain)
 WHERE l.chain = %s AND t.chain = l.chain AND t.seq = least(l.seq, h.seq)
"""
Row = list[Any]
VERB = 4


def edit(lines: list[Row]) -> list[Row]:
    lines[1][VERB] = "note.mistaken"
    return lines


def delete(lines: list[Row]) -> list[Row]:
    return [lines[0], *lines[2:]]


def insert(lines: list[Row]) -> list[Row]:
    return [lines[0], list(lines[0]), *lines[1:]]


def reorder(lines: list[Row]) -> list[Row]:
    return [lines[1], lines[0], *lines[2:]]


def cut_off(lines: list[Row]) -> list[Row]:
    return lines[:-1]


def rewrite(lines: list[Row]) -> list[Row]:
    return [[*line[:1], "system", *line[2:]] for line in lines]


ATTACKS: dict[str, Callable[[list[Row]], list[Row]]] = {
    f.__name__: f for f in (edit, delete, insert, reorder, cut_off, rewrite)
}
DEPTHS = ("lines", "chain", "leaves", "seals")


@contextmanager
def superuser() -> Iterator[psycopg.Connection]:
    """Whoever owns the machine of the database: no trigger and no policy holds for him."""
    with psycopg.connect(CLUSTER.url(ROOT, NAME)) as connection:
        connection.execute("SET session_replication_role = replica")
        yield connection


def forge(attack: str, chain: UUID, *, depth: str) -> None:
    """Do this to a chain, and hide it as well as this depth allows."""
    with superuser() as database:
        lines = [list(row) for row in database.execute(READ, [chain])]
        _write(database, chain, ATTACKS[attack](lines), hides=depth != "lines")
        if depth == "leaves":
            database.execute(NEW_LEAVES, [chain])
        if depth == "seals":
            _seal_again(database)


def _write(database: psycopg.Connection, chain: UUID, lines: list[Row], *, hides: bool) -> None:
    hashes = dict(database.execute("SELECT seq, hash FROM kn_trail WHERE chain = %s", [chain]))
    database.execute("DELETE FROM kn_trail WHERE chain = %s", [chain])
    before = START
    for seq, line in enumerate(lines, 1):
        line[-2] = psycopg.types.json.Jsonb(line[-2])
        made = hashes.get(seq, START)
        database.execute(WRITE, [chain, seq, before, made, *line])
        if hides:
            [told] = database.execute(TOLD, [chain, seq]).fetchone()
            made = line_hash(before, told)
            change = "UPDATE kn_trail SET hash = %s WHERE chain = %s AND seq = %s"
            database.execute(change, [made, chain, seq])
        before = made
    if hides:
        change = "UPDATE kn.trail_head SET seq = %s, hash = %s WHERE chain = %s"
        database.execute(change, [len(lines), before, chain])


def _seal_again(database: psycopg.Connection) -> None:
    """Every seal again, as if the lines that are there now had been there then."""
    cut = "SELECT l.seal, l.chain, least(l.seq, h.seq) FROM kn.trail_leaf l"
    rows = database.execute(f"{cut} JOIN kn.trail_head h USING (chain) ORDER BY seal").fetchall()
    seals = {row[0]: row for row in database.execute("SELECT * FROM kn.trail_seal")}
    database.execute("DELETE FROM kn.trail_leaf")
    database.execute("DELETE FROM kn.trail_seal")
    known: dict[UUID, int] = {}
    prev = START
    for number, group in groupby(rows, key=lambda row: row[0]):
        leaves = [_leaf(database, chain, seq) for _, chain, seq in group if known.get(chain) != seq]
        known |= {chain: seq for chain, seq, _ in leaves}
        counts = (len(known), sum(known.values()), len(leaves))
        seal = Seal(number, *seals[number][1:3], *counts, root(leaves), prev).signed()
        _keep(database, seal, leaves)
        prev = seal.hash


def _leaf(database: psycopg.Connection, chain: UUID, seq: int) -> tuple[UUID, int, bytes]:
    found = "SELECT hash FROM kn_trail WHERE chain = %s AND seq = %s"
    return chain, seq, bytes(database.execute(found, [chain, seq]).fetchone()[0])


def _keep(database: psycopg.Connection, seal: Seal, leaves: list) -> None:
    told = [*vars(seal).values(), seal.hash]
    places = ", ".join(["%s"] * len(told))
    database.execute(f"INSERT INTO kn.trail_seal VALUES ({places})", told)
    for chain, seq, head in leaves:
        database.execute(
            "INSERT INTO kn.trail_leaf VALUES (%s, %s, %s, %s)", [seal.number, chain, seq, head]
        )
