"""What she pays back; and what was written by mistake is taken back by counter entries."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.vietnamese.money import format_money
from ketnoi.lending import access, queries, rules
from ketnoi.lending.actions.books import (
    lock,
    lock_to_ease,
    pressed_before,
    refuse_unless_owed,
    write_entry,
)
from ketnoi.lending.actions.helping import await_next
from ketnoi.lending.models import Entry, Loan
from ketnoi.lending.terms import EntryKind


@action
def record_repayment(
    *, loan: Loan, amount: int, on: date, document: str, key: UUID, by: Any, now: datetime
) -> Loan:
    """She paid something: interest up to now is met first, the rest pays the loan back."""
    fresh = lock(loan=loan)
    if not access.may_write_down(member=by, loan=fresh):
        raise Refused(_("Chỉ nơi cho vay hoặc nơi giữ hồ sơ mới ghi được."))
    if pressed_before(loan=fresh, key=key, amount=amount):
        note("loan.pressed_again", by=by, about=fresh)
        return fresh
    account = queries.account_of(fresh, by, today=queries.day_of(now))
    _refuse_what_cannot_be(account, amount, on)
    cost, back = rules.split(amount=amount, interest=account.interest_due(on))
    for kind, part in ((EntryKind.INTEREST, cost), (EntryKind.REPAID, back)):
        if part:
            about: dict[str, Any] = {"on": on, "document": document, "key": key, "by": by}
            write_entry(loan=fresh, kind=kind, amount=part, now=now, **about)
    await_next(loan=fresh, by=by, now=now)
    note("loan.repaid", by=by, about=fresh, amount=amount, on=on)
    return fresh


@action
def take_back_repayment(*, loan: Loan, key: UUID, press: UUID, by: Any, now: datetime) -> Loan:
    """What was written with one press of a button was a mistake: counter entries, and it stays.

    `key` is that press, `press` the one that takes it back. The loan itself can be taken back so,
    as long as nothing was paid.
    """
    fresh = lock_to_ease(loan=loan, by=by)
    if Entry.objects.filter(loan=fresh, key=press).exists():
        note("loan.pressed_again", by=by, about=fresh)
        return fresh
    for entry in _to_take_back(fresh, key):
        _write_back(fresh, entry, press, by=by, now=now)
    await_next(loan=fresh, by=by, now=now)
    note("loan.taken_back", by=by, about=fresh)
    return fresh


def _write_back(loan: Loan, entry: Entry, press: UUID, *, by: Any, now: datetime) -> None:
    about: dict[str, Any] = {"amount": entry.amount, "on": queries.day_of(now), "key": press}
    kind = EntryKind.CORRECTED
    write_entry(loan=loan, kind=kind, corrects=entry, by=by, now=now, **about)


def _refuse_what_cannot_be(account: queries.Account, amount: int, on: date) -> None:
    loan = account.loan
    if not rules.is_a_sum(amount=amount):
        raise Refused(_("Hãy nhập số tiền lớn hơn 0 và xem lại số chữ số."))
    refuse_unless_owed(loan=loan)
    if not rules.may_be_written_on(on=on, first=loan.granted_on, today=account.today):
        raise Refused(_("Hãy nhập ngày trả từ ngày vay đến hôm nay."))
    if amount > account.most(on):
        said = _("Chị ấy chỉ còn phải trả {most}. Hãy nhập số tiền không lớn hơn.")
        raise Refused(said.format(most=format_money(account.most(on))))


def _to_take_back(loan: Loan, key: UUID) -> list[Entry]:
    found = list(Entry.objects.filter(loan=loan, key=key, corrects=None))
    if not found or Entry.objects.filter(corrects__in=found).exists():
        raise Refused(_("Mục này đã được đính chính, hoặc chính nó là bút toán đính chính."))
    if loan.forgiven:
        raise Refused(_("Phần còn nợ đã được xóa, nên không đính chính các lần trả nữa."))
    if key == loan.key and (loan.repaid or loan.interest):
        raise Refused(_("Chị ấy đã trả một phần. Hãy đính chính các lần trả trước."))
    return found
