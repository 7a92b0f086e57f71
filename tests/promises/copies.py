"""Copies of the test database, and looking into what was brought back from them."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.db import connections

from ketnoi.foundation.backup import saving
from ketnoi.foundation.crypto import ring
from ketnoi.foundation.envelope import age, keeping, sealing
from ketnoi.foundation.postgres import Cluster, held
from ketnoi.foundation.postgres.cluster import OWNER
from tests.database import CLUSTER, NAME

KEYS = Path(settings.KETNOI_KEYS)


class Heard:
    """Everything a stream says, as if its seal were broken."""

    def __init__(self) -> None:
        self.rows_of: dict[str, bytes] = {}
        self.counts: dict[str, int] = {}
        self._table = ""

    def manifest(self, told: dict[str, Any]) -> None:
        """What it counts."""
        self.counts = told["counts"]

    def table(self, told: dict[str, Any]) -> None:
        """Which table follows."""
        self._table = told["table"]
        self.rows_of[self._table] = b""

    def rows(self, data: bytes) -> None:
        """Its rows."""
        self.rows_of[self._table] += data

    def end(self) -> None:
        """No more of it."""


def save(folder: Path, *, at: datetime | None = None) -> Path:
    """A copy of the database of this test."""
    return saving.save(
        CLUSTER.url(OWNER, NAME),
        folder,
        recipients=[],
        at=at or datetime.now(UTC),
        progress=lambda _done, _total: None,
    ).path


def keys_beside(copy: Path) -> Path:
    """The stream of keys that was made with a copy."""
    return copy.with_name(copy.name.replace(keeping.COPY, keeping.KEYS))


def heard(path: Path) -> Heard:
    """The stream without its seal."""
    found = Heard()
    sealing.read(path, age.identities([]), found)
    return found


def wrapped_key(copy: Path, key: Any) -> bytes:
    """The wrapped key of a person in the stream of keys of a copy."""
    lines = heard(keys_beside(copy)).rows_of["people_datakey"].decode().splitlines()
    [found] = [line.split("\t") for line in lines if line.startswith(str(key))]
    return bytes.fromhex(found[1].removeprefix("\\\\x"))


def asked(home: Path, statement: str, *given: Any) -> list[tuple]:
    """What the database brought back into a folder says."""
    cluster = Cluster(home)
    with held(cluster), psycopg.connect(cluster.url(OWNER)) as connection:
        return connection.execute(statement, given).fetchall()


def owner() -> Any:
    """A cursor of the owner of the tables."""
    return connections["owner"].cursor()


def opens(wrapped: bytes, key: Any) -> bool:
    """Whether a wrapped key can still be unwrapped."""
    return bool(wrapped) and len(ring().unwrap(wrapped, owner=str(key))) == 32
