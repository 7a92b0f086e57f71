"""Who may do what with support, assessments and the plan."""

from typing import TYPE_CHECKING, Any

from ketnoi.agencies.terms import Role
from ketnoi.cases.terms import Status

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.support.models import Assessment, Fund, PlanStep, SupportGiven

SUPPORTS = frozenset({Role.CASEWORKER, Role.SPECIALIST, Role.LEAD})
PAYS = frozenset({Role.CASEWORKER, Role.LEAD})
KEEPS_FUNDS = frozenset({Role.LEAD})


def may_record(*, member: Any, case: "Case", takes_part: bool) -> bool:
    """Write down support: caseworkers, specialists and leads of agencies that take part."""
    inside = takes_part or (member.files is not None and member.files == case.holder_id)
    return inside and case.status != Status.ENTERED_IN_ERROR and member.role in SUPPORTS


def may_mark_mistaken(*, member: Any, given: "SupportGiven") -> bool:
    """Mark a record as a mistake: whoever wrote it, and the lead of her agency."""
    is_ours = member.files is not None and member.files == given.agency_id
    return is_ours and (member.pk == given.noted_by_id or member.role == Role.LEAD)


def may_assess(*, member: Any, case: "Case", takes_part: bool) -> bool:
    """Ask her how she lives, and write it down: as for support."""
    return may_record(member=member, case=case, takes_part=takes_part)


def may_take_back(*, member: Any, assessment: "Assessment") -> bool:
    """Mark an assessment as a mistake: whoever wrote it, and the lead of her agency."""
    is_ours = member.files is not None and member.files == assessment.agency_id
    return is_ours and (member.pk == assessment.noted_by_id or member.role == Role.LEAD)


def may_report(*, member: Any, step: "PlanStep") -> bool:
    """Say what came of a step: officers of the agency whose step it is, and of the holder."""
    is_theirs = member.files is not None and member.files in {step.agency_id, step.holder_id}
    return is_theirs and member.role in SUPPORTS


def may_open_fund(*, member: Any) -> bool:
    """Open a fund, write down what comes in, correct its books: the lead of its agency."""
    return member.files is not None and member.role in KEEPS_FUNDS


def may_use_fund(*, member: Any, fund: "Fund") -> bool:
    """Pay from a fund, let a promise go, take money back: its caseworkers and its lead."""
    return may_use_funds_of(member=member, agency_id=fund.agency_id)


def may_use_funds_of(*, member: Any, agency_id: Any) -> bool:
    """Promise money of an agency: its caseworkers and its lead."""
    return member.files is not None and member.files == agency_id and member.role in PAYS
