"""Putting the rows of a copy into an empty database whose tables are the ones it came from."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, LiteralString

from django.apps import apps
from django.db import connections, models, transaction
from psycopg import sql

from ketnoi.foundation import bulk
from ketnoi.foundation.backup import contents
from ketnoi.foundation.backup.contents import Manifest, Table
from ketnoi.foundation.crypto import tell

OWNER = bulk.OWNER
Progress = Callable[[int, int], None]
FOREIGN_KEYS: LiteralString = """
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
              pg_get_constraintdef(oid))
FROM pg_constraint
WHERE contype = 'f' AND connamespace IN ('public'::regnamespace, 'kn'::regnamespace)
"""
TRIGGERS: LiteralString = """
SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname),
       format('ALTER TABLE %s ENABLE %s TRIGGER %I', tgrelid::regclass,
              CASE tgenabled WHEN 'A' THEN 'ALWAYS' ELSE '' END, tgname)
FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
WHERE NOT tgisinternal AND tgenabled <> 'D'
  AND relnamespace IN ('public'::regnamespace, 'kn'::regnamespace)
"""


class OtherTables(Exception):
    """The tables here are not those the copy was made from."""


class Look:
    """Reads a stream to its end and keeps the manifest: every byte was right."""

    def __init__(self) -> None:
        self.found: Manifest | None = None

    def manifest(self, told: dict[str, Any]) -> None:
        """Keep it."""
        self.found = Manifest(**told)

    def table(self, told: dict[str, Any]) -> None:
        """Only the sum matters here."""

    def rows(self, data: bytes) -> None:
        """Only the sum matters here."""

    def end(self) -> None:
        """The sum was right."""


class Load:
    """Copies the rows of one stream into their tables."""

    def __init__(self, progress: Progress) -> None:
        with connections[OWNER].cursor() as cursor:
            self._all = contents.tables(cursor.connection)
        self._there = {t.label: t for t in self._all}
        self._stack = ExitStack()
        self._progress = progress
        self._table, self._done, self._total = "", 0, 0
        self.manifest_read: Manifest | None = None
        self._copy: Any = None

    def manifest(self, told: dict[str, Any]) -> None:
        """The tables must be the same, to the type of each column."""
        found = Manifest(**told)
        if found.schema != contents.fingerprint(self._all):
            raise OtherTables
        self.manifest_read, self._total = found, sum(found.counts.values())

    def table(self, told: dict[str, Any]) -> None:
        """The rows of this table follow."""
        self._table = told["table"]
        table = self._there[self._table]
        columns = sql.SQL(", ").join(map(sql.Identifier, told["columns"]))
        into = sql.SQL("COPY {} ({}) FROM STDIN").format(table.place, columns)
        cursor = self._stack.enter_context(connections[OWNER].cursor())
        self._copy = self._stack.enter_context(cursor.copy(into))

    def rows(self, data: bytes) -> None:
        """Some of its rows."""
        self._copy.write(data)

    def end(self) -> None:
        """All of them."""
        self._stack.close()
        counts = self.manifest_read.counts if self.manifest_read else {}
        self._done += counts[self._table]
        self._progress(self._done, self._total)


@contextmanager
def loading() -> Iterator[None]:
    """An empty database without foreign keys and triggers, which come back and are checked."""
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        cursor.execute(FOREIGN_KEYS)
        keys = cursor.fetchall()
        cursor.execute(TRIGGERS)
        triggers = cursor.fetchall()
        for off, _on in [*keys, *triggers]:
            cursor.execute(off)
        # Some tables forbid even their owner to take rows away; what migrations put there goes.
        _empty(cursor)
        yield
        for _off, on in [*keys, *triggers]:
            cursor.execute(on)
        # Which generation of keys is in use came with the copy.
        tell(None)


def key_models() -> list[type[models.Model]]:
    """The tables whose rows travel apart from the copy."""
    return [m for m in apps.get_models() if getattr(m, "travels_apart", False)]


def stand_ins() -> int:
    """An empty key for everybody whose key did not come along: her rows stay, unreadable."""
    made = 0
    for model in key_models():
        if any(f.name == "wrapped" for f in model._meta.concrete_fields):
            lost = _pointed_at(model) - set(
                model._base_manager.using(OWNER).values_list("pk", flat=True)
            )
            made += bulk.load([model(pk=pk, wrapped=b"") for pk in sorted(lost)])
    return made


def set_sequences(manifest: Manifest) -> None:
    """Numbers go on where they were."""
    with connections[OWNER].cursor() as cursor:
        for name, value in manifest.sequences.items():
            cursor.execute("SELECT setval(to_regclass(%s), %s)", [name, value])


def rows_of(table: Table) -> int:
    """How many rows a table has now."""
    with connections[OWNER].cursor() as cursor:
        return contents.count(cursor.connection, table)


def heads() -> tuple[int, str]:
    """The ends of all chains, as they are now."""
    with connections[OWNER].cursor() as cursor:
        return contents.heads(cursor.connection)


def _empty(cursor: Any) -> None:
    places = [t.place for t in contents.tables(cursor.connection)]
    cursor.execute(sql.SQL("TRUNCATE {} CASCADE").format(sql.SQL(", ").join(places)))


def _pointed_at(model: type[models.Model]) -> set[Any]:
    """Ids that rows of other tables name."""
    return {
        pk
        for other in apps.get_models()
        for field in other._meta.concrete_fields
        if field.related_model is model
        for pk in other._base_manager.using(OWNER)
        .exclude(**{field.name: None})
        .values_list(field.attname, flat=True)
        .distinct()
    }
