"""A savings group: it is opened, somebody joins and leaves, it meets, it shares out."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Refused, action, note
from ketnoi.lending import access, queries, rules
from ketnoi.lending.actions.boxes import book, lock_group, pressed_in_group
from ketnoi.lending.models import Group, GroupEntry, Saver
from ketnoi.lending.terms import GroupEntryKind
from ketnoi.people import actions as people

if TYPE_CHECKING:
    from ketnoi.places.models import Commune


@action
def open_group(
    *, name: str, commune: "Commune | None", share: int, opened_on: date, by: Any, now: datetime
) -> Group:
    """A group begins, beside an agency, in a commune, with the worth of one share."""
    if not access.may_keep_groups(member=by):
        raise Refused(_("Bạn không ghi sổ tổ tiết kiệm được."))
    if not rules.is_a_sum(amount=share):
        raise Refused(_("Hãy nhập số tiền lớn hơn 0 và xem lại số chữ số."))
    group = Group(
        agency_id=by.agency_id,
        commune=commune,
        name=name,
        share=share,
        opened_on=opened_on,
        opened_at=now,
        opened_by=by,
    )
    group.save(force_insert=True)
    note("group.opened", by=by, about=group)
    return group


@action
def add_saver(*, group: Group, name: str, by: Any, now: datetime) -> Saver:
    """Somebody joins; her name is sealed, and stands beside no file."""
    fresh = lock_group(group=group, by=by)
    saver = Saver(
        agency_id=fresh.agency_id,
        group=fresh,
        key=people.make_key(),
        number=Saver.objects.filter(group=fresh).count() + 1,
        joined_at=now,
        joined_by=by,
    )
    saver.name = name
    saver.save(force_insert=True)
    note("group.joined", by=by, about=fresh, number=saver.number)
    return saver


@action
def forget_saver(*, saver: Saver, by: Any, now: datetime) -> Saver:
    """She leaves with nothing open; her name is destroyed, the sums stay."""
    fresh = lock_group(group=saver.group, by=by)
    now_hers = Saver.objects.get(pk=saver.pk)
    if now_hers.saved or now_hers.lent:
        raise Refused(_("Hãy ghi trả hết tiền tiết kiệm và khoản vay trước khi rời tổ."))
    if now_hers.left_at:
        raise Refused(_("Người này đã rời tổ."))
    now_hers.left_at = now
    now_hers.save(update_fields=["left_at"])
    people.destroy_key(key_id=saver.key_id)
    note("group.left", by=by, about=fresh, number=saver.number)
    return now_hers


@action
def record_meeting(
    *, group: Group, shares: Mapping[Saver, int], on: date, key: UUID, by: Any, now: datetime
) -> Group:
    """At a meeting each puts her shares into the box."""
    fresh = lock_group(group=group, by=by)
    if not shares:
        raise Refused(_("Hãy ghi số phần góp của ít nhất một người."))
    amounts = {saver: count * fresh.share for saver, count in shares.items()}
    if pressed_in_group(group=fresh, key=key, amount=sum(amounts.values())):
        note("group.pressed_again", by=by, about=fresh)
        return fresh
    if not all(rules.is_so_many_shares(count=count) for count in shares.values()):
        raise Refused(_("Mỗi người góp từ 1 đến 5 phần trong một buổi họp."))
    for saver, amount in amounts.items():
        about: dict[str, Any] = {"amount": amount, "on": on, "key": key}
        book(saver=saver, kind=GroupEntryKind.SAVED, by=by, now=now, **about)
    note("group.met", by=by, about=fresh, members=len(amounts), on=on)
    return fresh


@action
def record_in_group(
    *, saver: Saver, kind: str, amount: int, on: date, key: UUID, by: Any, now: datetime
) -> GroupEntry:
    """One of its members saves, draws, borrows from the box or pays back."""
    fresh = lock_group(group=saver.group, by=by)
    if kind not in rules.BY_HAND:
        raise Refused(_("Hãy chọn một mục."))
    if before := pressed_in_group(group=fresh, key=key, amount=amount):
        note("group.pressed_again", by=by, about=fresh)
        return before
    about: dict[str, Any] = {"amount": amount, "on": on, "key": key}
    entry = book(saver=saver, kind=kind, by=by, now=now, **about)
    note("group.written", by=by, about=fresh, kind=kind, amount=amount)
    return entry


@action
def correct_in_group(*, entry: GroupEntry, key: UUID, by: Any, now: datetime) -> Group:
    """What was written by mistake is taken back by a counter entry, once."""
    fresh = lock_group(group=entry.group, by=by)
    if GroupEntry.objects.filter(group=fresh, key=key).exists():
        note("group.pressed_again", by=by, about=fresh)
        return fresh
    if entry.corrects_id or GroupEntry.objects.filter(corrects=entry).exists():
        raise Refused(_("Mục này đã được đính chính, hoặc chính nó là bút toán đính chính."))
    if entry.kind in rules.OF_SHARING:
        raise Refused(_("Tiền đã chia cuối kỳ thì không đính chính từng dòng."))
    about: dict[str, Any] = {"amount": entry.amount, "on": queries.day_of(now), "key": key}
    kind, saver = GroupEntryKind.CORRECTED, entry.saver
    book(saver=saver, kind=kind, corrects=entry, by=by, now=now, **about)
    note("group.corrected", by=by, about=fresh)
    return fresh


@action
def share_out(*, group: Group, key: UUID, by: Any, now: datetime) -> Group:
    """The cycle ends: each gets her part of the box, and the box is empty to the last đồng."""
    fresh = lock_group(group=group, by=by)
    if GroupEntry.objects.filter(group=fresh, key=key).exists():
        note("group.pressed_again", by=by, about=fresh)
        return fresh
    if fresh.lent:
        raise Refused(_("Còn người đang vay từ hộp. Hãy ghi trả, hoặc ghi tổ thôi đòi, rồi chia."))
    parts = queries.parts_of(fresh, by)
    if not parts:
        raise Refused(_("Chưa ai có tiền tiết kiệm để chia."))
    about: dict[str, Any] = {"on": queries.day_of(now), "key": key, "by": by, "now": now}
    for one in sorted(parts, key=lambda one: one.gain):
        for kind, amount in rules.sharing(part=one.part, saved=one.saver.savings).items():
            book(saver=one.saver, kind=kind, amount=amount, **about)
    note("group.shared_out", by=by, about=fresh, amount=fresh.box)
    return fresh
