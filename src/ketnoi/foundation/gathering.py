"""A step of a migration: texts that were each sealed in a column of their own become one document.

It is all or nothing, in the transaction of the migration. What does not open stops it and stays.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connections, models

from ketnoi.foundation.crypto.documents import as_json
from ketnoi.foundation.crypto.fields import pad, place_of, unpad
from ketnoi.foundation.crypto.ring import Erased, lock, unlock

AT_ONCE = 500
WRITE = """
UPDATE {table} t SET {column} = n.sealed FROM unnest(%s::uuid[], %s::bytea[]) AS n (row, sealed)
 WHERE t.{row} = n.row
"""


@dataclass(frozen=True)
class Gathering:
    """Which texts of which records become which document.

    The records are as the migration knows them; `key` and `owner` say what they said of themselves.
    """

    records: models.QuerySet
    texts: tuple[str, ...]
    into: str
    key: Callable[[Any], bytes]
    owner: Callable[[Any], str] = lambda record: str(record.pk)

    def gather(self) -> None:
        """Seal the texts of each record as one."""
        for batch in self._batches():
            self._write(self.into, batch, [self._gathered(record) for record in batch])

    def spread(self) -> None:
        """Seal each text by itself again."""
        for batch in self._batches():
            told = [self._told(record) for record in batch]
            for name in self.texts:
                sealed = [self._apart(*one, name) for one in zip(batch, told, strict=True)]
                self._write(name, batch, sealed)

    def _gathered(self, record: Any) -> bytes:
        found = {name: unpad(self._opened(record, name) or pad("")) for name in self.texts}
        least = record._meta.get_field(self.into).least
        return self._closed(record, self.into, pad(as_json(found), least=least))

    def _told(self, record: Any) -> dict[str, str]:
        plain = self._opened(record, self.into)
        return json.loads(unpad(plain)) if plain else {}

    def _apart(self, record: Any, told: dict[str, str], name: str) -> bytes:
        text = told.get(name)
        return self._closed(record, name, pad(text)) if text else b""

    def _opened(self, record: Any, column: str) -> bytes:
        """What lies there; nothing of somebody who was erased."""
        sealed = bytes(record.__dict__[column])
        try:
            return unlock(sealed, self.key(record), self._place(record, column)) if sealed else b""
        except Erased:
            return b""

    def _closed(self, record: Any, column: str, plain: bytes) -> bytes:
        try:
            return lock(plain, self.key(record), self._place(record, column))
        except Erased:
            return b""

    def _place(self, record: Any, column: str) -> str:
        return place_of(record._meta.db_table, column, self.owner(record))

    def _batches(self) -> Iterator[list[Any]]:
        rows, last = self.records.order_by("pk"), None
        while batch := list((rows.filter(pk__gt=last) if last else rows)[:AT_ONCE]):
            yield batch
            last = batch[-1].pk

    def _write(self, column: str, batch: list[Any], sealed: list[bytes]) -> None:
        meta = self.records.model._meta
        told = WRITE.format(table=meta.db_table, column=column, row=meta.pk.column)
        with connections[self.records.db].cursor() as cursor:
            # A table with checks that wait for the end of the transaction cannot lose a column.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(told, [[record.pk for record in batch], sealed])
