"""Things come and go on; what was written wrongly is taken back."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.drives import access, rules
from ketnoi.drives.actions.books import (
    lock,
    lock_both,
    lock_open,
    pressed_before,
    refuse_days_to_come,
    write_entry,
)
from ketnoi.drives.models import GoodsEntry, Need, Pledge
from ketnoi.drives.terms import EntryKind, PledgeState
from ketnoi.foundation.action import Refused, action, note


@action
def receive_goods(
    *,
    need: Need,
    pledge: Pledge | None,
    amount: int,
    on: date,
    key: UUID,
    by: Any,
    now: datetime,
) -> GoodsEntry:
    """Something came: as it was promised, perhaps only a part of it, or without a promise."""
    fresh, promise = lock_both(pledge=pledge) if pledge else (lock_open(need=need), None)
    if not access.may_run(member=by):
        raise Refused(_("Bạn không làm được việc này trong đợt vận động."))
    kind = EntryKind.RECEIVED if promise else EntryKind.BROUGHT
    if before := pressed_before(need=fresh, key=key, kind=kind, amount=amount):
        note("drive.pressed_again", by=by, about=before)
        return before
    refuse_days_to_come(on=on, now=now)
    left = promise.promised if promise else fresh.missing
    if amount > left:
        said = _("Ở đây chỉ còn chờ {left}. Phần thêm ghi vào mục khác, hoặc ghi cần thêm trước.")
        raise Refused(said.format(left=left))
    about: dict[str, Any] = {"pledge": promise, "amount": amount, "on": on, "key": key}
    entry = write_entry(need=fresh, kind=kind, by=by, now=now, **about)
    note("drive.received", by=by, about=entry, amount=amount)
    return entry


@action
def give_goods(
    *,
    need: Need,
    amount: int,
    on: date,
    went_to: Any,
    programme: str,
    key: UUID,
    by: Any,
    now: datetime,
) -> GoodsEntry:
    """What came goes to the stock of an agency or to a programme; here it is only a number.

    What a woman is given of it is written in her file, as support.
    """
    fresh = lock(need=need)
    if not access.may_run(member=by):
        raise Refused(_("Bạn không làm được việc này trong đợt vận động."))
    if before := pressed_before(need=fresh, key=key, kind=EntryKind.GIVEN, amount=amount):
        note("drive.pressed_again", by=by, about=before)
        return before
    refuse_days_to_come(on=on, now=now)
    if bool(went_to) == bool(programme):
        raise Refused(_("Hãy chọn đơn vị nhận, hoặc ghi tên chương trình: một trong hai."))
    if amount > fresh.stock:
        said = _("Trong kho chỉ còn {left}. Hãy nhập ít hơn, hoặc ghi nhận hàng trước.")
        raise Refused(said.format(left=fresh.stock))
    about: dict[str, Any] = {"went_to": went_to, "programme": programme, "amount": amount}
    about |= {"on": on, "key": key, "by": by, "now": now}
    entry = write_entry(need=fresh, kind=EntryKind.GIVEN, **about)
    note("drive.given", by=by, about=entry, amount=amount)
    return entry


@action
def correct_goods(*, entry: GoodsEntry, key: UUID, by: Any, now: datetime) -> GoodsEntry:
    """A wrong entry is taken back by a counter entry, once, where the book bears it."""
    need = lock_open(need=entry.need)
    if not access.may_answer_for(member=by):
        raise Refused(_("Chỉ phụ trách đơn vị mới đính chính được."))
    if before := pressed_before(need=need, key=key, kind=EntryKind.CORRECTED, amount=entry.amount):
        note("drive.pressed_again", by=by, about=before)
        return before
    if entry.corrects_id or GoodsEntry.objects.filter(corrects=entry).exists():
        raise Refused(_("Dòng này đã được đính chính, hoặc chính nó là dòng đính chính."))
    held = Pledge.objects.get(pk=entry.pledge_id) if entry.pledge_id else None
    is_over = held is not None and held.state == PledgeState.ENDED
    if is_over or not rules.may_be_corrected(kind=entry.kind):
        raise Refused(_("Dòng này không đính chính được nữa: lời hứa đã thay đổi sau đó."))
    there = [getattr(book, entry.put_into, entry.amount) for book in (need, held or need)]
    if min(there) < entry.amount:
        raise Refused(_("Số này đã được dùng tiếp. Hãy đính chính các dòng sau trước."))
    about: dict[str, Any] = {"corrects": entry, "pledge": held, "amount": entry.amount, "key": key}
    about |= {"moves": (entry.put_into, entry.taken_from), "by": by, "now": now}
    made = write_entry(need=need, kind=EntryKind.CORRECTED, **about)
    note("drive.corrected", by=by, about=made, amount=entry.amount)
    return made
