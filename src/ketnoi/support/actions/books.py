"""The books of a fund: one entry after another, none of them ever changed.

Each step locks the fund first, so that two people never use the same money; and each press of a
button has a key, so that a page which is sent twice moves money once.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Refused, part
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.vietnamese.dates import format_day
from ketnoi.foundation.vietnamese.money import format_money
from ketnoi.support import access, rules
from ketnoi.support.models import Commitment, Entry, Fund
from ketnoi.support.terms import EntryKind


@part
def take_entry_back(*, fund: Fund, entry: Entry, key: UUID, by: Any, now: datetime) -> Entry:
    """The counter entry, where the books bear it; the fund is locked."""
    if entry.corrects_id or Entry.objects.filter(corrects=entry).exists():
        raise Refused(_("Bút toán này đã được đính chính, hoặc chính nó là bút toán đính chính."))
    held = entry.commitment_id and Commitment.objects.get(pk=entry.commitment_id)
    there = [getattr(book, entry.put_into, entry.amount) for book in (fund, held or fund)]
    if min(there) < entry.amount:
        raise Refused(_("Số tiền này đã được dùng tiếp. Hãy đính chính các bút toán sau trước."))
    return write_entry(
        fund=fund,
        kind=EntryKind.CORRECTED,
        moves=(entry.put_into, entry.taken_from),
        commitment=entry.commitment,
        amount=entry.amount,
        on=now.astimezone(ZONE).date(),
        corrects=entry,
        key=key,
        by=by,
        now=now,
    )


@part
def pay_out(
    *,
    commitment: Commitment,
    amount: int,
    on: date,
    document: str,
    key: UUID,
    by: Any,
    now: datetime,
) -> Entry:
    """Money that was promised is paid; not after the last day of the fund, and not beyond it."""
    fund, fresh = lock_both(commitment=commitment)
    if not access.may_use_fund(member=by, fund=fund):
        raise Refused(_("Chỉ cán bộ của đơn vị có quỹ mới chi được."))
    refuse_unless_open(fund=fund, on=on, now=now)
    if amount > fresh.promised:
        said = _("Chỉ còn {left} đã hứa mà chưa chi. Hãy nhập ít hơn, hoặc hứa thêm trước.")
        raise Refused(said.format(left=format_money(fresh.promised)))
    about: dict[str, Any] = {"commitment": fresh, "amount": amount, "on": on, "document": document}
    return write_entry(fund=fund, kind=EntryKind.PAID, key=key, by=by, now=now, **about)


@part
def write_entry(
    *,
    fund: Fund,
    kind: str,
    amount: int,
    on: date,
    key: UUID,
    by: Any,
    now: datetime,
    moves: tuple[str, str] | None = None,
    **facts: Any,
) -> Entry:
    """One amount moves out of one account into another; the database moves the balances."""
    if not rules.is_a_sum(amount=amount):
        raise Refused(_("Hãy nhập số tiền lớn hơn 0 và xem lại số chữ số."))
    taken_from, put_into = moves or rules.MOVES[kind]
    entry = Entry(
        agency_id=fund.agency_id,
        fund=fund,
        number=Entry.objects.filter(fund=fund).count() + 1,
        kind=kind,
        taken_from=taken_from,
        put_into=put_into,
        amount=amount,
        on=on,
        key=key,
        at=now,
        by=by,
        **facts,
    )
    entry.save(force_insert=True)
    return entry


@part
def lock(*, fund: Fund) -> Fund:
    """The fund as it stands now; nobody else moves money of it until this step ends."""
    fresh = Fund.objects.select_for_update(of=("self",)).filter(pk=fund.pk).first()
    if fresh is None:
        raise Refused(_("Quỹ này không phải của đơn vị bạn."))
    return fresh


@part
def lock_both(*, commitment: Commitment) -> tuple[Fund, Commitment]:
    """The fund first, then what was promised from it, as they stand now."""
    fund = lock(fund=commitment.fund)
    fresh = Commitment.objects.filter(pk=commitment.pk).first()
    if fresh is None:
        raise Refused(_("Khoản này không phải của đơn vị bạn."))
    fresh.case = commitment.case
    return fund, fresh


@part
def pressed_before(*, fund: Fund, key: UUID, kind: str, amount: int) -> Entry | None:
    """What this very press of the button did already; the page was sent twice."""
    before = Entry.objects.filter(agency_id=fund.agency_id, key=key).first()
    if before is None:
        return None
    if (before.fund_id, before.kind, before.amount) != (fund.pk, kind, amount):
        raise Refused(_("Trang này đã được gửi một lần. Hãy mở lại trang rồi nhập."))
    return before


@part
def refuse_unless_open(*, fund: Fund, on: date, now: datetime) -> None:
    """Refused before the first day of a fund and after its last."""
    if fund.may_be_used_on(on) and fund.may_be_used_on(now.astimezone(ZONE).date()):
        return
    if fund.ends_on:
        said = _("Quỹ này chỉ chi đến hết ngày {day}. Hãy chọn quỹ khác.")
        raise Refused(said.format(day=format_day(fund.ends_on)))
    said = _("Quỹ này mở từ ngày {day}. Hãy nhập ngày từ đó trở đi.")
    raise Refused(said.format(day=format_day(fund.opened_on)))


@part
def refuse_days_to_come(*, on: date, now: datetime) -> None:
    """Money is written down on the day it moved, or later."""
    if not rules.may_be_given_on(given_on=on, today=now.astimezone(ZONE).date()):
        raise Refused(_("Ngày này chưa tới. Hãy nhập ngày không muộn hơn hôm nay."))
