"""What is confided in one member is reached by her and by whoever stands beside her, by no other.

Who stands beside whom is a table with dates (`confides`); `confiding.sql` asks it for PostgreSQL.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import Q

from ketnoi.foundation import clock
from ketnoi.foundation.guard.reach import NOTHING, ByAgency, TakingPart

HAND_ON = "SELECT kn.hand_on(%s, %s, %s, %s)"
COUNT = "SELECT month, sessions, minutes, people FROM kn.confided_numbers(%s, %s)"


@dataclass(frozen=True)
class Confided(ByAgency):
    """Rows of an agency that are confided in the member whom `by` names.

    `alone`: only she herself reaches them, not whoever stands beside her.
    """

    by: str = ""
    alone: bool = False

    def _sql(self) -> str:
        return f"{super()._sql()} AND {_in_confidence(self)}"

    def _q(self, member: Any) -> Q:
        return super()._q(member) & _confided(self, member)


@dataclass(frozen=True)
class InConfidence(TakingPart):
    """Such rows of a file, for as long as the agency takes part in it."""

    by: str = ""
    alone: bool = False

    def _sql(self) -> str:
        return f"{super()._sql()} AND {_in_confidence(self)}"

    def _q(self, member: Any) -> Q:
        return super()._q(member) & _confided(self, member)


@dataclass(frozen=True)
class Counted:
    """How many sessions, minutes and different people there were; without a month, in all."""

    month: int | None
    sessions: int
    minutes: int
    people: int


def hand_on(record: UUID, *, to: UUID, key: UUID, closed: bytes) -> None:
    """What was confided in one member is confided in another from now on, and in her no more.

    PostgreSQL refuses it to whoever does not reach it herself.
    """
    with connection.cursor() as cursor:
        cursor.execute(HAND_ON, [record, to, key, closed])


def numbers(since: date, until: date) -> list[Counted]:
    """What was confided at the agency of whoever leads it, as numbers and as nothing else."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [since, until])
        return [Counted(*row) for row in cursor.fetchall()]


def _in_confidence(way: Any) -> str:
    if way.alone:
        return f"{way.by} = (SELECT kn.member())"
    # One array for each query, as for what is hidden.
    return f"{way.by} = ANY ((SELECT kn.confided())::uuid[])"


def _confided(way: Any, member: Any) -> Q:
    if not (member.files and member.member_id):
        return NOTHING
    hers = Q(**{way.by: member.member_id})
    return hers if way.alone else hers | Q(**{f"{way.by}__in": _beside(member)})


def _beside(member: Any) -> Any:
    """Beside whom this member stands today: what the function says, written out again."""
    model: Any = next(m for m in apps.get_models() if getattr(m, "confides", False))
    stands = model.objects.filter(supervisor_id=member.member_id, agency_id=member.files)
    stands = stands.filter(agreed_at__isnull=False, ended_at=None)
    return stands.filter(Q(until=None) | Q(until__gte=clock.today())).values("counsellor_id")
