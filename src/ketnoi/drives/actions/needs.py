"""Something is needed somewhere; a second person looks at it before the public does."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.drives import access, rules
from ketnoi.drives.actions.books import lock_open, write_entry
from ketnoi.drives.actions.drives import lock_drive
from ketnoi.drives.models import Drive, GoodsEntry, Need
from ketnoi.drives.terms import EntryKind
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.clock import ZONE


@action
def add_need(
    *,
    drive: Drive,
    kind: str,
    amount: int,
    commune: Any,
    until: date,
    key: UUID,
    by: Any,
    now: datetime,
) -> Need:
    """So many of something are needed in a commune or in the province; never for a named person."""
    fresh = lock_drive(drive=drive)
    if not access.may_run(member=by):
        raise Refused(_("Bạn không làm được việc này trong đợt vận động."))
    if (before := GoodsEntry.objects.filter(agency_id=by.agency_id, key=key).first()) is not None:
        note("drive.pressed_again", by=by, about=before.need)
        return before.need
    if not rules.is_wanted_on(day=now.astimezone(ZONE).date(), until=until):
        raise Refused(_("Ngày này đã qua. Hãy nhập ngày từ hôm nay trở đi."))
    province = commune.province_id if commune else by.agency.province_id
    if not province:
        raise Refused(_("Hãy chọn xã, phường nơi đang cần."))
    need = Need(
        agency_id=fresh.agency_id,
        drive=fresh,
        kind=kind,
        province_id=province,
        commune=commune,
        until=until,
        made_at=now,
        made_by=by,
    )
    need.save(force_insert=True)
    write_entry(need=need, kind=EntryKind.NEEDED, amount=amount, key=key, by=by, now=now)
    note("drive.needed", by=by, about=need, kind=kind, amount=amount)
    return need


@action
def verify_need(*, need: Need, by: Any, now: datetime) -> Need:
    """A lead has seen that it is needed, and names nobody: from now on the public sees it."""
    fresh = lock_open(need=need)
    if not access.may_verify(member=by, need=fresh):
        raise Refused(_("Phụ trách đơn vị kiểm tra, và không phải mục do chính mình ghi."))
    if fresh.verified_at is not None:
        raise Refused(_("Mục này đã được kiểm tra."))
    fresh.verified_at, fresh.verified_by, fresh.is_public = now, by, True
    fresh.save(update_fields=["verified_at", "verified_by", "is_public"])
    Drive.objects.filter(pk=fresh.drive_id).update(is_public=True)
    note("drive.verified", by=by, about=fresh)
    return fresh


@action
def end_need(*, need: Need, key: UUID, by: Any, now: datetime) -> Need:
    """What is still missing is not needed any more; the public sees it no longer."""
    fresh = lock_open(need=need)
    if not access.may_run(member=by):
        raise Refused(_("Bạn không làm được việc này trong đợt vận động."))
    if fresh.promised:
        said = _("Còn {left} đã hứa mà chưa đến. Hãy ghi nhận, hoặc kết thúc lời hứa trước.")
        raise Refused(said.format(left=fresh.promised))
    missing = fresh.missing
    if missing:
        about: dict[str, Any] = {"key": key, "by": by, "now": now}
        write_entry(need=fresh, kind=EntryKind.NOT_NEEDED, amount=missing, **about)
    fresh.ended_at, fresh.ended_by, fresh.is_public = now, by, False
    fresh.save(update_fields=["ended_at", "ended_by", "is_public"])
    note("drive.need_ended", by=by, about=fresh, missing=missing)
    return fresh
