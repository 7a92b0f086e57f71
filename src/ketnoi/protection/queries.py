"""What pages and other domains may ask about shelter, always through the one who asks."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ketnoi.cases import queries as cases
from ketnoi.foundation.clock import ZONE
from ketnoi.law import queries as law
from ketnoi.protection import access, rules
from ketnoi.protection.models import ShelterStay, StayPlace

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.law.models import Fact


@dataclass(frozen=True)
class Limit:
    """How long a stay may last by one rule, and until when that is."""

    fact: "Fact"
    due: datetime


def sheltered_since(case: "Case", member: Any) -> list[datetime]:
    """Since when she is in a shelter; all that other agencies of a file learn."""
    found = ShelterStay.objects.visible_to(member).filter(
        case_id__in=cases.within(case), left_at=None
    )
    return list(found.order_by("admitted_at").values_list("admitted_at", flat=True))


def stay_here(case: "Case", member: Any) -> ShelterStay | None:
    """The running stay at this member's own shelter."""
    found = ShelterStay.objects.visible_to(member).filter(
        case_id__in=cases.within(case), left_at=None
    )
    stay = found.filter(agency_id=member.files).first() if member.files else None
    if stay is not None:
        stay.case = cases.within(case)[stay.case_id]
    return stay


def stay_by_code(member: Any, code: str) -> ShelterStay | None:
    """The running stay at this member's own shelter, by the code of the file."""
    case = cases.case_by_code(member, code)
    return stay_here(case, member) if case else None


def place_of(stay: ShelterStay, member: Any) -> str:
    """Where she is; nothing for anybody but the shelter."""
    if not access.may_see_place(member=member, stay=stay):
        return ""
    place = StayPlace.objects.visible_to(member).select_related("key").filter(stay=stay).first()
    return place.address.open() if place else ""


def limits_of(stay: ShelterStay) -> list[Limit]:
    """How long the stay may last, by each rule that was in force when it began."""
    begun = stay.admitted_at.astimezone(ZONE)
    return [
        Limit(law.fact(code, on=begun.date()), law.due(code=code, start=begun))
        for code in rules.LIMITS
    ]


def may_admit(case: "Case", member: Any) -> bool:
    """Whether this member may take her in."""
    takes_part = cases.takes_part(member, case)
    return access.may_admit(member=member, case=case, takes_part=takes_part)
