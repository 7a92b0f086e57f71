"""The book of a need: one entry after another, none of them ever changed.

Each step locks the need first, so that two people never count the same thing; and each press of a
button has a key, so that a page which is sent twice counts once.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.drives import rules
from ketnoi.drives.models import GoodsEntry, Need, Pledge
from ketnoi.foundation.action import Refused, part
from ketnoi.foundation.clock import ZONE


@part
def write_entry(
    *,
    need: Need,
    kind: str,
    amount: int,
    key: UUID,
    by: Any,
    now: datetime,
    on: date | None = None,
    moves: tuple[str, str] | None = None,
    **facts: Any,
) -> GoodsEntry:
    """A number moves out of one account into another; the database moves the balances."""
    if not rules.can_be_counted(amount=amount):
        raise Refused(_("Hãy nhập số lượng lớn hơn 0 và xem lại số chữ số."))
    taken_from, put_into = moves or rules.MOVES[kind]
    entry = GoodsEntry(
        agency_id=need.agency_id,
        need=need,
        number=GoodsEntry.objects.filter(need=need).count() + 1,
        kind=kind,
        taken_from=taken_from,
        put_into=put_into,
        amount=amount,
        on=on or now.astimezone(ZONE).date(),
        key=key,
        at=now,
        by=by,
        **facts,
    )
    entry.save(force_insert=True)
    return entry


@part
def lock(*, need: Need) -> Need:
    """The need as it stands now; nobody else moves a number of it until this step ends."""
    fresh = Need.objects.select_for_update(of=("self",)).filter(pk=need.pk).first()
    if fresh is None:
        raise Refused(_("Mục này không phải của đơn vị bạn."))
    return fresh


@part
def lock_open(*, need: Need) -> Need:
    """The same, for what is done only while something is needed."""
    fresh = lock(need=need)
    if fresh.ended_at is not None:
        raise Refused(_("Mục này đã thôi cần."))
    return fresh


@part
def lock_both(*, pledge: Pledge) -> tuple[Need, Pledge]:
    """The need first, then what was offered for it, as they stand now."""
    need = lock_open(need=pledge.need)
    fresh = Pledge.objects.select_related("need__drive__key").filter(pk=pledge.pk).first()
    if fresh is None:
        raise Refused(_("Lời hứa này không phải của đơn vị bạn."))
    return need, fresh


@part
def pressed_before(*, need: Need, key: UUID, kind: str, amount: int) -> GoodsEntry | None:
    """What this very press of the button did already; the page was sent twice."""
    before = GoodsEntry.objects.filter(agency_id=need.agency_id, key=key).first()
    if before is None:
        return None
    if (before.need_id, before.kind, before.amount) != (need.pk, kind, amount):
        raise Refused(_("Trang này đã được gửi một lần. Hãy mở lại trang rồi nhập."))
    return before


@part
def refuse_days_to_come(*, on: date, now: datetime) -> None:
    """Goods are written down on the day they moved, or later."""
    if on > now.astimezone(ZONE).date():
        raise Refused(_("Ngày này chưa tới. Hãy nhập ngày không muộn hơn hôm nay."))
