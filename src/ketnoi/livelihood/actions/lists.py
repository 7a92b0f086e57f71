"""Lists of opportunities: sent in, looked at, added as a whole or dropped."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.clock import ZONE
from ketnoi.livelihood import access, queries
from ketnoi.livelihood.models import OfferList, Opportunity
from ketnoi.livelihood.rules import reading
from ketnoi.livelihood.terms import ListState


@action
def bring_offers(*, content: bytes, kind: str, by: Any, now: datetime) -> OfferList:
    """Send in an Excel list of opportunities: it is read whole, and nothing is on offer yet."""
    if not access.may_offer(member=by):
        raise Refused(_("Đơn vị hoặc vai của bạn không thêm được cơ hội sinh kế."))
    rows = _read(content, kind=kind, today=now.astimezone(ZONE).date())
    if not rows:
        raise Refused(_("Danh sách chưa có dòng nào. Hãy ghi mỗi cơ hội một dòng dưới tiêu đề."))
    source = OfferList(agency_id=by.agency_id, rows=rows, brought_at=now, brought_by=by)
    source.save(force_insert=True)
    note("offers.brought", by=by, about=source, rows=len(rows), flawed=_flawed(rows))
    return source


@action
def add_offers(*, source: OfferList, by: Any, now: datetime) -> OfferList:
    """The lines that can be read and are not on offer yet are told to the network, all or none."""
    fresh = _open(source, by)
    good = [row for row in fresh.rows if not row["flaws"]]
    new = [row["told"] for row in queries.without_what_is_on_offer(good)]
    if not new:
        raise Refused(_("Không có dòng nào thêm được. Hãy sửa tệp rồi gửi lại, hoặc bỏ danh sách."))
    for told in new:
        _make(told, by=by, now=now).save(force_insert=True)
    fresh.state, fresh.ended_at, fresh.added = ListState.ADDED, now, len(new)
    fresh.save(update_fields=["state", "ended_at", "added"])
    note("offers.added", by=by, about=fresh, rows=len(new))
    return fresh


@action
def drop_offers(*, source: OfferList, by: Any, now: datetime) -> OfferList:
    """The list is not wanted: nothing of it is added."""
    fresh = _open(source, by)
    fresh.state, fresh.ended_at, fresh.rows = ListState.DROPPED, now, []
    fresh.save(update_fields=["state", "ended_at", "rows"])
    note("offers.dropped", by=by, about=fresh)
    return fresh


def _read(content: bytes, *, kind: str, today: date) -> list[dict[str, Any]]:
    places = queries.Places()
    rows = []
    try:
        for number, row in reading.rows(content):
            said = reading.read(row, kind=kind, today=today, commune_of=places.of)
            shown = [row["title"], row["partner"]]
            rows.append({"number": number, "shown": shown, "told": said.facts, "flaws": said.flaws})
    except reading.TooLong:
        raise Refused(
            _("Danh sách quá dài. Hãy chia thành nhiều tệp, mỗi tệp nhiều nhất 500 dòng.")
        ) from None
    except reading.NoList:
        raise Refused(
            _("Chưa đọc được tệp này. Hãy dùng tệp mẫu, hoặc lưu lại thành Excel (.xlsx).")
        ) from None
    return rows


def _open(source: OfferList, by: Any) -> OfferList:
    # All lists of the agency: two that add the same file at once add it once.
    locked = OfferList.objects.visible_to(by).select_for_update().order_by("pk")
    fresh = next((one for one in locked if one.pk == source.pk), None)
    if fresh is None or not access.may_offer(member=by):
        raise Refused(_("Danh sách này do đơn vị khác gửi."))
    if fresh.state != ListState.LOOKED_AT:
        raise Refused(_("Danh sách này đã xong. Hãy mở lại trang để xem."))
    return fresh


def _make(told: dict[str, Any], *, by: Any, now: datetime) -> Opportunity:
    facts = {name: value for name, value in told.items() if name not in {"commune", "until"}}
    return Opportunity(
        **facts,
        agency_id=by.agency_id,
        commune_id=told["commune"],
        until=date.fromisoformat(told["until"]) if told["until"] else None,
        made_at=now,
        made_by=by,
    )


def _flawed(rows: list[dict[str, Any]]) -> int:
    return sum(bool(row["flaws"]) for row in rows)
