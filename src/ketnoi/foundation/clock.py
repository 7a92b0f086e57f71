"""What time it is, for everyone the same: the database says it, once per transaction."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import connection

from ketnoi.foundation.guard import context

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """The moment this transaction goes by (the clock, plus the offset of a demo)."""
    acting = context.current()
    if acting is not None:
        return acting.now
    with connection.cursor() as cursor:
        cursor.execute("SELECT kn.now()")
        return cursor.fetchone()[0]


def today() -> date:
    """The day in Viet Nam."""
    return now().astimezone(ZONE).date()


def offset() -> timedelta:
    """How far a demo has moved the clock; zero everywhere else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT shift FROM kn.clock")
        return cursor.fetchone()[0]


def move_by(shift: timedelta, *, using: str = "owner") -> None:
    """Let a demo live so much before or after the true time. Only the owner can."""
    from django.db import connections

    with connections[using].cursor() as cursor:
        seconds = shift.total_seconds()
        cursor.execute("UPDATE kn.clock SET shift = make_interval(secs => %s)", [seconds])


def move_to(day: date, *, using: str = "owner") -> None:
    """Let a demo live on another day. Only the owner of the database can."""
    from django.db import connections

    with connections[using].cursor() as cursor:
        cursor.execute("SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date")
        shift = day - cursor.fetchone()[0]
    move_by(shift, using=using)
