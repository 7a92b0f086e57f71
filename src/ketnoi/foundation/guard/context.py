"""Who is acting, told to the database once per transaction and forgotten with it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from ketnoi.foundation.actor import Actor, Guest
from ketnoi.foundation.crypto import KeyClass, ring, tell
from ketnoi.foundation.guard.signing import signed

TELL = (
    "SELECT set_config('kn.told', %s, true), set_config('kn.signed', %s, true)"
    ", kn.now(), kn.key_state(), kn.hidden()"
)


@dataclass(frozen=True)
class Context:
    """What policies know of the actor, and the moment the transaction goes by.

    `hidden` are the ids of what the actor must not know of.
    """

    told: tuple[str, ...]
    now: datetime
    hidden: tuple[UUID, ...] = ()


_context: ContextVar[Context | None] = ContextVar("acting", default=None)


def current() -> Context | None:
    """The context of the running transaction, if somebody is acting."""
    return _context.get()


@contextmanager
def acting(by: Actor) -> Iterator[Context]:
    """Act as somebody for the rest of the block. Needs a running transaction."""
    before = _context.get()
    told = tuple(str(getattr(by, name) or "") for name in _ATTRIBUTES)
    told = (*told, by.key if isinstance(by, Guest) else "")
    if before is not None and before.told == told:
        yield before
        return
    token = _context.set(_tell(told))
    try:
        yield _context.get()  # type: ignore[misc]
        _back_to(before)
    finally:
        _context.reset(token)


@contextmanager
def reading(by: Actor) -> Iterator[Context]:
    """A transaction of somebody who only looks: PostgreSQL itself refuses to write."""
    with transaction.atomic(), acting(by) as context:
        read_only()
        yield context


def read_only() -> None:
    """From here to the end of the transaction PostgreSQL refuses every write."""
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION READ ONLY")


def is_believed(by: Actor) -> bool:
    """Whether the database takes this program's word for who acts."""
    with transaction.atomic(), acting(by), connection.cursor() as cursor:
        cursor.execute("SELECT kn.role()")
        return cursor.fetchone() == (by.role,)


_ATTRIBUTES = ("member_id", "agency_id", "files", "role")
NOBODY = ("",) * (len(_ATTRIBUTES) + 1)


def _back_to(before: Context | None) -> None:
    """Be whoever acted before. The end of the outermost transaction forgets by itself."""
    if before is not None:
        _tell(before.told)
    elif connection.savepoint_ids:
        _tell(NOBODY)


def _tell(told: tuple[str, ...]) -> Context:
    if not connection.in_atomic_block:
        raise RuntimeError("acting() needs a transaction: the settings are local to it")
    with connection.cursor() as cursor:
        backend = connection.connection.info.backend_pid
        cursor.execute(TELL, signed(told, backend=backend, at=time.time()))
        *_, now, keys, hidden = cursor.fetchone()
    # The key under who acts was changed since this thread last asked: say it again, signed anew.
    before = ring().live(KeyClass.CONTEXT)
    tell(keys)
    if before != ring().live(KeyClass.CONTEXT):
        return _tell(told)
    return Context(told=told, now=now, hidden=tuple(hidden))
