"""Loading many records at once by COPY, as the owner of the tables: for benches and imports only.

It calls no action: whoever loads also says what happened, as lines for the trail. Fields seal and
check as they do elsewhere; lines get their place in their chain and the hash that holds it.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC
from itertools import chain as joined
from typing import Any
from uuid import UUID

from django.db import connections, models, transaction

from ketnoi.foundation.trail.lines import CODE, Fact, WordsInTrail
from ketnoi.foundation.trail.models import Line
from ketnoi.foundation.trail.verify import START, line_hash

OWNER = "owner"
HEADS = "SELECT chain, seq, hash FROM kn.trail_head WHERE chain = ANY(%s) FOR UPDATE"
NEW_HEADS = """
INSERT INTO kn.trail_head SELECT * FROM unnest(%s::uuid[], %s::int[], %s::bytea[])
ON CONFLICT (chain) DO UPDATE SET seq = excluded.seq, hash = excluded.hash
"""


def load(records: Iterable[models.Model], *, using: str = OWNER) -> int:
    """Copy new records of one kind into their table; what has no number yet gets one there."""
    rest = iter(records)
    first = next(rest, None)
    if first is None:
        return 0
    fields = [f for f in first._meta.concrete_fields if not _numbered_there(f, first)]
    rows = (_row(record, fields, using) for record in joined([first], rest))
    return _copy(first._meta.db_table, [str(f.column) for f in fields], rows, using)


def load_lines(lines: Sequence[Line], *, using: str = OWNER) -> int:
    """Copy lines into the trail, each at the end of its chain, in the order given."""
    with transaction.atomic(using=using):
        heads = _heads({line.chain for line in lines}, using)
        loaded = load([_linked(line, heads) for line in lines], using=using)
        columns = [list(heads), *map(list, zip(*heads.values(), strict=True))]
        with connections[using].cursor() as cursor:
            if heads:
                cursor.execute(NEW_HEADS, columns)
    return loaded


def tidy(*, using: str = OWNER) -> None:
    """Let the database look at what was loaded, as it does by itself in the course of days."""
    with connections[using].cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def facts_text(facts: dict[str, Fact]) -> str:
    """Facts as PostgreSQL writes its jsonb: short names first. Raises for words about a person."""
    for value in facts.values():
        for part in value if isinstance(value, list) else [value]:
            if not CODE.fullmatch(str(part)):
                raise WordsInTrail("a trail fact must be a code, a number or an id")
    return json.dumps(dict(sorted(facts.items(), key=lambda fact: (len(fact[0]), fact[0]))))


def _numbered_there(field: Any, record: models.Model) -> bool:
    return isinstance(field, models.AutoField) and record.pk is None


def _row(record: models.Model, fields: list[Any], using: str) -> list[Any]:
    connection = connections[using]
    return [f.get_db_prep_save(f.pre_save(record, add=True), connection) for f in fields]


def _copy(table: str, columns: list[str], rows: Iterator[list[Any]], using: str) -> int:
    quote = connections[using].ops.quote_name
    into = f"COPY {quote(table)} ({', '.join(map(quote, columns))}) FROM STDIN"
    with connections[using].cursor() as cursor:
        with cursor.copy(into) as copy:
            for row in rows:
                copy.write_row(row)
        return cursor.rowcount


def _heads(chains: set[UUID], using: str) -> dict[UUID, tuple[int, bytes]]:
    with connections[using].cursor() as cursor:
        cursor.execute(HEADS, [list(chains)])
        known = {chain: (seq, bytes(head)) for chain, seq, head in cursor.fetchall()}
    return {chain: known.get(chain, (0, START)) for chain in chains}


def _linked(line: Line, heads: dict[UUID, tuple[int, bytes]]) -> Line:
    seq, line.prev = heads[line.chain]
    line.seq = seq + 1
    line.hash = line_hash(line.prev, _told(line))
    heads[line.chain] = line.seq, line.hash
    return line


def _told(line: Line) -> list[str]:
    return [
        str(line.chain),
        str(line.seq),
        line.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f"),
        line.actor,
        str(line.agency or ""),
        str(line.holder or ""),
        line.verb,
        line.about,
        facts_text(line.facts),
        str(line.shared).lower(),
    ]
