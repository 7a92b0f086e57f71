"""Which agencies agreed to ask what of each other."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from ketnoi.agencies.models import Agency, Agreement, Party
from ketnoi.foundation.clock import ZONE


def agreements(member: Any) -> QuerySet[Agreement]:
    """Every agreement with who signed it, those not ended first; all members read them."""
    parties = Party.objects.select_related("agency").order_by("agency__level", "agency__name")
    found = Agreement.objects.prefetch_related(Prefetch("parties", queryset=parties))
    return found.order_by("-ended_at", "-since", "title")


def agreement(member: Any, pk: UUID) -> Agreement | None:
    """One agreement with who signed it."""
    return agreements(member).filter(pk=pk).first()


def party(member: Any, pk: UUID, agency: UUID) -> Party | None:
    """An agency in an agreement, looked up through the agreement."""
    found = Party.objects.filter(agreement_id=pk, agency_id=agency)
    return found.select_related("agreement", "agency").first()


def waits_for_signature(agency: Agency) -> int:
    """How many agreements an agency is asked to sign."""
    asked = Party.objects.filter(agency=agency, signed_at=None, agreement__ended_at=None)
    return asked.count()


def agreed(*, asks: UUID, asked: UUID, purpose: str, now: datetime) -> Agreement | None:
    """The agreement under which one agency may ask this of another; the latest of several."""
    both = _in_force(now).filter(purposes__contains=[purpose]).filter(_signed(asks))
    return both.filter(_signed(asked)).order_by("-since", "-made_at").first()


def agreed_with(agency_id: UUID, purpose: str, *, now: datetime) -> set[UUID]:
    """Which agencies this one may ask for this."""
    under = _in_force(now).filter(purposes__contains=[purpose]).filter(_signed(agency_id))
    signed = Party.objects.filter(agreement__in=under, signed_at__isnull=False, left_at=None)
    return set(signed.exclude(agency_id=agency_id).values_list("agency_id", flat=True))


def bound(*, now: datetime) -> int:
    """How many agencies may refer to another one today, under whatever agreement."""
    signed = Party.objects.filter(agreement__in=_in_force(now), signed_at__isnull=False)
    several = signed.filter(left_at=None).values("agreement").annotate(many=Count("pk"))
    binding = several.filter(many__gt=1).values("agreement")
    return signed.filter(left_at=None, agreement__in=binding).values("agency").distinct().count()


def _in_force(now: datetime) -> QuerySet[Agreement]:
    on: date = now.astimezone(ZONE).date()
    lasts = Q(until=None) | Q(until__gte=on)
    return Agreement.objects.filter(lasts, ended_at=None, since__lte=on)


def _signed(agency_id: UUID) -> Q:
    signed = Party.objects.filter(agency_id=agency_id, signed_at__isnull=False, left_at=None)
    return Q(pk__in=signed.values("agreement_id"))
