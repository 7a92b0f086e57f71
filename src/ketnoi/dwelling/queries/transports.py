"""Transports: of a stay, of an agency, of the whole network without a place."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q, QuerySet

from ketnoi.cases import queries as cases
from ketnoi.conferences import queries as conferences
from ketnoi.dwelling import access, rules
from ketnoi.dwelling.models import Transport, TransportEvent, TransportWords
from ketnoi.dwelling.terms import OPEN, State, Step

if TYPE_CHECKING:
    from ketnoi.agencies.models import Agency
    from ketnoi.protection.models import ShelterStay

NEAR = ("giver", "receiver", "owner")
ASKED = (Step.LEFT, Step.ARRIVED, Step.DELAYED, Step.CALLED_OFF)


def transport(member: Any, pk: UUID) -> Transport | None:
    """One transport, for the two hands of it."""
    hands = Q(giver_id=member.files) | Q(receiver_id=member.files)
    found = _all(member).filter(hands, pk=pk).first() if member.files else None
    if found is not None:
        found.hand = member.files
    return found


def transports_of(stay: "ShelterStay", member: Any) -> list[Transport]:
    """The transports of a stay, the newest first."""
    return list(_all(member).filter(stay_id=stay.pk).order_by("-planned_at", "pk"))


def open_transports(member: Any) -> list[Transport]:
    """The open ones this member sees: of her agency, or of the network for a coordinator."""
    return list(_all(member).filter(state__in=OPEN).order_by("due_at", "pk"))


def overdue_now(by: Any, *, now: datetime) -> list[Transport]:
    """Those who should have arrived and of whom nobody said so (for the system's own round)."""
    late = Q(state__in=(State.PLANNED, State.UNDERWAY), arrive_by__lt=now)
    return list(_all(by).filter(late).order_by("arrive_by", "pk"))


def words_of(transport: Transport, member: Any) -> TransportWords | None:
    """What is said of the way, for the two hands."""
    found = TransportWords.objects.visible_to(member).filter(transport=transport)
    return found.select_related("key").first()


def events_of(transport: Transport, member: Any) -> list[TransportEvent]:
    """What it came to, step by step."""
    found = TransportEvent.objects.visible_to(member).filter(transport=transport)
    return list(found.select_related("noted_by__agency").order_by("noted_at", "pk"))


def steps_of(transport: Transport, member: Any) -> list[str]:
    """Which steps this member may write down now."""
    return [step.value for step in ASKED if _fits(transport, step, member)]


def partners_of(stay: "ShelterStay", member: Any) -> "list[Agency]":
    """To whom she can be taken, or from whom: agencies of her file that this house knows of."""
    case = cases.case_of(member, stay.case_id)
    found = conferences.places(case, member) if case else []
    return [agency for agency in found if agency.pk != stay.agency_id]


def _fits(transport: Transport, step: Step, member: Any) -> bool:
    after = rules.next_state(
        state=transport.state, step=step.value, has_left=transport.left_at is not None
    )
    hands = rules.hands_of(
        step=step.value,
        giver=transport.giver_id,
        receiver=transport.receiver_id,
        house=transport.house_id,
    )
    return after is not None and access.may_hand(member=member, hands=hands)


def _all(member: Any) -> QuerySet[Transport]:
    return Transport.objects.visible_to(member).select_related(*NEAR)
