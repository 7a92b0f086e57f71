"""A course of sittings: begun, told of, handed on, ended."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.counselling import access, queries
from ketnoi.counselling.actions.keys import give_counsellor_key
from ketnoi.counselling.models import Course, Tally
from ketnoi.foundation import confiding
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.crypto import new_data_key
from ketnoi.foundation.guard.hiding import shut_out

if TYPE_CHECKING:
    from ketnoi.agencies.models import Member
    from ketnoi.cases.models import Case


@action
def begin_course(*, case: "Case", told: bool, by: Any, now: datetime) -> Course:
    """She and a counsellor begin; `told` is her own answer whether others may know of it."""
    if not queries.may_counsel(case, by):
        raise Refused(_("Bạn không bắt đầu tham vấn được trong hồ sơ này."))
    if Course.objects.filter(case=case, counsellor_id=by.pk, ended_at=None).exists():
        raise Refused(_("Bạn đang tham vấn cho chị ấy. Hãy mở lại trang để ghi buổi tiếp."))
    key = give_counsellor_key(member=by)
    about = {"case": case, "holder_id": case.holder_id, "agency_id": by.agency_id}
    course = Course(**about, counsellor=by, since=now, to=key, begun_at=now)
    course.closed = course.close(new_data_key(), to=key)
    course.save(force_insert=True)
    Tally(**about, counsellor=by, course=course, told=told, asked_at=now).save(force_insert=True)
    note("course.begun", by=by, about=course, told=told)
    return course


@action
def tell_others(*, tally: Tally, told: bool, by: Any, now: datetime) -> Tally:
    """Her answer, given again: whether others who take part may know that she comes."""
    if not access.may_keep(member=by, course=tally):
        raise Refused(_("Chỉ người tham vấn ghi được câu trả lời này."))
    tally.told, tally.asked_at = told, now
    tally.save(update_fields=["told", "asked_at"])
    note("course.told", by=by, about=tally, told=told)
    return tally


@action
def end_course(*, course: Course, by: Any, now: datetime) -> Course:
    """They do not meet any more. What was written stays sealed as it was."""
    fresh = lock_going_on(course=course, by=by)
    fresh.ended_at = now
    fresh.save(update_fields=["ended_at"])
    Tally.objects.filter(course=fresh).update(next_on=None)
    note("course.ended", by=by, about=fresh)
    return fresh


@action
def hand_on_course(*, course: Course, to: "Member", by: Any, now: datetime) -> Course:
    """A colleague is her counsellor from now on: she reads what was written, and whoever had it
    before reads it no more. Her supervisor does this when the counsellor has left."""
    supervises = queries.supervises(by, course.counsellor_id)
    if not access.may_hand_on(member=by, course=course, supervises=supervises):
        raise Refused(_("Chỉ người tham vấn hoặc người giám sát bàn giao được."))
    if to not in queries.colleagues(by) or to.pk == course.counsellor_id:
        raise Refused(_("Hãy chọn một cán bộ chuyên môn khác của đơn vị."))
    _refuse_whom_it_is_hidden_from(course, to)
    fresh = queries.whole(course.pk)
    if fresh is None or fresh.ended_at:
        raise Refused(_("Đợt tham vấn này đã kết thúc."))
    if Course.objects.filter(case_id=fresh.case_id, counsellor_id=to.pk, ended_at=None).exists():
        raise Refused(_("Người ấy đang tham vấn cho chị ấy rồi. Hãy chọn người khác."))
    key = give_counsellor_key(member=to)
    confiding.hand_on(fresh.pk, to=to.pk, key=key.pk, closed=fresh.close(fresh.opened, to=key))
    note("course.handed_on", by=by, about=fresh, to=to.pk)
    return fresh


@part
def lock_going_on(*, course: Course, by: Any) -> Course:
    """The course as it stands now; refused when it is not hers, or over."""
    if not access.may_keep(member=by, course=course):
        raise Refused(_("Chỉ người tham vấn ghi được ở đây."))
    list(Course.objects.select_for_update().filter(pk=course.pk))
    fresh = queries.whole(course.pk)
    if fresh is None or fresh.ended_at:
        raise Refused(_("Đợt tham vấn này đã kết thúc."))
    return fresh


def _refuse_whom_it_is_hidden_from(course: Course, to: "Member") -> None:
    kept_out = shut_out(course.case_id)
    if to.pk in kept_out.members or to.agency_id in kept_out.agencies:
        raise Refused(_("Không bàn giao được cho người này. Hãy chọn người khác."))
