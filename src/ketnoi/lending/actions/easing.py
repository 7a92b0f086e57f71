"""Relief: another schedule in place of the old one, or some months without paying."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.timing import add_months
from ketnoi.law import queries as law
from ketnoi.lending import queries, rules
from ketnoi.lending.actions.books import (
    lock_to_ease,
    refuse_unless_owed,
    write_schedule,
)
from ketnoi.lending.actions.helping import await_next
from ketnoi.lending.models import Loan, Schedule
from ketnoi.lending.terms import ScheduleKind


@action
def change_schedule(
    *,
    loan: Loan,
    wanted: rules.Wanted,
    why: str,
    words: str,
    key: UUID,
    by: Any,
    now: datetime,
) -> Loan:
    """What is owed is to be paid in another way: a new schedule, the old one stays to be read."""
    fresh = lock_to_ease(loan=loan, by=by)
    if Schedule.objects.filter(loan=fresh, key=key).exists():
        note("loan.pressed_again", by=by, about=fresh)
        return fresh
    refuse_unless_owed(loan=fresh)
    if not rules.can_be_planned(wanted=wanted, amount=fresh.owed, from_on=queries.day_of(now)):
        raise Refused(_("Hãy chọn ngày trả đầu tiên từ hôm nay trở đi, và xem lại số lần trả."))
    about: dict[str, Any] = {"why": why, "words": words, "key": key}
    ease(loan=fresh, kind=ScheduleKind.CHANGED, wanted=wanted, by=by, now=now, **about)
    note("loan.rescheduled", by=by, about=fresh, why=why, count=wanted.count)
    return fresh


@action
def pause_loan(
    *, loan: Loan, months: int, why: str, words: str, key: UUID, by: Any, now: datetime
) -> Loan:
    """For some months nothing is to be paid, and it costs nothing; then she goes on as before."""
    fresh = lock_to_ease(loan=loan, by=by)
    if Schedule.objects.filter(loan=fresh, key=key).exists():
        note("loan.pressed_again", by=by, about=fresh)
        return fresh
    refuse_unless_owed(loan=fresh)
    if not 0 < months <= rules.MOST_PAUSED:
        raise Refused(_("Hãy tạm dừng từ 1 đến 12 tháng."))
    wanted = _later(queries.account_of(fresh, by, today=queries.day_of(now)), months)
    about: dict[str, Any] = {"why": why, "words": words, "key": key}
    ease(loan=fresh, kind=ScheduleKind.PAUSED, wanted=wanted, by=by, now=now, **about)
    note("loan.paused", by=by, about=fresh, why=why, months=months)
    return fresh


@part
def ease(
    *, loan: Loan, kind: str, wanted: rules.Wanted, by: Any, now: datetime, **about: Any
) -> None:
    """The new schedule, with the interest of days that passed and none on what came late."""
    account = queries.account_of(loan, by, today=queries.day_of(now))
    carried = rules.interest_carried(
        instalments=account.schedule.instalments, today=account.today, paid=account.interest_paid
    )
    closed: frozenset[date] = law.holidays()
    write_schedule(
        loan=loan, kind=kind, wanted=wanted, closed=closed, carried=carried, by=by, now=now, **about
    )
    await_next(loan=loan, by=by, now=now)


def _later(account: queries.Account, months: int) -> rules.Wanted:
    """As many instalments as are still to come, so much later, and never before today."""
    left = [stand.instalment for stand in account.stands if stand.left]
    start = add_months(max(left[0].due_on, account.today), months)
    return rules.Wanted(start, min(len(left), account.loan.owed), account.schedule.every)
