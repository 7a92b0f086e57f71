"""Money of a fund: it comes in, is promised to a file, is released, comes back, is corrected."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.vietnamese.money import format_money
from ketnoi.support import access, queries
from ketnoi.support.actions.books import (
    lock,
    lock_both,
    pressed_before,
    refuse_days_to_come,
    refuse_unless_open,
    take_entry_back,
    write_entry,
)
from ketnoi.support.models import Commitment, Entry, Fund, SupportGiven
from ketnoi.support.terms import EntryKind

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


@action
def open_fund(
    *, name: str, source: str, opened_on: date, ends_on: date | None, by: Any, now: datetime
) -> Fund:
    """An agency has money for those it supports, from a source, perhaps until a day."""
    if not access.may_open_fund(member=by):
        raise Refused(_("Chỉ phụ trách đơn vị mới mở và đổi quỹ được."))
    if ends_on is not None and ends_on < opened_on:
        raise Refused(_("Ngày hết hạn chi phải từ ngày mở quỹ trở đi."))
    fund = Fund(
        agency_id=by.agency_id,
        name=name,
        source=source,
        opened_on=opened_on,
        ends_on=ends_on,
        opened_at=now,
        opened_by=by,
    )
    fund.save(force_insert=True)
    note("fund.opened", by=by, about=fund, source=source)
    return fund


@action
def end_fund(*, fund: Fund, ends_on: date, by: Any, now: datetime) -> Fund:
    """From the day after, nothing is promised and nothing paid from it any more."""
    fresh = lock(fund=fund)
    if not access.may_open_fund(member=by):
        raise Refused(_("Chỉ phụ trách đơn vị mới mở và đổi quỹ được."))
    if ends_on < fresh.opened_on:
        raise Refused(_("Ngày hết hạn chi phải từ ngày mở quỹ trở đi."))
    fresh.ends_on = ends_on
    fresh.save(update_fields=["ends_on"])
    note("fund.ended", by=by, about=fresh, on=ends_on)
    return fresh


@action
def receive_money(
    *, fund: Fund, amount: int, document: str, on: date, key: UUID, by: Any, now: datetime
) -> Entry:
    """Money comes into the fund, by a paper with a number."""
    fresh = lock(fund=fund)
    if not access.may_open_fund(member=by):
        raise Refused(_("Chỉ phụ trách đơn vị mới ghi tiền vào quỹ được."))
    if not document:
        raise Refused(_("Hãy ghi số chứng từ của khoản tiền vào."))
    refuse_days_to_come(on=on, now=now)
    if before := pressed_before(fund=fresh, key=key, kind=EntryKind.RECEIVED, amount=amount):
        note("fund.pressed_again", by=by, about=fresh)
        return before
    about: dict[str, Any] = {"amount": amount, "document": document, "on": on}
    entry = write_entry(fund=fresh, kind=EntryKind.RECEIVED, key=key, by=by, now=now, **about)
    note("fund.received", by=by, about=fresh, amount=amount)
    return entry


@action
def promise_money(
    *,
    fund: Fund,
    case: "Case",
    kind: str,
    words: str,
    amount: int,
    key: UUID,
    by: Any,
    now: datetime,
) -> Commitment:
    """Money of the fund is promised to the person of a file; nobody else can use it meanwhile."""
    if not queries.may_use_funds(case, by):
        raise Refused(_("Bạn không hứa chi cho hồ sơ này được."))
    fresh = lock(fund=fund)
    if before := pressed_before(fund=fresh, key=key, kind=EntryKind.PROMISED, amount=amount):
        made = before.commitment
        made.case = case
        note("fund.pressed_again", by=by, about=made)
        return made
    refuse_unless_open(fund=fresh, on=now.astimezone(ZONE).date(), now=now)
    if amount > fresh.free:
        said = _("Quỹ chỉ còn {free} chưa hứa. Hãy nhập ít hơn, hoặc chọn quỹ khác.")
        raise Refused(said.format(free=format_money(fresh.free)))
    made = Commitment(
        case=case,
        holder_id=case.holder_id,
        fund=fresh,
        agency_id=fresh.agency_id,
        code=case.code,
        kind=kind,
        words=words,
        made_at=now,
        made_by=by,
    )
    made.save(force_insert=True)
    today = now.astimezone(ZONE).date()
    about: dict[str, Any] = {"commitment": made, "amount": amount, "on": today}
    write_entry(fund=fresh, kind=EntryKind.PROMISED, key=key, by=by, now=now, **about)
    note("fund.promised", by=by, about=made, amount=amount)
    return made


@action
def release_money(*, commitment: Commitment, key: UUID, by: Any, now: datetime) -> Commitment:
    """What was promised and not paid is free again."""
    fund, fresh = lock_both(commitment=commitment)
    if not access.may_use_fund(member=by, fund=fund):
        raise Refused(_("Chỉ cán bộ của đơn vị có quỹ mới làm được việc này."))
    if not fresh.promised:
        raise Refused(_("Khoản này không còn tiền đã hứa mà chưa chi."))
    today = now.astimezone(ZONE).date()
    about: dict[str, Any] = {"commitment": fresh, "amount": fresh.promised, "on": today}
    write_entry(fund=fund, kind=EntryKind.RELEASED, key=key, by=by, now=now, **about)
    note("fund.released", by=by, about=fresh, amount=about["amount"])
    return fresh


@action
def return_money(
    *,
    commitment: Commitment,
    amount: int,
    document: str,
    on: date,
    key: UUID,
    by: Any,
    now: datetime,
) -> Entry:
    """Money that was paid comes back into the fund: a course that did not take place."""
    fund, fresh = lock_both(commitment=commitment)
    if not access.may_use_fund(member=by, fund=fund):
        raise Refused(_("Chỉ cán bộ của đơn vị có quỹ mới làm được việc này."))
    if before := pressed_before(fund=fund, key=key, kind=EntryKind.RETURNED, amount=amount):
        note("fund.pressed_again", by=by, about=fresh)
        return before
    refuse_days_to_come(on=on, now=now)
    if amount > fresh.paid:
        said = _("Khoản này mới chi {paid}. Hãy nhập số tiền không lớn hơn.")
        raise Refused(said.format(paid=format_money(fresh.paid)))
    about: dict[str, Any] = {"commitment": fresh, "amount": amount, "document": document, "on": on}
    entry = write_entry(fund=fund, kind=EntryKind.RETURNED, key=key, by=by, now=now, **about)
    note("fund.returned", by=by, about=fresh, amount=amount)
    return entry


@action
def correct_entry(*, entry: Entry, key: UUID, by: Any, now: datetime) -> Entry:
    """A wrong entry is taken back by a counter entry; support that it paid is marked a mistake."""
    fund = lock(fund=entry.fund)
    if not access.may_open_fund(member=by):
        raise Refused(_("Chỉ phụ trách đơn vị mới đính chính bút toán được."))
    if before := pressed_before(fund=fund, key=key, kind=EntryKind.CORRECTED, amount=entry.amount):
        note("fund.pressed_again", by=by, about=fund)
        return before
    made = take_entry_back(fund=fund, entry=entry, key=key, by=by, now=now)
    SupportGiven.objects.filter(payment=entry, mistaken_at=None).update(
        mistaken_at=now, mistaken_by=by
    )
    note("fund.corrected", by=by, about=fund, entry=entry.pk)
    return made
