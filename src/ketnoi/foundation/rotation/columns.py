"""Columns in which keys lie under keys: how many wait for a new one, and putting it round them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connections

from ketnoi.foundation.crypto.ring import KEY_ID, KeyClass, key_id, ring
from ketnoi.foundation.crypto.wrapped import KeyedTag, WrappedKey

OWNER = "owner"
AT_ONCE = 500
LYING = "SELECT count(*) FROM {table} WHERE {name} <> ''"
OLD = f"{{name}} <> '' AND substring({{name}} from 2 for {KEY_ID}) <> %s"
WAITING = f"SELECT count(*) FROM {{table}} WHERE {OLD}"  # noqa: S608 - as above
SOME = f"""
SELECT {{row}}, {{name}} FROM {{table}} WHERE {OLD} AND (%s::uuid IS NULL OR {{row}} > %s)
 ORDER BY {{row}} LIMIT {AT_ONCE}
"""  # noqa: S608 - names come from the models
# A key that was destroyed meanwhile is not the one that was read: it stays destroyed.
AGAIN = """
UPDATE {table} t SET {name} = n.again
  FROM unnest(%s::uuid[], %s::bytea[], %s::bytea[]) AS n (row, old, again)
 WHERE t.{row} = n.row AND t.{name} = n.old
"""

WRITE_TAGS = """
UPDATE {table} t SET {name} = n.again
  FROM unnest(%s::uuid[], %s::bigint[], %s::bigint[]) AS n (row, old, again)
 WHERE t.{row} = n.row AND t.{name} = n.old
"""


@dataclass(frozen=True)
class Column:
    """A column of wrapped keys."""

    field: WrappedKey
    table: str
    row: str

    @property
    def kind(self) -> str:
        """The class it lies under."""
        return self.field.kind

    def count(self) -> int:
        """How many keys lie there."""
        return asked(self._sql(LYING))[0][0]

    def waiting(self) -> int:
        """How many lie under another generation than the newest."""
        return asked(self._sql(WAITING), self._newest())[0][0]

    def batches(self) -> Iterator[list[tuple[Any, bytes]]]:
        """Rows that wait, some at a time, in the order of their ids."""
        last = None
        while batch := asked(self._sql(SOME), self._newest(), last, last):
            yield [(row, bytes(wrapped)) for row, wrapped in batch]
            last = batch[-1][0]

    def replace(self, batch: list[tuple[Any, bytes]]) -> int:
        """Put the same keys back under the newest generation, as far as they are still there."""
        again = [self.field.close(self.field.open(old, row=row), row=row) for row, old in batch]
        rows, olds = [row for row, _ in batch], [old for _, old in batch]
        with connections[OWNER].cursor() as cursor:
            cursor.execute(self._sql(AGAIN), [rows, olds, again])
            return cursor.rowcount

    def _newest(self) -> bytes:
        return key_id(ring().key(self.kind))

    def _sql(self, shape: str) -> str:
        return shape.format(table=self.table, name=self.field.column, row=self.row)


@dataclass(frozen=True)
class TagColumn:
    """A column of keyed tags. A tag does not say by which key it was made: all are made again."""

    field: KeyedTag
    kind: str = KeyClass.INDEX

    def count(self) -> int:
        """How many tags lie there."""
        return self._rows().count()

    def waiting(self) -> int:
        """How many may be of an older key: all of them, while an older one is still in use."""
        return self.count() if len(ring().live(self.kind)) > 1 else 0

    def batches(self) -> Iterator[list[Any]]:
        """All records, some at a time, in the order of their ids."""
        rows, last = self._rows().order_by("pk"), None
        while batch := list((rows.filter(pk__gt=last) if last else rows)[:AT_ONCE]):
            yield batch
            last = batch[-1].pk

    def replace(self, batch: list[Any]) -> int:
        """Make the tags again with the newest key, from what the records say."""
        olds = [getattr(record, self.field.attname) for record in batch]
        again = [self.field.of_record(record) for record in batch]
        meta = self.field.model._meta
        names = {"table": meta.db_table, "name": self.field.column, "row": meta.pk.column}
        with connections[OWNER].cursor() as cursor:
            cursor.execute(
                WRITE_TAGS.format(**names), [[record.pk for record in batch], olds, again]
            )
        return len(batch)

    def _rows(self) -> Any:
        return self.field.model._base_manager.using(OWNER).select_related(*self.field.near)


def columns_of(kind: str) -> list[Column | TagColumn]:
    """Every column of keys under this class, in whatever table; for the index, its tags."""
    if kind == KeyClass.INDEX:
        return [TagColumn(field) for _model, field in _fields(KeyedTag)]
    return [
        Column(field, model._meta.db_table, str(model._meta.pk.column))
        for model, field in _fields(WrappedKey)
        if field.kind == kind
    ]


def _fields(sort: type) -> list[tuple[Any, Any]]:
    return [
        (model, field)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, sort)
    ]


def asked(sql: str, *given: Any) -> list[tuple]:
    """What the owner of the tables is told."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(sql, given or None)
        return cursor.fetchall()
