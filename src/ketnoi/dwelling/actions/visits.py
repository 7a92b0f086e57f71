"""Visits: somebody wants to come, she says yes or no, then the lead; what became of it."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.agencies import queries as agencies
from ketnoi.dwelling import access, rules
from ketnoi.dwelling.actions.books import keep_book, refuse_others
from ketnoi.dwelling.models import Visit
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.guard.hiding import shut_out
from ketnoi.foundation.vietnamese.text import fold

if TYPE_CHECKING:
    from ketnoi.protection.models import ShelterStay


@action
def ask_visit(
    *,
    stay: "ShelterStay",
    visitor: str,
    relation: str,
    wanted_at: datetime,
    by: Any,
    now: datetime,
) -> Visit:
    """Somebody wants to see her; nobody is told anything before she has said yes."""
    book = keep_book(stay=stay, by=by, now=now)
    if wanted_at < now:
        raise Refused(_("Giờ này đã qua. Hãy chọn giờ sắp tới."))
    _refuse_the_blocked(stay, visitor, by=by)
    made = Visit(book=book, relation=relation, wanted_at=wanted_at, asked_at=now, asked_by=by)
    made.visitor = visitor
    made.save(force_insert=True)
    note("visit.asked", by=by, about=made, relation=relation)
    return made


@action
def answer_visit(*, visit: Visit, answer: str, venue: str, by: Any, now: datetime) -> Visit:
    """What she said, and where she would meet. Her no ends it."""
    refuse_others(agency_id=visit.book.agency_id, by=by)
    fresh = _waiting(visit, for_="her")
    fresh.her_answer, fresh.her_venue, fresh.her_at, fresh.her_by = answer, venue, now, by
    fresh.save(update_fields=["her_answer", "her_venue", "her_at", "her_by"])
    note("visit.answered", by=by, about=fresh, answer=answer)
    return fresh


@action
def decide_visit(
    *, visit: Visit, answer: str, venue: str, meeting: str, by: Any, now: datetime
) -> Visit:
    """The lead says yes or no after her yes; elsewhere, unless both say at the house."""
    if not access.may_decide(member=by, agency_id=visit.book.agency_id):
        raise Refused(_("Chỉ phụ trách nhà tạm lánh mới quyết được việc này."))
    fresh = _waiting(visit, for_="lead")
    _refuse_the_blocked(visit.book.stay, fresh.visitor.open(), by=by)
    fresh.lead_answer, fresh.lead_venue, fresh.lead_at, fresh.lead_by = answer, venue, now, by
    fresh.meeting = meeting
    fresh.save(update_fields=["lead_answer", "lead_venue", "lead_at", "lead_by", "sealed_words"])
    note("visit.decided", by=by, about=fresh, answer=answer)
    return fresh


@action
def record_visit(*, visit: Visit, outcome: str, by: Any, now: datetime) -> Visit:
    """Whether the visitor came, did not, or was refused at the door."""
    refuse_others(agency_id=visit.book.agency_id, by=by)
    fresh = _waiting(visit, for_="outcome")
    fresh.outcome, fresh.outcome_at, fresh.outcome_by = outcome, now, by
    fresh.save(update_fields=["outcome", "outcome_at", "outcome_by"])
    note("visit.recorded", by=by, about=fresh, outcome=outcome)
    return fresh


def _waiting(visit: Visit, *, for_: str) -> Visit:
    fresh = Visit.objects.select_for_update(of=("self",)).get(pk=visit.pk)
    fresh.book = visit.book
    if fresh.waits_for == for_:
        return fresh
    if fresh.waits_for == "her":
        raise Refused(_("Hãy hỏi chị ấy trước. Chị ấy chưa trả lời."))
    raise Refused(_("Việc này đã có người ghi. Hãy mở lại trang để xem."))


def _refuse_the_blocked(stay: "ShelterStay", visitor: str, *, by: Any) -> None:
    """Who must not know of her does not visit her; it is said plainly to who may know of blocks."""
    kept_out = shut_out(stay.case_id)
    names = [
        fold(each.name)
        for each in agencies.everybody()
        if each.pk in kept_out.members or each.agency_id in kept_out.agencies
    ]
    if not rules.is_named(visitor=fold(visitor), names=names):
        return
    if access.may_know_blocks(member=by, holder_id=stay.holder_id):
        raise Refused(_("Người này bị chặn khỏi hồ sơ, nên không đến thăm được."))
    raise Refused(_("Chưa nhận được người này đến thăm. Hãy hỏi nơi giữ hồ sơ trước."))
