"""Somebody offers something: from the public page or by telephone, and then it is confirmed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext as public_

from ketnoi.drives import access, rules
from ketnoi.drives.actions.books import lock_both, lock_open, write_entry
from ketnoi.drives.models import Need, OfferHour, Pledge
from ketnoi.drives.terms import EntryKind, PledgeState
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.clock import ZONE


@action
def offer_goods(
    *,
    need: Need,
    giver: str,
    name: str,
    phone: str,
    amount: int,
    key: UUID,
    by: Any,
    now: datetime,
) -> None:
    """Somebody of the public offers something. It counts only after the agency has called."""
    fresh = Need.objects.select_related("drive__key").filter(pk=need.pk).first()
    if fresh is None or not fresh.is_wanted_on(now.astimezone(ZONE).date()):
        raise Refused(public_("Mục này vừa đủ rồi, cảm ơn bạn. Hãy xem các mục khác."))
    if amount > fresh.missing:
        said = public_("Chỉ còn thiếu {left}. Hãy nhập số không lớn hơn.")
        raise Refused(said.format(left=fresh.missing))
    take_one_more(need=fresh, now=now)
    offer = new_pledge(need=fresh, giver=giver, name=name, phone=phone, amount=amount)
    offer.key, offer.offered_at = key, now
    # A visitor reads no pledge, so the database itself drops what was sent twice.
    Pledge.objects.bulk_create([offer], ignore_conflicts=True)
    note("drive.offered", by=by, about=None, need=fresh.pk, amount=amount)


@action
def note_pledge(
    *,
    need: Need,
    giver: str,
    name: str,
    phone: str,
    amount: int,
    key: UUID,
    by: Any,
    now: datetime,
) -> Pledge:
    """An officer writes down what somebody offered by telephone or at the door."""
    fresh = lock_open(need=need)
    if not access.may_run(member=by):
        raise Refused(_("Bạn không làm được việc này trong đợt vận động."))
    if (before := Pledge.objects.filter(need=fresh, key=key).first()) is not None:
        note("drive.pressed_again", by=by, about=before)
        return before
    offer = new_pledge(need=fresh, giver=giver, name=name, phone=phone, amount=amount)
    offer.key, offer.offered_at, offer.noted_by = key, now, by
    offer.save(force_insert=True)
    note("drive.pledged", by=by, about=offer, amount=amount)
    return offer


@action
def confirm_pledge(
    *, pledge: Pledge, amount: int, arrives_on: date | None, key: UUID, by: Any, now: datetime
) -> Pledge:
    """Somebody has called, and they agreed how many come and when."""
    need, fresh = lock_both(pledge=pledge)
    if not access.may_run(member=by):
        raise Refused(_("Bạn không làm được việc này trong đợt vận động."))
    if fresh.state != PledgeState.OFFERED:
        raise Refused(_("Lời hứa này đã được xác nhận hoặc đã kết thúc."))
    if amount > need.missing:
        raise Refused(_("Chỉ còn thiếu {left}. Hãy nhập ít hơn.").format(left=need.missing))
    fresh.state, fresh.agreed, fresh.arrives_on = PledgeState.CONFIRMED, amount, arrives_on
    fresh.confirmed_at, fresh.confirmed_by = now, by
    changed = ["state", "agreed", "arrives_on", "confirmed_at", "confirmed_by"]
    fresh.save(update_fields=changed)
    about: dict[str, Any] = {"pledge": fresh, "amount": amount, "key": key, "by": by, "now": now}
    write_entry(need=need, kind=EntryKind.PROMISED, **about)
    note("drive.confirmed", by=by, about=fresh, amount=amount)
    return fresh


@action
def end_pledge(*, pledge: Pledge, ending: str, key: UUID, by: Any, now: datetime) -> Pledge:
    """Nothing more comes: what was promised is missing again, what came stays, the name goes."""
    need, fresh = lock_both(pledge=pledge)
    if not access.may_run(member=by):
        raise Refused(_("Bạn không làm được việc này trong đợt vận động."))
    if fresh.state == PledgeState.ENDED or fresh.is_here:
        raise Refused(_("Lời hứa này đã đến đủ hoặc đã kết thúc."))
    left = fresh.promised
    if left:
        about: dict[str, Any] = {"pledge": fresh, "amount": left, "key": key, "by": by, "now": now}
        write_entry(need=need, kind=EntryKind.RELEASED, **about)
    fresh.state, fresh.ending, fresh.ended_at, fresh.ended_by = PledgeState.ENDED, ending, now, by
    fresh.name, fresh.phone = "", ""
    changed = ["state", "ending", "ended_at", "ended_by", "name", "phone"]
    fresh.save(update_fields=changed)
    note("drive.pledge_ended", by=by, about=fresh, ending=ending, left=left)
    return fresh


@part
def new_pledge(*, need: Need, giver: str, name: str, phone: str, amount: int) -> Pledge:
    """An offer that nobody has written down yet; name and telephone are sealed when it is."""
    if not rules.can_be_counted(amount=amount):
        raise Refused(public_("Hãy nhập số lượng lớn hơn 0 và xem lại số chữ số."))
    about: dict[str, Any] = {"giver": giver, "name": name, "phone": phone, "offered": amount}
    return Pledge(agency_id=need.agency_id, need=need, **about)


@part
def take_one_more(*, need: Need, now: datetime) -> None:
    """One more offer within this hour, or a plain sentence; who offers is not remembered."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    OfferHour.objects.bulk_create([OfferHour(need=need, hour=hour)], ignore_conflicts=True)
    counted = OfferHour.objects.select_for_update().get(need=need, hour=hour)
    if not rules.may_take_more(offers=counted.offers):
        raise Refused(public_("Lúc này có nhiều người cùng gửi. Hãy gửi lại sau một giờ."))
    OfferHour.objects.filter(pk=counted.pk).update(offers=F("offers") + 1)
