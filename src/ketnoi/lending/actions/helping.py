"""When a day is not met, whoever accompanies her is asked to look: what happened, what helps?"""

from datetime import date, datetime, time
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import GOES_ON, Step, TaskKind
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.actor import System
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.guard.context import acting
from ketnoi.law import queries as law
from ketnoi.lending import access, queries
from ketnoi.lending.actions.books import lock, refuse_unless_owed
from ketnoi.lending.models import Loan

NOON, END_OF_WORK = time(12), time(17)


@action
def ask_again(*, loan: Loan, on: date, by: Any, now: datetime) -> Loan:
    """She was asked how it goes; on that day somebody asks again."""
    fresh = lock(loan=loan)
    if not access.may_write_down(member=by, loan=fresh):
        raise Refused(_("Chỉ nơi cho vay hoặc nơi giữ hồ sơ mới ghi được."))
    refuse_unless_owed(loan=fresh)
    if on < queries.day_of(now):
        raise Refused(_("Ngày hẹn đã qua. Hãy chọn từ hôm nay trở đi."))
    await_next(loan=fresh, by=by, now=now, on=on)
    note("loan.asked", by=by, about=fresh, on=on)
    return fresh


@part
def await_next(*, loan: Loan, by: Any, now: datetime, on: date | None = None) -> None:
    """It lies on the desk of whoever accompanies her until the next day is met; then the next one.

    Where nothing is owed nothing waits. The day is that of the dated rule, or the one agreed on.
    """
    loan.ask_on = on
    loan.save(update_fields=["ask_on"])
    loan.refresh_from_db(fields=["outside", "owed", "repaid", "forgiven", "interest"])
    cases.settle_all(case_id=loan.case_id, subject=loan.subject, by=by, now=now)
    unmet = queries.account_of(loan, by, today=queries.day_of(now)).next
    if unmet is None or loan.case.status not in GOES_ON:
        _keep_going(loan, now)
        return
    cases.ask(
        of=queries.place_of(loan),
        kind=TaskKind.LOAN,
        step=Step.SUPPORT,
        agency_id=loan.holder_id,
        asker_id=loan.agency_id,
        maker_id=by.agency_id,
        member_id=loan.case.keeper_id,
        page="lending:loan",
        subject=loan.subject,
        due_at=_moment(on, END_OF_WORK) if on else _help(unmet.instalment.due_on),
        now=now,
    )


def _help(missed: date) -> datetime:
    return law.due(code="loan.help", start=_moment(missed, NOON))


def _moment(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, tzinfo=ZONE)


def _keep_going(loan: Loan, now: datetime) -> None:
    with acting(holder := System(loan.holder_id)):
        cases.keep_going(place=queries.place_of(loan), by=holder, now=now)
