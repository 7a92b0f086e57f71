"""What is in a copy and what is not, and how two schemas are compared."""

import hashlib
from dataclasses import asdict, dataclass, field
from typing import Any, LiteralString

import psycopg
from psycopg import sql

FORMAT = 1
# Sessions and work in progress die with the machine; names in clear never were in these tables.
LEFT_BEHIND = ("django_session", "axes_", "procrastinate_", "django_migrations", "kn.context_key")
TABLES: LiteralString = """
SELECT n.nspname, c.relname,
  array_agg(a.attname::text ORDER BY a.attnum),
  string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ',' ORDER BY a.attname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
 AND a.attgenerated = ''
WHERE n.nspname IN ('public', 'kn') AND c.relkind = 'r' AND c.relpersistence = 'p'
GROUP BY 1, 2 ORDER BY 1, 2
"""
SEQUENCES: LiteralString = """
SELECT schemaname || '.' || sequencename, last_value FROM pg_sequences
WHERE schemaname IN ('public', 'kn') AND last_value IS NOT NULL ORDER BY 1
"""
HEADS: LiteralString = "SELECT chain, seq, hash FROM kn.trail_head ORDER BY chain"
APPLIED: LiteralString = "SELECT app, name FROM django_migrations ORDER BY id"


@dataclass(frozen=True)
class Table:
    """A table that is copied, with its columns and their types."""

    schema: str
    name: str
    columns: list[str]
    types: str

    @property
    def label(self) -> str:
        """How it is called; `public` is not said."""
        return self.name if self.schema == "public" else f"{self.schema}.{self.name}"

    @property
    def place(self) -> sql.Composed:
        """The table as SQL names it."""
        return sql.SQL("{}.{}").format(sql.Identifier(self.schema), sql.Identifier(self.name))

    @property
    def fields(self) -> sql.Composed:
        """Its columns as SQL names them."""
        return sql.SQL(", ").join(map(sql.Identifier, self.columns))


@dataclass(frozen=True)
class Manifest:
    """What a copy says of itself before its rows: enough to know afterwards that all came back."""

    stream: str
    made_at: str
    schema: str
    migrations: list[list[str]]
    counts: dict[str, int]
    sequences: dict[str, int]
    heads: str
    chains: int
    shreds: int
    format: int = FORMAT
    tables: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The manifest as it is written."""
        return asdict(self)


def tables(connection: psycopg.Connection) -> list[Table]:
    """The tables that are copied, keys of persons among them."""
    found = [Table(*row) for row in connection.execute(TABLES)]
    return [table for table in found if not table.label.startswith(LEFT_BEHIND)]


def fingerprint(found: list[Table]) -> str:
    """A mark of tables, columns and types: copies are loaded into the same ones only."""
    told = "\n".join(f"{table.label}({table.types})" for table in found)
    return hashlib.sha256(told.encode()).hexdigest()


def heads(connection: psycopg.Connection) -> tuple[int, str]:
    """How many chains the trail has, and a mark of all their ends."""
    digest, count = hashlib.sha256(), 0
    with connection.cursor() as cursor:
        for chain, seq, head in cursor.stream(HEADS):
            digest.update(f"{chain} {seq} {bytes(head).hex()}\n".encode())
            count += 1
    return count, digest.hexdigest()


def count(connection: psycopg.Connection, table: Table) -> int:
    """How many rows a table has."""
    row = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(table.place)).fetchone()
    return row[0] if row else 0
