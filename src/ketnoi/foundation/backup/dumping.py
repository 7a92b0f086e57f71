"""Reading a database out as of one moment: files and trail in one stream, keys in another."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import LiteralString

import psycopg
from psycopg import sql

from ketnoi.foundation.backup import contents
from ketnoi.foundation.backup.contents import Manifest, Table
from ketnoi.foundation.envelope.frames import END, LAST, MANIFEST, ROWS, TABLE, Frame, said

Progress = Callable[[int, int], None]
BEGIN: LiteralString = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
SHREDS: LiteralString = "SELECT key, person, agency, at, ground FROM foundation_shred ORDER BY key"


class Snapshot:
    """A database as it is at one moment, whatever is written meanwhile."""

    def __init__(self, connection: psycopg.Connection, key_tables: Iterable[str]) -> None:
        self._connection = connection
        self._all = contents.tables(connection)
        self._keys = set(key_tables)
        self._counts = {t.label: contents.count(connection, t) for t in self._all}

    def frames(self, stream: str, *, at: datetime, progress: Progress) -> Iterator[Frame]:
        """One stream (`copy` or `keys`) as frames; says how many rows of how many are done."""
        mine = [t for t in self._all if (t.label in self._keys) == (stream == "keys")]
        yield said(MANIFEST, self._manifest(stream, mine, at).as_json())
        total, done = sum(self._counts[t.label] for t in mine), 0
        for table in mine:
            yield from self._rows(table)
            done += self._counts[table.label]
            progress(done, total)
        yield said(LAST, {})

    def shreds(self) -> list[tuple]:
        """What was shredded so far."""
        return self._connection.execute(SHREDS).fetchall()

    def _manifest(self, stream: str, mine: list[Table], at: datetime) -> Manifest:
        chains, heads = contents.heads(self._connection)
        asked = self._connection.execute
        return Manifest(
            stream=stream,
            made_at=at.isoformat(),
            schema=contents.fingerprint(self._all),
            migrations=[list(row) for row in asked(contents.APPLIED)],
            counts={t.label: self._counts[t.label] for t in mine},
            sequences=dict(asked(contents.SEQUENCES).fetchall()) if stream == "copy" else {},
            heads=heads,
            chains=chains,
            shreds=self._counts["foundation_shred"],
            tables=[t.label for t in mine],
        )

    def _rows(self, table: Table) -> Iterator[Frame]:
        yield said(TABLE, {"table": table.label, "columns": table.columns})
        digest = hashlib.sha256()
        out = sql.SQL("COPY (SELECT {} FROM {}) TO STDOUT").format(table.fields, table.place)
        with self._connection.cursor() as cursor, cursor.copy(out) as copy:
            for block in _blocks(copy):
                digest.update(block)
                yield ROWS, block
        yield said(END, {"rows": self._counts[table.label], "sum": digest.hexdigest()})


@contextmanager
def snapshot(url: str, key_tables: Iterable[str]) -> Iterator[Snapshot]:
    """The database behind an address, read by its owner, at one moment."""
    with psycopg.connect(url) as connection:
        connection.execute(BEGIN)
        yield Snapshot(connection, key_tables)
        connection.rollback()


BLOCK = 256 * 1024


def _blocks(copy: Iterable[bytes | bytearray | memoryview]) -> Iterator[bytes]:
    """Rows gathered into larger blocks: PostgreSQL hands them out one by one."""
    held = bytearray()
    for row in copy:
        held += row
        if len(held) >= BLOCK:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)
