"""Who may do what with decisions on legal status."""

from datetime import date
from typing import TYPE_CHECKING, Any

from ketnoi.agencies.terms import OPENS_FILES, Role
from ketnoi.cases.terms import Status
from ketnoi.identification import rules

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.identification.models import StatusDecision

DECIDES = frozenset({Role.VERIFIER, Role.CASEWORKER, Role.LEAD})


def may_be_asked(*, member: Any, case: "Case", takes_part: bool, on: date) -> bool:
    """Be waited for: agencies that decide by law, once they take part in the file."""
    inside = takes_part or (member.files is not None and member.files == case.holder_id)
    is_body = bool(rules.statuses_of(function=member.agency.function, on=on))
    return inside and is_body and member.role in OPENS_FILES


def may_decide(*, member: Any, case: "Case", takes_part: bool, on: date) -> bool:
    """Write down a decision: verifiers, caseworkers and leads of agencies that decide by law."""
    is_open = case.status != Status.ENTERED_IN_ERROR
    asked = may_be_asked(member=member, case=case, takes_part=takes_part, on=on)
    return is_open and asked and member.role in DECIDES


def may_come_to(*, member: Any, status: str, on: date) -> bool:
    """Come to this status: what the law leaves to agencies of this function on that day."""
    return status in rules.statuses_of(function=member.agency.function, on=on)


def may_see_number(*, member: Any, decision: "StatusDecision") -> bool:
    """Read the number of the paper: the agency that wrote it down, and the holder of the file."""
    return member.files is not None and member.files in {decision.agency_id, decision.holder_id}
