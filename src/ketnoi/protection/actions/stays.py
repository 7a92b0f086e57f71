"""A stay: she comes, changes rooms, the stay is looked at again, she leaves."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import Step, TaskKind
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.clock import ZONE
from ketnoi.law import queries as law
from ketnoi.people import actions as people
from ketnoi.protection import access, queries, rules
from ketnoi.protection.actions.beds import (
    Locked,
    change_bed,
    free_bed,
    lock_house,
    take_bed,
    tell_network,
)
from ketnoi.protection.models import ShelterStay, StayPlace

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

PAGE, COMPLETES = "protection:stay", "protection:complete"


@action
def admit(
    *,
    case: "Case",
    unit: str,
    admitted_at: datetime,
    house_rules_read: bool,
    by: Any,
    now: datetime,
    address: str = "",
    hold: UUID | None = None,
    children: int = 0,
) -> ShelterStay:
    """She is safe with us, at any hour, and a bed is hers; where, only the shelter reads.

    `hold` is the place that was kept for her, if one was. Without an address (at night) the file is
    completed later, within the time the law gives.
    """
    if not queries.may_admit(case, by):
        raise Refused(_("Chỉ nhà tạm lánh đã nhận hồ sơ này mới ghi được."))
    locked = lock_house(agency=by.agency, now=now)
    if queries.stay_here(case, by) is not None:
        raise Refused(_("Người này đang tạm lánh ở đơn vị bạn. Hãy mở lại trang để xem."))
    if not rules.may_begin_at(admitted_at=admitted_at, now=now):
        raise Refused(_("Giờ vào chưa tới. Hãy nhập giờ không muộn hơn lúc này."))
    take_bed(locked=locked, unit=unit, hold=hold, asks=case.holder_id, by=by, now=now)
    review_at = law.due(code=rules.REVIEW, start=admitted_at)
    stay = ShelterStay(
        case=case,
        file_code=case.code,
        holder_id=case.holder_id,
        agency_id=by.agency_id,
        unit=unit,
        children=children,
        rules_heard_on=_day(admitted_at) if house_rules_read else None,
        admitted_at=admitted_at,
        admitted_by=by,
        review_due_on=review_at.date(),
    )
    stay.save(force_insert=True)
    cases.begin_support(case=case, by=by, now=now)
    if address:
        keep_place(stay=stay, address=address)
    else:
        _ask_the_rest(stay, now=now)
    _ask_review(stay, due_at=review_at, now=now)
    tell_network(locked=locked, by=by, now=now)
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
def complete_stay(
    *, stay: ShelterStay, by: Any, now: datetime, address: str = "", house_rules_read: bool = False
) -> ShelterStay:
    """What was not asked at night is written down: where she is, that she heard the house rules."""
    _refuse_what_is_over(stay, by=by)
    if address:
        if queries.has_place(stay, by):
            raise Refused(_("Nơi ở đã được ghi. Hãy mở lại trang để xem."))
        keep_place(stay=stay, address=address)
    if house_rules_read and stay.rules_heard_on is None:
        stay.rules_heard_on = _day(now)
        stay.save(update_fields=["rules_heard_on"])
    if queries.has_place(stay, by):
        _settle(stay, TaskKind.COMPLETE_FILE, by=by, now=now)
    note("stay.completed", by=by, about=stay)
    return stay


@action
def review_stay(*, stay: ShelterStay, by: Any, now: datetime) -> ShelterStay:
    """The plan was looked at again with her; the next time is set."""
    _refuse_what_is_over(stay, by=by)
    due_at = law.due(code=rules.REVIEW, start=now)
    stay.review_due_on = due_at.date()
    stay.save(update_fields=["review_due_on"])
    _settle(stay, TaskKind.REVIEW_STAY, by=by, now=now)
    _ask_review(stay, due_at=due_at, now=now)
    note("stay.reviewed", by=by, about=stay, until=stay.review_due_on)
    return stay


@action
def change_room(*, stay: ShelterStay, unit: str, by: Any, now: datetime) -> ShelterStay:
    """She moves to another part of the house: one bed is free, another is hers."""
    locked = _locked_with(stay, by=by, now=now)
    if stay.unit == unit:
        raise Refused(_("Người này đang ở phòng này rồi. Hãy chọn phòng khác."))
    change_bed(locked=locked, unit=stay.unit, to=unit, now=now)
    stay.unit = unit
    stay.save(update_fields=["unit"])
    tell_network(locked=locked, by=by, now=now)
    note("stay.room_changed", by=by, about=stay)
    return stay


@action
def leave(
    *, stay: ShelterStay, left_at: datetime, left_reason: str, left_to: str, by: Any, now: datetime
) -> ShelterStay:
    """She leaves, and her bed is free; nothing waits here any more.

    It is written also when the file was closed to the shelter meanwhile, or went elsewhere.
    """
    locked = _locked_with(stay, by=by, now=now)
    if not rules.may_end_at(left_at=left_at, admitted_at=stay.admitted_at, now=now):
        raise Refused(_("Giờ rời phải sau giờ vào và không muộn hơn lúc này."))
    stay.left_at, stay.left_by = left_at, by
    stay.left_reason, stay.left_to = left_reason, left_to
    stay.save(update_fields=["left_at", "left_by", "left_reason", "left_to"])
    free_bed(locked=locked, unit=stay.unit, now=now)
    for kind in (TaskKind.REVIEW_STAY, TaskKind.COMPLETE_FILE):
        _settle(stay, kind, by=by, now=now)
    tell_network(locked=locked, by=by, now=now)
    note("stay.left", by=by, about=stay, shared=True, on=_day(left_at))
    return stay


def _locked_with(stay: ShelterStay, *, by: Any, now: datetime) -> Locked:
    """The house first, then the stay, as whoever takes a bed does."""
    if not access.may_keep(member=by, stay=stay):
        raise Refused(_("Chỉ nhà tạm lánh nơi người này đang ở mới ghi được."))
    locked = lock_house(agency=by.agency, now=now)
    _refuse_what_is_over(stay, by=by)
    return locked


def _refuse_what_is_over(stay: ShelterStay, *, by: Any) -> None:
    """Stop when she has left; the room she is in is read anew."""
    if not access.may_keep(member=by, stay=stay):
        raise Refused(_("Chỉ nhà tạm lánh nơi người này đang ở mới ghi được."))
    running = ShelterStay.objects.select_for_update(of=("self",)).filter(pk=stay.pk, left_at=None)
    unit = running.values_list("unit", flat=True).first()
    if unit is None:
        raise Refused(_("Lần tạm lánh này đã kết thúc. Hãy mở lại trang để xem."))
    stay.unit = unit


def _settle(stay: ShelterStay, kind: str, *, by: Any, now: datetime) -> None:
    cases.settle(
        case_id=stay.case_id,
        kind=kind,
        subject=stay.file_code,
        agency_id=stay.agency_id,
        by=by,
        now=now,
    )


def _ask_review(stay: ShelterStay, *, due_at: datetime, now: datetime) -> None:
    _ask(stay, TaskKind.REVIEW_STAY, page=PAGE, due_at=due_at, now=now)


def _ask_the_rest(stay: ShelterStay, *, now: datetime) -> None:
    due_at = law.due(code=rules.COMPLETED, start=stay.admitted_at)
    _ask(stay, TaskKind.COMPLETE_FILE, page=COMPLETES, due_at=due_at, now=now)


def _ask(stay: ShelterStay, kind: str, *, page: str, due_at: datetime, now: datetime) -> None:
    cases.ask(
        case=stay.case,
        kind=kind,
        step=Step.SAFE_PLACE,
        agency_id=stay.agency_id,
        asker_id=stay.holder_id,
        due_at=due_at,
        now=now,
        page=page,
        subject=stay.file_code,
    )


def _day(moment: datetime) -> Any:
    return moment.astimezone(ZONE).date()
