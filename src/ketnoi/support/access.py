"""Who may do what with records of support."""

from typing import TYPE_CHECKING, Any

from ketnoi.agencies.terms import Role
from ketnoi.cases.terms import Status

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.support.models import SupportGiven

SUPPORTS = frozenset({Role.CASEWORKER, Role.SPECIALIST, Role.LEAD})


def may_record(*, member: Any, case: "Case", takes_part: bool) -> bool:
    """Write down support: caseworkers, specialists and leads of agencies that take part."""
    inside = takes_part or (member.files is not None and member.files == case.holder_id)
    return inside and case.status != Status.ENTERED_IN_ERROR and member.role in SUPPORTS


def may_mark_mistaken(*, member: Any, given: "SupportGiven") -> bool:
    """Mark a record as a mistake: whoever wrote it, and the lead of her agency."""
    is_ours = member.files is not None and member.files == given.agency_id
    return is_ours and (member.pk == given.noted_by_id or member.role == Role.LEAD)
