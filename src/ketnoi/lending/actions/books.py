"""The book of a loan: one entry after another, none of them ever changed.

Each step locks the loan first, and each press of a button has a key, so that a payment which is
sent twice counts once.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Refused, part
from ketnoi.lending import access, rules
from ketnoi.lending.models import Entry, Loan, Schedule
from ketnoi.lending.terms import EntryKind


@part
def lock(*, loan: Loan) -> Loan:
    """The loan as it stands now; nobody else moves money of it until this step ends."""
    fresh = Loan.objects.select_for_update(of=("self",)).filter(pk=loan.pk).first()
    if fresh is None:
        raise Refused(_("Bạn không làm gì được với khoản vay này."))
    fresh.case = loan.case
    return fresh


@part
def lock_to_ease(*, loan: Loan, by: Any) -> Loan:
    """The same, for whoever lent it."""
    fresh = lock(loan=loan)
    if not access.may_ease(member=by, loan=fresh):
        raise Refused(_("Chỉ cán bộ của nơi cho vay mới làm được việc này."))
    return fresh


@part
def refuse_unless_owed(*, loan: Loan) -> None:
    """Where nothing is owed there is nothing to ask for and nothing to ease."""
    if not loan.runs:
        raise Refused(_("Khoản vay này không còn nợ. Hãy mở lại trang để xem."))


@part
def write_entry(
    *,
    loan: Loan,
    kind: str,
    amount: int,
    on: date,
    key: UUID,
    by: Any,
    now: datetime,
    document: str = "",
    corrects: Entry | None = None,
) -> Entry:
    """One amount moves out of one account into another; the database moves the balances."""
    back = (corrects.put_into, corrects.taken_from) if corrects else None
    taken_from, put_into = back or rules.MOVES[kind]
    entry = Entry(
        case=loan.case,
        holder_id=loan.holder_id,
        agency_id=loan.agency_id,
        loan=loan,
        number=Entry.objects.filter(loan=loan).count() + 1,
        kind=kind,
        taken_from=taken_from,
        put_into=put_into,
        amount=amount,
        on=on,
        document=document,
        corrects=corrects,
        key=key,
        at=now,
        by=by,
    )
    entry.save(force_insert=True)
    return entry


@part
def pressed_before(*, loan: Loan, key: UUID, amount: int) -> bool:
    """Whether this very press of the button was counted already; the page was sent twice."""
    before = list(Entry.objects.filter(loan=loan, key=key).exclude(kind=EntryKind.CORRECTED))
    if before and sum(entry.amount for entry in before) != amount:
        raise Refused(_("Trang này đã được gửi một lần. Hãy mở lại trang rồi nhập."))
    return bool(before)


@part
def write_schedule(
    *,
    loan: Loan,
    kind: str,
    wanted: rules.Wanted,
    closed: frozenset[date],
    key: UUID,
    by: Any,
    now: datetime,
    carried: int = 0,
    why: str = "",
    words: str = "",
) -> Schedule:
    """Reckon a schedule for what is owed, and freeze it under the next number."""
    lines = rules.schedule(
        principal=loan.owed, rate=loan.rate, wanted=wanted, closed=closed, carried=carried
    )
    made = Schedule(
        case=loan.case,
        holder_id=loan.holder_id,
        agency_id=loan.agency_id,
        loan=loan,
        number=Schedule.objects.filter(loan=loan).count() + 1,
        kind=kind,
        why=why,
        words=words,
        principal=loan.owed,
        every=wanted.every,
        interest_before=loan.interest,
        days=[one.due_on for one in lines],
        principals=[one.principal for one in lines],
        interests=[one.interest for one in lines],
        key=key,
        made_at=now,
        made_by=by,
    )
    made.save(force_insert=True)
    return made
