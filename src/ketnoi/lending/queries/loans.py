"""Loans, as far as the one who asks may know of them."""

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import QuerySet

from ketnoi.cases import actions as files
from ketnoi.cases import queries as cases
from ketnoi.law import queries as law
from ketnoi.lending import access
from ketnoi.lending.models import Forgiveness, Loan
from ketnoi.lending.terms import ForgivenessState

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

SHOWN = 200


def loans_of(case: "Case", member: Any) -> list[Loan]:
    """Loans of the person of a file that this member may know of, the first one first."""
    found = _loans(member).filter(case_id__in=cases.within(case))
    return [_in_file(one, case) for one in found.order_by("made_at", "pk")]


def loan_in(member: Any, code: str, pk: UUID) -> Loan | None:
    """One loan, looked up through its file."""
    case = cases.case_by_code(member, code)
    if case is None:
        return None
    loan = _loans(member).filter(case_id__in=cases.within(case), pk=pk).first()
    return _in_file(loan, case) if loan else None


def own_loans(member: Any) -> list[Loan]:
    """What a member's own agency lent, the latest first."""
    found = _loans(member).filter(agency_id=member.files)
    return list(found.order_by("-made_at", "pk")[:SHOWN])


def forgiveness_of(loan: Loan, member: Any) -> Forgiveness | None:
    """What waits for a second pair of eyes."""
    found = _forgivenesses(member).filter(loan=loan, state=ForgivenessState.PROPOSED)
    return _of(found.first(), loan)


def forgiveness_in(member: Any, code: str, pk: UUID) -> Forgiveness | None:
    """A wish to forgive, looked up through its loan and file."""
    case = cases.case_by_code(member, code)
    if case is None:
        return None
    one = _forgivenesses(member).filter(case_id__in=cases.within(case), pk=pk).first()
    loan = loan_in(member, code, one.loan_id) if one else None
    return _of(one, loan) if loan else None


def may_lend(case: "Case", member: Any) -> bool:
    """Whether this member may lend money of her agency to the person of a file."""
    takes_part = cases.takes_part(member, case)
    return access.may_lend(member=member, case=case, takes_part=takes_part)


def most_rate(on: date) -> int:
    """How many percent a year money may cost at most, by the rule in force on a day."""
    return law.fact("loan.most_rate", on=on).value or 0


def place_of(loan: Loan) -> files.Place:
    """The file of a loan, as a task names it."""
    return files.Place(loan.case_id, loan.holder_id, loan.code)


def _loans(member: Any) -> QuerySet[Loan]:
    return Loan.objects.visible_to(member).select_related("agency")


def _forgivenesses(member: Any) -> QuerySet[Forgiveness]:
    found = Forgiveness.objects.visible_to(member)
    return found.select_related("proposed_by", "ended_by")


def _of(one: Forgiveness | None, loan: Loan) -> Forgiveness | None:
    if one is not None:
        one.loan, one.case = loan, loan.case
    return one


def _in_file(loan: Loan, case: "Case") -> Loan:
    loan.case = cases.within(case)[loan.case_id]
    return loan
