"""Who supervises whom."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from ketnoi.agencies import queries as agencies
from ketnoi.counselling import access
from ketnoi.counselling.models import Supervision
from ketnoi.foundation import clock

NEAR = ("counsellor", "supervisor")


def colleagues(member: Any) -> list[Any]:
    """The specialists of this member's agency."""
    found = agencies.officers_of(member.agency).filter(role__in=access.COUNSELS)
    return list(found.order_by("name", "pk"))


def supervisions_of(member: Any) -> list[Supervision]:
    """Whom she supervises or was asked to, and who supervises her; what has ended is left out."""
    found = Supervision.objects.visible_to(member).filter(ended_at=None).select_related(*NEAR)
    hers = Q(counsellor_id=member.member_id) | Q(supervisor_id=member.member_id)
    lasting = Q(until=None) | Q(until__gte=clock.today())
    return list(found.filter(hers, lasting).order_by("named_at", "pk"))


def supervision(member: Any, pk: UUID) -> Supervision | None:
    """One of them."""
    return next((one for one in supervisions_of(member) if one.pk == pk), None)


def supervises(member: Any, counsellor_id: UUID) -> bool:
    """Whether she supervises this counsellor today."""
    return any(
        one.counsellor_id == counsellor_id and one.agreed_at and one.supervisor_id == member.pk
        for one in supervisions_of(member)
    )
