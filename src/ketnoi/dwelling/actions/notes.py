"""Notes of a day: written, ticked by whoever took it over, struck when it was a mistake."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.dwelling.actions.books import keep_book, refuse_others
from ketnoi.dwelling.models import DayNote
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.clock import ZONE

if TYPE_CHECKING:
    from ketnoi.protection.models import ShelterStay


@action
def write_day_note(
    *,
    stay: "ShelterStay",
    on: date,
    kind: str,
    words: str,
    passes_on: bool,
    by: Any,
    now: datetime,
) -> DayNote:
    """A sentence about her day; the next shift is told where it must know."""
    book = keep_book(stay=stay, by=by, now=now)
    if on > now.astimezone(ZONE).date():
        raise Refused(_("Ngày này chưa tới. Hãy chọn hôm nay hoặc ngày trước."))
    made = DayNote(book=book, on=on, kind=kind, passes_on=passes_on, written_at=now, written_by=by)
    made.words = words
    made.save(force_insert=True)
    note("house.noted", by=by, about=made, kind=kind, passes_on=passes_on)
    return made


@action
def settle_point(*, point: DayNote, by: Any, now: datetime) -> DayNote:
    """Somebody of this shift saw to it; the next one need not know it any more."""
    fresh = _locked(point, by=by)
    if not fresh.is_open:
        raise Refused(_("Việc này đã có người làm xong hoặc đã gạch. Hãy mở lại trang để xem."))
    fresh.done_at, fresh.done_by = now, by
    fresh.save(update_fields=["done_at", "done_by"])
    note("house.point_settled", by=by, about=fresh)
    return fresh


@action
def strike_note(*, point: DayNote, by: Any, now: datetime) -> DayNote:
    """It was a mistake: it stays legible, struck through, with who and when."""
    fresh = _locked(point, by=by)
    if fresh.struck_at:
        raise Refused(_("Dòng này đã được gạch trước đó."))
    fresh.struck_at, fresh.struck_by = now, by
    fresh.save(update_fields=["struck_at", "struck_by"])
    note("house.note_struck", by=by, about=fresh)
    return fresh


def _locked(point: DayNote, *, by: Any) -> DayNote:
    refuse_others(agency_id=point.book.agency_id, by=by)
    fresh = DayNote.objects.select_for_update(of=("self",)).get(pk=point.pk)
    fresh.book = point.book
    return fresh
