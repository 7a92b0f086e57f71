"""What pages and other domains may ask about shelter, always through the one who asks."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ketnoi.cases import queries as cases
from ketnoi.foundation.clock import ZONE
from ketnoi.law import queries as law
from ketnoi.protection import access, rules
from ketnoi.protection.models import ShelterStay, StayPlace
from ketnoi.protection.queries.beds import House as House
from ketnoi.protection.queries.beds import UnitNow as UnitNow
from ketnoi.protection.queries.beds import bed_chosen as bed_chosen
from ketnoi.protection.queries.beds import beds_to_choose as beds_to_choose
from ketnoi.protection.queries.beds import house as house
from ketnoi.protection.queries.beds import house_of as house_of
from ketnoi.protection.queries.beds import is_counted_tonight as is_counted_tonight
from ketnoi.protection.queries.beds import may_set_places as may_set_places
from ketnoi.protection.queries.beds import occupancy as occupancy
from ketnoi.protection.queries.beds import own_shelter as own_shelter
from ketnoi.protection.queries.beds import running as running
from ketnoi.protection.queries.beds import stay_in_house as stay_in_house
from ketnoi.protection.queries.beds import tonight as tonight
from ketnoi.protection.queries.beds import units_to_choose as units_to_choose
from ketnoi.protection.queries.plans import PARTS as PARTS
from ketnoi.protection.queries.plans import latest_review as latest_review
from ketnoi.protection.queries.plans import lines_of as lines_of
from ketnoi.protection.queries.plans import may_plan as may_plan
from ketnoi.protection.queries.plans import plan_by_code as plan_by_code
from ketnoi.protection.queries.plans import plan_of as plan_of

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


def running_stay(member: Any, stay: str) -> ShelterStay | None:
    """The running stay with this code of its own at this member's shelter, whether or not the file
    is still open to the shelter."""
    return running(member).filter(code=stay).select_related("agency").first()


def place_of(stay: ShelterStay, member: Any) -> str:
    """Where she is; nothing for anybody but the shelter."""
    if not access.may_see_place(member=member, stay=stay):
        return ""
    place = StayPlace.objects.visible_to(member).select_related("key").filter(stay=stay).first()
    return place.address.open() if place else ""


def has_place(stay: ShelterStay, member: Any) -> bool:
    """Whether it was written down where she is."""
    return StayPlace.objects.visible_to(member).filter(stay=stay).exists()


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
