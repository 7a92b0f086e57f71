"""Groups: begun, seats given and freed, a meeting held, ended."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid5

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from ketnoi.counselling import access, queries, rules
from ketnoi.counselling.actions.keys import give_counsellor_key
from ketnoi.counselling.models import Group, Meeting, Participation, Seat, Tally
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.crypto import new_data_key

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


@action
def begin_group(
    *, theme: str, room: str, seats: int, begins_on: date, by: Any, now: datetime
) -> Group:
    """A counsellor begins a group for so many women; nobody is in it yet."""
    if not access.is_counsellor(member=by):
        raise Refused(_("Chỉ cán bộ chuyên môn mở nhóm được."))
    key = give_counsellor_key(member=by)
    group = Group(
        agency_id=by.agency_id,
        counsellor=by,
        theme=theme,
        room=room,
        seats=seats,
        begins_on=begins_on,
        to=key,
        made_at=now,
    )
    group.closed = group.close(new_data_key(), to=key)
    group.save(force_insert=True)
    note("group.begun", by=by, about=group, theme=theme, seats=seats)
    return group


@action
def give_seat(*, group: Group, case: "Case", told: bool, by: Any, now: datetime) -> Seat:
    """A woman with a file has a place in the group; `told`, if others who take part may know."""
    fresh = _lock_running(group, by)
    if not queries.may_counsel(case, by):
        raise Refused(_("Đơn vị của bạn không tham gia hồ sơ này, hoặc hồ sơ đã kết thúc."))
    sitting = Seat.objects.filter(group=fresh, left_at=None)
    if sitting.filter(case=case).exists():
        raise Refused(_("Chị ấy đã có chỗ trong nhóm này."))
    about = {"case": case, "holder_id": case.holder_id, "agency_id": by.agency_id}
    seat = _sit_down(Seat(**about, counsellor=by, group=fresh, since=now))
    Tally(**about, counsellor=by, seat=seat, told=told, asked_at=now).save(force_insert=True)
    note("seat.given", by=by, about=seat, told=told)
    return seat


@action
def free_seat(*, seat: Seat, by: Any, now: datetime) -> Seat:
    """She comes no more; another woman may have her place."""
    _lock_running(seat.group, by)
    if not Seat.objects.filter(pk=seat.pk, left_at=None).update(left_at=now):
        raise Refused(_("Chỗ này đã trống."))
    note("seat.freed", by=by, about=seat)
    return seat


@action
def hold_meeting(
    *,
    group: Group,
    once: str,
    held_on: date,
    minutes: int,
    came: list[Seat],
    words: str,
    by: Any,
    now: datetime,
) -> Meeting:
    """The group met: who came, and a note about the group without a name."""
    fresh = _lock_running(group, by)
    if not rules.may_be_held_on(held_on=held_on, today=now.astimezone(ZONE).date()):
        raise Refused(_("Ngày gặp chưa tới. Hãy nhập ngày không muộn hơn hôm nay."))
    pk = uuid5(by.pk, f"meeting {fresh.pk} {once}")
    if Meeting.objects.filter(pk=pk).exists():
        raise Refused(_("Buổi này đã được ghi. Hãy mở lại trang để xem."))
    about = {"agency_id": fresh.agency_id, "counsellor_id": fresh.counsellor_id}
    held = {"held_on": held_on, "minutes": minutes, "note": words, "written_at": now}
    meeting = Meeting(pk=pk, **about, group=fresh, **held)
    meeting.save(force_insert=True)
    _write_who_came(meeting, came)
    note("group.met", by=by, about=meeting, came=len(came))
    return meeting


@action
def end_group(*, group: Group, by: Any, now: datetime) -> Group:
    """The group meets no more; its seats are free."""
    fresh = _lock_running(group, by)
    fresh.ended_at = now
    fresh.save(update_fields=["ended_at"])
    Seat.objects.filter(group=fresh, left_at=None).update(left_at=now)
    note("group.ended", by=by, about=fresh)
    return fresh


@part
def _sit_down(seat: Seat) -> Seat:
    """On the first seat that is free. Of whom the counsellor must not know has hers all the same:
    PostgreSQL gives no number twice."""
    free = rules.free_seats(taken=queries.taken_seats(seat.group), seats=seat.group.seats)
    for number in free:
        seat.number = number
        try:
            with transaction.atomic():
                seat.save(force_insert=True)
        except IntegrityError:
            continue
        return seat
    raise Refused(_("Nhóm đã đủ người. Hãy chọn nhóm khác."))


@part
def _write_who_came(meeting: Meeting, came: list[Seat]) -> None:
    Participation.objects.bulk_create(
        Participation(
            meeting=meeting,
            seat=seat,
            case_id=seat.case_id,
            holder_id=seat.holder_id,
            agency_id=seat.agency_id,
            counsellor_id=seat.counsellor_id,
        )
        for seat in came
    )
    tallies = Tally.objects.filter(seat__in=[seat.pk for seat in came])
    tallies.update(sessions=F("sessions") + 1, minutes=F("minutes") + meeting.minutes)


def _lock_running(group: Group, by: Any) -> Group:
    """The group as it stands now: two who give its last seat come one after the other."""
    if not access.may_keep(member=by, course=group):
        raise Refused(_("Chỉ người hướng dẫn nhóm ghi được ở đây."))
    list(Group.objects.select_for_update().filter(pk=group.pk))
    fresh = queries.whole_group(group.pk)
    if fresh is None or fresh.ended_at:
        raise Refused(_("Nhóm này đã kết thúc."))
    return fresh
