"""Chance and time held still, so that two answers differ only where what they say differs."""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from hashlib import sha256
from types import SimpleNamespace
from unittest.mock import patch

import psycopg
from django.db import connections, transaction

from ketnoi.foundation import clock

MOMENT = 1_795_572_000.0


@contextmanager
def still(seed: str) -> Iterator[None]:
    """Random bytes (ids, keys, masks of form tokens) come from a seed, and the second stands."""
    drawn = 0

    def draw(size: int) -> bytes:
        nonlocal drawn
        drawn += 1
        blocks = range(-(-size // 32))
        return b"".join(sha256(f"{seed}/{drawn}/{n}".encode()).digest() for n in blocks)[:size]

    second = SimpleNamespace(time=lambda: MOMENT)
    with (
        patch.object(os, "urandom", draw),
        patch.object(random, "_urandom", draw),
        patch("django.http.response.time", second),
        patch("django.utils.cache.time", second),
        patch("ketnoi.site.locking.time", second),
    ):
        yield


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens in the block, the database does not remember it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def ago(**much: float) -> Iterator[None]:
    """What happens in the block happens so long before; two things at one moment have no order."""
    shift = clock.offset()
    move_clock(shift - timedelta(**much))
    yield
    move_clock(shift)


def move_clock(shift: timedelta) -> None:
    """The owner moves the clock of the database, at once and for everybody."""
    to = connections["owner"].settings_dict
    address = {"host": to["HOST"], "port": to["PORT"] or None, "dbname": to["NAME"]}
    with psycopg.connect(**address, user=to["USER"], password=to["PASSWORD"]) as owner:
        owner.execute("UPDATE kn.clock SET shift = %s", [shift])
