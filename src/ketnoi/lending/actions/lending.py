"""Money is lent, with its schedule."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Refused, action, note
from ketnoi.law import queries as law
from ketnoi.lending import queries, rules
from ketnoi.lending.actions.books import write_entry, write_schedule
from ketnoi.lending.actions.helping import await_next
from ketnoi.lending.models import Loan
from ketnoi.lending.terms import EntryKind, ScheduleKind

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


@action
def grant_loan(*, case: "Case", agreed: rules.Agreed, key: UUID, by: Any, now: datetime) -> Loan:
    """Money of an agency is lent to the person of a file, to be paid back on frozen days."""
    if not queries.may_lend(case, by):
        raise Refused(_("Bạn không ghi khoản vay cho hồ sơ này được."))
    if before := Loan.objects.filter(agency_id=by.agency_id, key=key).first():
        before.case = case
        note("loan.pressed_again", by=by, about=before)
        return before
    _refuse_what_cannot_be(agreed, now)
    loan = Loan(
        case=case,
        holder_id=case.holder_id,
        agency_id=by.agency_id,
        code=case.code,
        source=agreed.source,
        purpose=agreed.purpose,
        amount=agreed.amount,
        rate=agreed.rate,
        granted_on=agreed.granted_on,
        words=agreed.words,
        key=key,
        made_at=now,
        made_by=by,
    )
    loan.save(force_insert=True)
    _lend(loan, agreed, by=by, now=now)
    note("loan.granted", by=by, about=loan, amount=agreed.amount, count=agreed.wanted.count)
    return loan


def _lend(loan: Loan, agreed: rules.Agreed, *, by: Any, now: datetime) -> None:
    about: dict[str, Any] = {"amount": agreed.amount, "on": agreed.granted_on, "key": loan.key}
    write_entry(loan=loan, kind=EntryKind.LENT, by=by, now=now, **about)
    loan.refresh_from_db(fields=["outside", "owed"])
    write_schedule(
        loan=loan,
        kind=ScheduleKind.FIRST,
        wanted=agreed.wanted,
        closed=law.holidays(),
        key=loan.key,
        by=by,
        now=now,
    )
    await_next(loan=loan, by=by, now=now)


def _refuse_what_cannot_be(agreed: rules.Agreed, now: datetime) -> None:
    if not rules.is_a_sum(amount=agreed.amount):
        raise Refused(_("Hãy nhập số tiền lớn hơn 0 và xem lại số chữ số."))
    most = queries.most_rate(agreed.granted_on)
    if not rules.is_a_rate(rate=agreed.rate, most=most):
        raise Refused(_("Lãi suất phải từ 0 đến {most} phần trăm một năm.").format(most=most))
    if agreed.granted_on > queries.day_of(now):
        raise Refused(_("Ngày nhận tiền chưa tới. Hãy ghi khi chị ấy đã nhận tiền."))
    wanted, start = agreed.wanted, agreed.granted_on
    if not rules.can_be_planned(wanted=wanted, amount=agreed.amount, from_on=start):
        raise Refused(_("Hãy xem lại ngày trả đầu tiên và số lần trả."))
