"""Who is away, and who stands in for whom."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from ketnoi.agencies.models import Agency, Leave, Member
from ketnoi.foundation import clock


def leaves_between(member: Member, since: date, until: date) -> QuerySet[Leave]:
    """The days on which somebody is away, as far as they touch these."""
    return Leave.objects.filter(member=member, ended_at=None, since__lte=until, until__gte=since)


def stands_in_between(member: Member, since: date, until: date) -> QuerySet[Leave]:
    """The days on which somebody stands in for a colleague, as far as they touch these."""
    days = {"since__lte": until, "until__gte": since}
    return Leave.objects.filter(substitute=member, ended_at=None, member__left_at=None, **days)


def leaves_of(agency: Agency) -> list[Leave]:
    """Who of an agency is away or will be, the next first."""
    found = Leave.objects.filter(member__agency=agency, ended_at=None, until__gte=clock.today())
    found = found.filter(member__left_at=None).select_related("member", "substitute")
    return list(found.order_by("since", "pk"))


def leave(member: Member, pk: UUID) -> Leave | None:
    """One leave of a colleague."""
    found = Leave.objects.filter(pk=pk, member__agency=member.agency_id)
    return found.select_related("member", "substitute").first()


def stood_in_for(member: Any) -> list[Member]:
    """The colleagues for whom somebody stands in today."""
    away = Leave.objects.filter(_today(), substitute=member.member_id, substitute__left_at=None)
    found = Member.objects.filter(leaves__in=away, left_at=None)
    return list(found.distinct())


def substitute_of(member_id: UUID | None) -> UUID | None:
    """Who stands in for a member today, if she is away."""
    if member_id is None:
        return None
    found = Leave.objects.filter(_today(), member_id=member_id, substitute__left_at=None)
    return found.values_list("substitute_id", flat=True).first()


def _today() -> Q:
    today = clock.today()
    return Q(ended_at=None, since__lte=today, until__gte=today)
