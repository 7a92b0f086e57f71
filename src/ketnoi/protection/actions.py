"""What is done about shelter: she comes, the stay is looked at again, she leaves."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import Step, TaskKind
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.clock import ZONE
from ketnoi.law import queries as law
from ketnoi.people import actions as people
from ketnoi.protection import access, queries, rules
from ketnoi.protection.models import ShelterStay, StayPlace

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

PAGE = "protection:stay"


@action
def admit(
    *,
    case: "Case",
    unit: str,
    address: str,
    admitted_at: datetime,
    house_rules_read: bool,
    by: Any,
    now: datetime,
) -> ShelterStay:
    """She is safe with us, at any hour; where, only the shelter reads."""
    if not queries.may_admit(case, by):
        raise Refused(_("Chỉ nhà tạm lánh đã nhận hồ sơ này mới ghi được."))
    if queries.stay_here(case, by) is not None:
        raise Refused(_("Người này đang tạm lánh ở đơn vị bạn. Hãy mở lại trang để xem."))
    if not rules.may_begin_at(admitted_at=admitted_at, now=now):
        raise Refused(_("Giờ vào chưa tới. Hãy nhập giờ không muộn hơn lúc này."))
    review_at = law.due(code=rules.REVIEW, start=admitted_at)
    stay = ShelterStay(
        case=case,
        holder_id=case.holder_id,
        agency_id=by.agency_id,
        unit=unit,
        house_rules_read=house_rules_read,
        admitted_at=admitted_at,
        admitted_by=by,
        review_due_on=review_at.date(),
    )
    stay.save(force_insert=True)
    cases.begin_support(case=case, by=by, now=now)
    keep_place(stay=stay, address=address)
    _ask_review(stay, due_at=review_at, now=now)
    note("stay.begun", by=by, about=stay, shared=True, on=_day(admitted_at))
    return stay


@part
def keep_place(*, stay: ShelterStay, address: str) -> StayPlace:
    """Where she is, sealed with a fresh key that goes with no file."""
    key = people.make_key()
    place = StayPlace(stay=stay, agency_id=stay.agency_id, key=key, address=address)
    cases.seal_apart(record=place, case=stay.case, key=key, to=[stay.agency_id])
    place.save(force_insert=True)
    return place


@action
def review_stay(*, stay: ShelterStay, by: Any, now: datetime) -> ShelterStay:
    """The plan was looked at again with her; the next time is set."""
    _lock_running(stay, by=by)
    due_at = law.due(code=rules.REVIEW, start=now)
    stay.review_due_on = due_at.date()
    stay.save(update_fields=["review_due_on"])
    _settle_review(stay, by=by, now=now)
    _ask_review(stay, due_at=due_at, now=now)
    note("stay.reviewed", by=by, about=stay, until=stay.review_due_on)
    return stay


@action
def leave(
    *, stay: ShelterStay, left_at: datetime, left_reason: str, left_to: str, by: Any, now: datetime
) -> ShelterStay:
    """She leaves; nothing waits here any more."""
    _lock_running(stay, by=by)
    if not rules.may_end_at(left_at=left_at, admitted_at=stay.admitted_at, now=now):
        raise Refused(_("Giờ rời phải sau giờ vào và không muộn hơn lúc này."))
    stay.left_at, stay.left_by = left_at, by
    stay.left_reason, stay.left_to = left_reason, left_to
    stay.save(update_fields=["left_at", "left_by", "left_reason", "left_to"])
    _settle_review(stay, by=by, now=now)
    note("stay.left", by=by, about=stay, shared=True, on=_day(left_at))
    return stay


def _lock_running(stay: ShelterStay, *, by: Any) -> None:
    if not access.may_keep(member=by, stay=stay):
        raise Refused(_("Chỉ nhà tạm lánh nơi người này đang ở mới ghi được."))
    running = ShelterStay.objects.select_for_update(of=("self",)).filter(pk=stay.pk, left_at=None)
    if not running.exists():
        raise Refused(_("Lần tạm lánh này đã kết thúc. Hãy mở lại trang để xem."))


def _settle_review(stay: ShelterStay, *, by: Any, now: datetime) -> None:
    cases.settle(
        case_id=stay.case_id,
        kind=TaskKind.REVIEW_STAY,
        subject=stay.case.code,
        agency_id=stay.agency_id,
        by=by,
        now=now,
    )


def _ask_review(stay: ShelterStay, *, due_at: datetime, now: datetime) -> None:
    cases.ask(
        case=stay.case,
        kind=TaskKind.REVIEW_STAY,
        step=Step.SAFE_PLACE,
        agency_id=stay.agency_id,
        asker_id=stay.holder_id,
        due_at=due_at,
        now=now,
        page=PAGE,
        subject=stay.case.code,
    )


def _day(moment: datetime) -> Any:
    return moment.astimezone(ZONE).date()
