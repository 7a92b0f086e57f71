"""Who may do what with loans. One question, one function, one answer."""

from typing import TYPE_CHECKING, Any

from ketnoi.agencies.terms import Role
from ketnoi.cases.terms import Status
from ketnoi.lending import rules

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.lending.models import Forgiveness, Loan

LENDS = frozenset({Role.CASEWORKER, Role.LEAD})
FORGIVES = frozenset({Role.LEAD})


def may_lend(*, member: Any, case: "Case", takes_part: bool) -> bool:
    """Lend money of one's agency: caseworkers and leads of agencies that take part in the file."""
    inside = takes_part or (member.files is not None and member.files == case.holder_id)
    return inside and case.status != Status.ENTERED_IN_ERROR and member.role in LENDS


def may_write_down(*, member: Any, loan: "Loan") -> bool:
    """Write down what she paid, or that she was asked: whoever lends, and who keeps her file."""
    sides = {loan.agency_id, loan.holder_id}
    return member.files is not None and member.files in sides and member.role in LENDS


def may_ease(*, member: Any, loan: "Loan") -> bool:
    """Give another schedule, take an entry back, propose to forgive: caseworkers of the lender."""
    return member.files is not None and member.files == loan.agency_id and member.role in LENDS


def may_decide(*, member: Any, forgiveness: "Forgiveness") -> bool:
    """Forgive what is still owed: a lead of the lender, never who proposed it."""
    is_lead = member.files == forgiveness.agency_id and member.role in FORGIVES
    return is_lead and rules.are_two(proposed=forgiveness.proposed_by_id, decides=member.member_id)


def may_keep_groups(*, member: Any) -> bool:
    """Open a group, write in its book, take an entry back, share out: caseworkers and leads."""
    return member.files is not None and member.role in LENDS


def may_keep(*, member: Any, agency_id: Any) -> bool:
    """Write in the book of a group: caseworkers and leads of the agency beside it."""
    return may_keep_groups(member=member) and member.files == agency_id
