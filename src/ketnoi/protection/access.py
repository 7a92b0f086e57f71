"""Who may do what with shelter stays."""

from typing import TYPE_CHECKING, Any

from ketnoi.agencies.terms import Role
from ketnoi.cases.terms import GOES_ON, Status
from ketnoi.protection import rules

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.protection.models import ShelterStay

SHELTERS = frozenset({Role.CASEWORKER, Role.SPECIALIST, Role.LEAD})
PLANS = SHELTERS
SETS_PLACES = frozenset({Role.LEAD})


def may_admit(*, member: Any, case: "Case", takes_part: bool) -> bool:
    """Take her in: caseworkers, specialists and leads of a shelter that takes part in the file."""
    inside = takes_part or (member.files is not None and member.files == case.holder_id)
    is_shelter = rules.gives_shelter(function=member.agency.function)
    is_open = case.status != Status.ENTERED_IN_ERROR
    return inside and is_open and is_shelter and member.role in SHELTERS


def may_keep(*, member: Any, stay: "ShelterStay") -> bool:
    """Review or end a stay: the same people of the same shelter."""
    return member.files == stay.agency_id and member.role in SHELTERS


def may_keep_house(*, member: Any) -> bool:
    """Keep a bed, count at night, look at the board: who takes people in, in their own shelter."""
    is_shelter = rules.gives_shelter(function=member.agency.function)
    return is_shelter and member.files == member.agency_id and member.role in SHELTERS


def may_set_places(*, member: Any) -> bool:
    """Say how many places the units have: the lead of the shelter."""
    return may_keep_house(member=member) and member.role in SETS_PLACES


def may_plan(*, member: Any, case: "Case", takes_part: bool) -> bool:
    """Write a safety plan with her: who works on a file in which her agency takes part."""
    inside = takes_part or (member.files is not None and member.files == case.holder_id)
    return inside and case.status in GOES_ON and member.role in PLANS


def may_see_place(*, member: Any, stay: "ShelterStay") -> bool:
    """Read where she is: the shelter, and nobody else."""
    return member.files is not None and member.files == stay.agency_id
