"""Calls nobody answered: a list is brought, looked at, added whole or dropped."""

import json
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.agencies import actions as agencies
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.clock import ZONE
from ketnoi.intake import access, queries
from ketnoi.intake.actions.asking import new_callback
from ketnoi.intake.models import MissedList
from ketnoi.intake.rules import missed
from ketnoi.intake.terms import CameBy, ListState
from ketnoi.people import actions as people


@action
def bring_missed(*, content: bytes, by: Any, now: datetime) -> MissedList:
    """Send in a list of missed calls: it is read whole, and nobody is to be called yet."""
    if not access.may_answer(member=by):
        raise Refused(_("Vai của bạn không trực điện thoại."))
    lines = _read(content, now=now)
    if not lines:
        raise Refused(_("Danh sách chưa có dòng nào. Hãy ghi mỗi cuộc gọi một dòng."))
    source = MissedList(agency_id=by.files, key=people.make_key(), brought_at=now, brought_by=by)
    source.lines = json.dumps(lines)
    source.save(force_insert=True)
    flawed = sum(bool(line["flaws"]) for line in lines)
    note("missed.brought", by=by, about=source, rows=len(lines), flawed=flawed)
    return source


@action
def add_missed(*, source: MissedList, by: Any, now: datetime) -> MissedList:
    """Each number that nobody called back since waits to be called; the earliest call counts."""
    fresh = lock_list(source=source, by=by)
    new = [line for line in queries.lines_of(fresh, by) if line.is_new]
    if not new:
        raise Refused(_("Không có dòng nào thêm được. Hãy sửa tệp rồi gửi lại, hoặc bỏ danh sách."))
    for line in new:
        new_callback(
            agency_id=fresh.agency_id,
            came_by=CameBy.VOICEMAIL if line.has_message else CameBy.MISSED,
            said={"number": line.number, "language": line.language},
            now=line.at or now,
        )
    agencies.tell_later(agency_id=fresh.agency_id)
    end_list(source=fresh, state=ListState.ADDED, added=len(new), now=now)
    note("missed.added", by=by, about=fresh, rows=len(new))
    return fresh


@action
def drop_missed(*, source: MissedList, by: Any, now: datetime) -> MissedList:
    """The list is not wanted: nobody of it is called."""
    fresh = lock_list(source=source, by=by)
    end_list(source=fresh, state=ListState.DROPPED, added=0, now=now)
    note("missed.dropped", by=by, about=fresh)
    return fresh


@part
def end_list(*, source: MissedList, state: str, added: int, now: datetime) -> None:
    """A list that is over keeps no number: its lines go, with the key they were sealed with."""
    gone = {"state": state, "ended_at": now, "added": added, "lines": b""}
    MissedList.objects.filter(pk=source.pk).update(**gone)
    source.state, source.ended_at, source.added = state, now, added
    people.destroy_key(key_id=source.key_id)


@part
def lock_list(*, source: MissedList, by: Any) -> MissedList:
    """The list as it stands now. All lists of the agency wait: two of the same file add it once."""
    locked = MissedList.objects.visible_to(by).select_for_update(of=("self",)).order_by("pk")
    mine = locked.filter(agency_id=by.files).select_related("key")
    fresh = next((one for one in mine if one.pk == source.pk), None)
    if fresh is None or not access.may_answer(member=by):
        raise Refused(_("Danh sách này do đơn vị khác gửi."))
    if fresh.state != ListState.LOOKED_AT:
        raise Refused(_("Danh sách này đã xong. Hãy mở lại trang để xem."))
    return fresh


def _read(content: bytes, *, now: datetime) -> list[dict[str, Any]]:
    oldest = queries.oldest_missed(now)
    try:
        return [
            {"line": line, "shown": row["number"], "told": said.facts, "flaws": said.flaws}
            for line, row in missed.rows(content)
            for said in [missed.read(row, now=now.astimezone(ZONE), oldest=oldest)]
        ]
    except missed.TooLong:
        raise Refused(
            _("Danh sách quá dài. Hãy chia thành nhiều tệp, mỗi tệp nhiều nhất 300 dòng.")
        ) from None
    except missed.NoList:
        raise Refused(
            _("Chưa đọc được tệp này. Hãy dùng tệp mẫu, hoặc lưu thành Excel (.xlsx) hay CSV.")
        ) from None
