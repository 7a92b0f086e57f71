"""The two locks, one at a time: what the code asks for, and what the database lets through."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.db import connections

from ketnoi.foundation.action import RecordQuerySet
from ketnoi.foundation.postgres.cluster import ROOT
from tests.database import CLUSTER

BOTH, DATABASE, CODE = "both locks", "the database alone", "the code alone"


@contextmanager
def only(lock: str) -> Iterator[None]:
    """Only this lock is shut: no query asks for less, or PostgreSQL refuses nothing.

    To be entered before the test begins its transaction.
    """
    if lock == DATABASE:
        with patch.object(RecordQuerySet, "visible_to", lambda rows, *_, **__: rows.all()):
            yield
    elif lock == CODE:
        with _as_superuser():
            yield
    else:
        yield


@contextmanager
def _as_superuser() -> Iterator[None]:
    default = connections["default"]
    default.close()
    mighty = {"USER": ROOT, "PASSWORD": CLUSTER.password(ROOT)}
    with patch.dict(default.settings_dict, mighty):
        yield
        default.close()
