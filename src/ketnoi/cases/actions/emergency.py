"""Breaking glass: opening a file in an emergency, standing for it, closing and reviewing it."""

import uuid
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.agencies import queries as agencies
from ketnoi.cases import access, queries
from ketnoi.cases.actions.doors import close_doors
from ketnoi.cases.actions.tasks import ask, settle
from ketnoi.cases.models import Case, EmergencyOpening, EmergencyReview
from ketnoi.cases.terms import Step, TaskKind, Verdict
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.guard import emergency


@action
def open_in_emergency(*, code: str, reason: str, words: str, by: Any, now: datetime) -> Case | None:
    """An officer whom nobody let in opens a file whose code she knows; its holder hears at once.

    None for a code that opens nothing: no such file, and a file that cannot be opened so, are the
    same. That somebody tried stays in the chain of her agency.
    """
    _refuse_to_break(code, by=by, now=now)
    pk = uuid.uuid4()
    emergency.break_glass(code=code.strip().upper(), opening=pk, door=uuid.uuid4(), reason=reason)
    opening = EmergencyOpening.objects.filter(pk=pk).select_related("door", "case__key").first()
    if opening is None:
        note(queries.WRONG_CODE, by=by, about=None)
        return None
    opening.words = words
    opening.save(update_fields=["words"])
    _tell_both(opening, now=now)
    until = opening.door.until
    note("emergency.opened", by=by, about=opening, shared=True, reason=reason, until=until)
    return opening.case


@action
def confirm_emergency(*, opening: EmergencyOpening, by: Any, now: datetime) -> None:
    """A second person of the same agency stands for it: the door stays open longer."""
    if not access.may_confirm_emergency(member=by, opening=opening):
        raise Refused(_("Người thứ hai phải là cán bộ hồ sơ khác của cùng đơn vị."))
    if opening.confirmed_at or not queries.is_open(opening, now=now):
        raise Refused(_("Lần mở này đã đóng hoặc đã được xác nhận."))
    emergency.confirm(opening=opening.pk)
    _settle(opening, TaskKind.CONFIRM_EMERGENCY, by=by, now=now)
    note("emergency.confirmed", by=by, about=opening, shared=True)


@action
def end_emergency(*, opening: EmergencyOpening, by: Any, now: datetime) -> None:
    """What was opened in an emergency is closed before its time."""
    if not access.may_end_emergency(member=by, opening=opening):
        raise Refused(_("Bạn không đóng được lần mở khẩn cấp này."))
    if not close_doors(door_id=opening.door_id, by=by, now=now):
        raise Refused(_("Lần mở khẩn cấp này đã đóng."))
    _settle(opening, TaskKind.CONFIRM_EMERGENCY, by=by, now=now)
    note("emergency.ended", by=by, about=opening, shared=True)


@action
def review_emergency(
    *, opening: EmergencyOpening, verdict: str, by: Any, now: datetime
) -> EmergencyReview:
    """The agency that holds the file says whether it was needed; if not, it is closed at once."""
    has_lead = agencies.has_lead(opening.holder_id)
    if not access.may_review_emergency(member=by, opening=opening, has_lead=has_lead):
        raise Refused(_("Phụ trách của đơn vị giữ hồ sơ xem lại việc này."))
    if queries.is_reviewed(opening):
        raise Refused(_("Lần mở khẩn cấp này đã được xem lại."))
    review = EmergencyReview(
        case_id=opening.case_id,
        holder_id=opening.holder_id,
        opening=opening,
        opener_id=opening.agency_id,
        verdict=verdict,
        at=now,
        by=by,
    )
    review.save(force_insert=True)
    if verdict == Verdict.NOT_NEEDED:
        close_doors(door_id=opening.door_id, by=by, now=now)
    _settle(opening, TaskKind.REVIEW_EMERGENCY, TaskKind.CONFIRM_EMERGENCY, by=by, now=now)
    note("emergency.reviewed", by=by, about=review, shared=True, verdict=verdict)
    return review


def _refuse_to_break(code: str, *, by: Any, now: datetime) -> None:
    """Everything that is asked before the code is looked at, so that it says nothing about it."""
    if not access.may_break_glass(member=by):
        raise Refused(_("Vai của bạn không mở hồ sơ khẩn cấp được."))
    if queries.has_overdue_review(by, now=now):
        raise Refused(_("Có lần mở khẩn cấp của đơn vị bạn quá hạn xem lại. Hãy gọi điều phối."))
    if queries.wrong_codes_are_many(by, now=now):
        raise Refused(_("Hôm nay đơn vị bạn đã gõ sai mã nhiều lần. Hãy gọi điều phối."))
    if queries.case_by_code(by, code):
        raise Refused(_("Bạn đang mở được hồ sơ này. Hãy vào từ danh sách hồ sơ."))


def _tell_both(opening: EmergencyOpening, *, now: datetime) -> None:
    """The holder reviews it; a colleague may stand for it."""
    told: dict[str, Any] = {
        "case": opening.case,
        "step": Step.SUPPORT,
        "subject": str(opening.pk),
        "now": now,
    }
    ask(
        kind=TaskKind.REVIEW_EMERGENCY,
        agency_id=opening.holder_id,
        asker_id=opening.agency_id,
        due_at=opening.review_due,
        page="cases:emergency_review",
        **told,
    )
    ask(
        kind=TaskKind.CONFIRM_EMERGENCY,
        agency_id=opening.agency_id,
        asker_id=opening.agency_id,
        due_at=opening.door.until or opening.review_due,
        page="cases:emergency_confirm",
        **told,
    )


def _settle(opening: EmergencyOpening, *kinds: str, by: Any, now: datetime) -> None:
    for kind in kinds:
        settle(case_id=opening.case_id, kind=kind, subject=str(opening.pk), by=by, now=now)
