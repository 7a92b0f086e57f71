"""By what members are told, besides a letter."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from ketnoi.agencies.models import Bell, Member
from ketnoi.agencies.terms import Rings
from ketnoi.foundation import notices
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting


def kinds_of_bells() -> list[Rings]:
    """What this installation has: a member is offered nothing else."""
    return [Rings(kind) for kind in notices.set_up(Rings.values)]


def bells_of(member: Any) -> list[Bell]:
    """By what a member is told now."""
    found = _hers(member).exclude(confirmed_at=None)
    return list(found.filter(kind__in=kinds_of_bells()).order_by("kind", "since"))


def bell(member: Any, pk: UUID) -> Bell | None:
    """One of her own devices or numbers, confirmed or not."""
    return _hers(member).filter(pk=pk).first()


def unconfirmed(member: Any, pk: UUID) -> Bell | None:
    """A number of hers that waits for its code."""
    return unconfirmed_of(member).filter(pk=pk).first()


def unconfirmed_of(member: Any) -> QuerySet[Bell]:
    """The numbers of hers that wait for their code."""
    return _hers(member).filter(confirmed_at=None)


def numbers_given(member: Any, since: datetime) -> int:
    """How many numbers a member has given since then, right or wrong."""
    given = Bell.objects.visible_to(member).filter(member=member.member_id, since__gte=since)
    return given.exclude(kind=Rings.PUSH).count()


def has_bell(user_id: int) -> bool:
    """Whether an account is told by more than letters, in whichever agency."""
    with acting(NETWORK):
        return Bell.objects.filter(member__user_id=user_id, ended_at=None).exists()


def bell_of_job(bell_id: UUID | str) -> Bell:
    """A device or a number as the system sees it, over or not."""
    return Bell.objects.get(pk=bell_id)


def bells_to_ring(member_id: UUID | str) -> list[UUID]:
    """By what a member is told, as the system sees it; by nothing once she left."""
    live = Bell.objects.filter(member_id=member_id, member__left_at=None, ended_at=None)
    live = live.filter(kind__in=kinds_of_bells()).exclude(confirmed_at=None)
    return list(live.order_by("since").values_list("pk", flat=True))


def is_told_by_mail(member_id: UUID | str) -> bool:
    """Whether she wants letters, whatever else rings."""
    return Member.objects.filter(pk=member_id, by_mail=True).exists()


def _hers(member: Any) -> QuerySet[Bell]:
    found = Bell.objects.visible_to(member)
    return found.filter(member=member.member_id, ended_at=None)
