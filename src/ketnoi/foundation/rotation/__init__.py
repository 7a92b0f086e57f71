"""Changing keys while the house is open: every row can be read before, during and after.

A new generation begins (from then on everything new is sealed with it), transactions that began
before come to their end, what lies under the old one is wrapped again, and the old one is dropped.
Each step is committed by itself: whoever comes back after a crash goes on where it stopped.
"""

import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connections, transaction

from ketnoi.foundation.crypto import keyfile, signing
from ketnoi.foundation.crypto.ring import (
    FIRST,
    Generation,
    KeyClass,
    key_id,
    read_state,
    ring,
    tell,
    write_state,
)
from ketnoi.foundation.guard.signing import keep_key
from ketnoi.foundation.rotation.columns import OWNER, Column, TagColumn, asked, columns_of
from ketnoi.foundation.rotation.line import leave_line

WAIT = 0.05
OTHERS = """
SELECT virtualtransaction FROM pg_locks
 WHERE locktype = 'virtualxid' AND pid <> pg_backend_pid() AND granted
   AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())
"""
ROTATES = tuple(kind for kind in KeyClass if kind is not KeyClass.SESSION)
"""What is rotated by name. The session key follows the root: people sign in again."""
Said = Callable[[str], None]


@dataclass(frozen=True)
class Standing:
    """Where a class stands: its generations, and how many rows still lie under an older one."""

    kind: str
    generations: tuple[Generation, ...]
    rows: int
    waiting: int


def standings() -> list[Standing]:
    """Where every class stands now."""
    _learn()
    return [_standing(kind) for kind in ROTATES]


def begin(kinds: Iterable[str], *, new_root: bool = False) -> None:
    """These classes seal with a new key from now on; where that is under way, it stays as it is."""
    with transaction.atomic(using=OWNER):
        before = read_state(_locked())
        source = _new_root() if new_root else _root_id(keyfile.NAME)
        after = {str(kind): before.get(kind, (_named(FIRST),)) for kind in ROTATES}
        fresh = [str(kind) for kind in kinds if len(after[kind]) == 1]
        for kind in fresh:
            newest = after[kind][0]
            after[kind] = (Generation(newest.number + 1, source), newest)
        _write(write_state(after))
        if fresh:
            leave_line("keys.change_begun", classes=fresh, root=new_root)
    _learn()


def go_on(said: Said) -> list[str]:
    """Bring every class that is under way to its end, and say which those were."""
    _learn()
    under_way = [kind for kind in ROTATES if len(ring().live(kind)) > 1]
    if under_way:
        _wait_for_others()
    for kind in under_way:
        for column in columns_of(kind):
            _wrap_again(column, said)
        _drop(kind)
        said(f"{kind}: {ring().live(kind)[0].number}")
    _put_root_in_place(said)
    return [str(kind) for kind in under_way]


def _wrap_again(column: Column | TagColumn, said: Said) -> None:
    total, done = column.waiting(), 0
    for batch in column.batches():
        done += column.replace(batch)
        said(f"{column.kind}: {done}/{total}")


def _standing(kind: str) -> Standing:
    columns = columns_of(kind)
    waiting = sum(column.waiting() for column in columns)
    rows = sum(column.count() for column in columns)
    return Standing(kind, ring().live(kind), rows, waiting)


def _drop(kind: str) -> None:
    with transaction.atomic(using=OWNER):
        generations = read_state(_locked())
        under = [column for column in columns_of(kind) if isinstance(column, Column)]
        if any(column.waiting() for column in under):
            raise RuntimeError(f"{kind}: rows still lie under the old key")
        _write(write_state({**generations, kind: generations[kind][:1]}))
        number = generations[kind][0].number
        leave_line("keys.change_finished", classes=[str(kind)], generation=number)
    _learn()


def _wait_for_others() -> None:
    """Until every transaction that began before now has ended: it may still seal the old way."""
    before = set(asked(OTHERS))
    while before & set(asked(OTHERS)):
        time.sleep(WAIT)


def _learn() -> None:
    tell(asked("SELECT kn.key_state()")[0][0])


def _locked() -> str:
    return asked("SELECT state FROM kn.key_ring FOR UPDATE")[0][0]


def _write(state: str) -> None:
    with connections[OWNER].cursor() as cursor:
        cursor.execute("UPDATE kn.key_ring SET state = %s", [state])
    tell(state)
    signing.keep_public_keys()
    keep_key(OWNER)


def _folder() -> Path:
    return Path(settings.KETNOI_KEYS)


def _root_id(name: str) -> str:
    return key_id(keyfile.read_one(_folder() / name)).hex()


def _named(generation: Generation) -> Generation:
    return Generation(generation.number, generation.root or _root_id(keyfile.NAME))


def _new_root() -> str:
    """The name of the root that comes next; one that was made before a crash is taken up again."""
    if waiting := sorted(_folder().glob(keyfile.MORE)):
        return _root_id(waiting[-1].name)
    key = secrets.token_bytes(keyfile.SIZE)
    keyfile.add(_folder(), key, f"root-{key_id(key).hex()}.key")
    return key_id(key).hex()


def _put_root_in_place(said: Said) -> None:
    """When nothing comes from the old root any more, the new one takes its name."""
    sources = {
        g.root for live in read_state(asked("SELECT kn.key_state()")[0][0]).values() for g in live
    }
    old = _root_id(keyfile.NAME)
    if old in sources or not sources:
        return
    kept = keyfile.take_over(_folder(), old=old, new=next(iter(sources)))
    said(f"root: {kept}")
