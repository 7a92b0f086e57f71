"""That the rest need not be paid is said by one officer of the lender and agreed to by a lead."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext as _

from ketnoi.agencies import actions as agencies
from ketnoi.cases import actions as cases
from ketnoi.cases.terms import Step, TaskKind
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.guard.hiding import shut_out
from ketnoi.law import queries as law
from ketnoi.lending import access, queries
from ketnoi.lending.actions.books import (
    lock,
    lock_to_ease,
    refuse_unless_owed,
    write_entry,
)
from ketnoi.lending.actions.helping import await_next
from ketnoi.lending.models import Forgiveness, Loan
from ketnoi.lending.terms import EntryKind, ForgivenessState

PAGE = "lending:forgiveness"


@action
def propose_forgiveness(*, loan: Loan, why: str, words: str, by: Any, now: datetime) -> Forgiveness:
    """She cannot pay the rest, and should not have to: a lead of the lender looks at it too."""
    fresh = lock_to_ease(loan=loan, by=by)
    refuse_unless_owed(loan=fresh)
    if queries.forgiveness_of(fresh, by) is not None:
        raise Refused(_("Việc này đã được đề nghị và đang chờ phụ trách đơn vị."))
    made = Forgiveness(
        case=fresh.case,
        holder_id=fresh.holder_id,
        agency_id=fresh.agency_id,
        loan=fresh,
        why=why,
        words=words,
        proposed_at=now,
        proposed_by=by,
    )
    made.save(force_insert=True)
    cases.ask(
        of=queries.place_of(fresh),
        kind=TaskKind.LOAN,
        step=Step.SUPPORT,
        agency_id=fresh.agency_id,
        asker_id=fresh.agency_id,
        page=PAGE,
        subject=made.subject,
        due_at=law.due(code="loan.forgive", start=now),
        now=now,
    )
    kept_out = shut_out(fresh.case_id).members
    agencies.tell_later(agency_id=fresh.agency_id, but=kept_out | {by.pk})
    note("loan.forgiveness_proposed", by=by, about=made, why=why)
    return made


@action
def agree_to_forgiveness(*, forgiveness: Forgiveness, by: Any, now: datetime) -> Loan:
    """A second person stands for it: what is owed at this moment need not be paid."""
    loan = lock(loan=forgiveness.loan)
    _refuse_who_may_not_decide(forgiveness, by)
    _end(forgiveness, ForgivenessState.AGREED, by=by, now=now)
    refuse_unless_owed(loan=loan)
    about: dict[str, Any] = {"amount": loan.owed, "on": queries.day_of(now), "key": uuid4()}
    write_entry(loan=loan, kind=EntryKind.FORGIVEN, by=by, now=now, **about)
    await_next(loan=loan, by=by, now=now)
    note("loan.forgiven", by=by, about=loan, amount=about["amount"], why=forgiveness.why)
    return loan


@action
def return_forgiveness(*, forgiveness: Forgiveness, by: Any, now: datetime) -> Loan:
    """Not so: another schedule or a pause is looked for first."""
    loan = lock(loan=forgiveness.loan)
    _refuse_who_may_not_decide(forgiveness, by)
    _end(forgiveness, ForgivenessState.RETURNED, by=by, now=now)
    note("loan.forgiveness_returned", by=by, about=forgiveness)
    return loan


def _refuse_who_may_not_decide(forgiveness: Forgiveness, by: Any) -> None:
    if not access.may_decide(member=by, forgiveness=forgiveness):
        raise Refused(_("Việc này chờ một phụ trách đơn vị khác với người đã đề nghị."))


def _end(forgiveness: Forgiveness, state: str, *, by: Any, now: datetime) -> None:
    found = Forgiveness.objects.filter(pk=forgiveness.pk, state=ForgivenessState.PROPOSED)
    if not found.update(state=state, ended_at=now, ended_by=by):
        raise Refused(_("Đề nghị này đã được trả lời. Hãy mở lại trang để xem."))
    subject = forgiveness.subject
    cases.settle_all(case_id=forgiveness.case_id, subject=subject, by=by, now=now)
