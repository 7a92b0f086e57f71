"""Sealing: each minute the heads of the chains that moved are put under one signed root."""

from datetime import UTC, datetime
from uuid import UUID

from django.db import connection, transaction

from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.seals import START, Leaf, Seal, root

AT_ONCE = 100_000
LONG_AGO = datetime(1900, 1, 1, tzinfo=UTC)
FIELDS = "number, at, horizon, chains, lines, leaves, root, prev, key, signature"
ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('kn.trail_seal'))"
TO_SEAL = "SELECT chain, seq, hash, was FROM kn.trail_to_seal(%s)"
HORIZON = "SELECT kn.now(), kn.trail_horizon()"
KEEP = "SELECT kn.trail_keep_seal(" + ", ".join(["%s"] * 14) + ")"
SEALS = f"SELECT {FIELDS} FROM kn.trail_seals(%s, %s)"  # noqa: S608
HANDED = "SELECT kn.trail_note_handed(%s, %s)"
LAST_HANDED = "SELECT receiver, seal FROM kn.trail_last_handed()"


def seal() -> Seal | None:
    """Seal what was written since the last seal; nothing when nothing was.

    A chain is sealed as far as it is committed: writers of a chain wait for one another, so a line
    of a transaction that still runs comes after the head that is seen here, never before it.
    """
    newest = None
    while (made := _seal_once()) is not None:
        newest = made
        if made.leaves < AT_ONCE:
            break
    return newest


def latest() -> Seal | None:
    """The newest seal."""
    found = seals(most=1)
    return found[0] if found else None


def seals(*, before: int = 2**31 - 1, most: int = 100) -> list[Seal]:
    """Seals, the newest first. They hold counts and hashes, nothing about anybody."""
    with connection.cursor() as cursor:
        cursor.execute(SEALS, [before, most])
        return [Seal.of_row(row) for row in cursor.fetchall()]


def note_handed(*, receiver: UUID, number: int) -> None:
    """Remember that an agency was given a seal to keep."""
    with transaction.atomic(), acting(NETWORK), connection.cursor() as cursor:
        cursor.execute(HANDED, [receiver, number])


def last_handed() -> dict[UUID, int]:
    """The newest seal that each receiver was given."""
    with connection.cursor() as cursor:
        cursor.execute(LAST_HANDED)
        return dict(cursor.fetchall())


def _seal_once() -> Seal | None:
    with transaction.atomic(), acting(NETWORK), connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME)
        before = latest()
        # The horizon is read before the heads: what ends in between is sealed, and not expected.
        cursor.execute(HORIZON)
        now, horizon = cursor.fetchone()
        cursor.execute(TO_SEAL, [AT_ONCE])
        moved = [(c, seq, bytes(head), was) for c, seq, head, was in cursor.fetchall()]
        if not moved:
            return None
        made = _made(moved, before, now, horizon).signed()
        _keep(cursor, made, [leaf[:3] for leaf in moved])
        return made


def _made(
    moved: list[tuple[UUID, int, bytes, int]],
    before: Seal | None,
    now: datetime,
    horizon: datetime,
) -> Seal:
    # What is left for the next seal may be older than this moment.
    is_all, reached = len(moved) < AT_ONCE, before.horizon if before else LONG_AGO
    return Seal(
        number=before.number + 1 if before else 1,
        at=now,
        horizon=horizon if is_all else reached,
        chains=(before.chains if before else 0) + sum(not was for *_, was in moved),
        lines=(before.lines if before else 0) + sum(seq - was for _, seq, _, was in moved),
        leaves=len(moved),
        root=root(leaf[:3] for leaf in moved),
        prev=before.hash if before else START,
    )


def _keep(cursor: object, made: Seal, leaves: list[Leaf]) -> None:
    columns = [list(column) for column in zip(*leaves, strict=True)]
    told = [getattr(made, name.strip()) for name in FIELDS.split(",")]
    cursor.execute(KEEP, [*told, made.hash, *columns])  # type: ignore[attr-defined]
