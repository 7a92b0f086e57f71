"""Sittings: written once by the counsellor, and marked when they were a mistake."""

from datetime import date, datetime
from typing import Any
from uuid import uuid5

from django.db.models import Count, Sum
from django.utils.translation import gettext as _

from ketnoi.counselling import access, queries, rules
from ketnoi.counselling.actions.courses import lock_going_on
from ketnoi.counselling.models import Course, Sitting, Tally
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.clock import ZONE


@action
def write_sitting(
    *,
    course: Course,
    once: str,
    held_on: date,
    minutes: int,
    next_on: date | None,
    topics: list[str],
    by: Any,
    now: datetime,
    **said: str,
) -> Sitting:
    """They met: day, minutes, how (`form`); her answer (`feeling`), topics and the note are sealed.

    The page that is sent twice (`once`) writes it once.
    """
    fresh = lock_going_on(course=course, by=by)
    if not queries.may_counsel(fresh.case, by):
        raise Refused(_("Đơn vị của bạn không còn tham gia hồ sơ này, hoặc hồ sơ đã kết thúc."))
    if not rules.may_be_held_on(held_on=held_on, today=now.astimezone(ZONE).date()):
        raise Refused(_("Ngày gặp chưa tới. Hãy nhập ngày không muộn hơn hôm nay."))
    if not rules.may_follow(next_on=next_on, held_on=held_on):
        raise Refused(_("Ngày gặp lại phải sau ngày gặp. Hãy chọn ngày khác."))
    pk = uuid5(by.pk, f"sitting {fresh.pk} {once}")
    if Sitting.objects.filter(pk=pk).exists():
        raise Refused(_("Buổi này đã được ghi. Hãy mở lại trang để xem."))
    about = {"pk": pk, "case": fresh.case, "holder_id": fresh.holder_id, "course": fresh}
    days = {"held_on": held_on, "minutes": minutes, "next_on": next_on, "written_at": now}
    sitting = Sitting(
        **about, **days, agency_id=by.agency_id, written_by=by, topics=",".join(topics), **said
    )
    sitting.save(force_insert=True)
    count_again(course=fresh)
    note("sitting.written", by=by, about=sitting)
    return sitting


@action
def mark_sitting_mistaken(*, sitting: Sitting, by: Any, now: datetime) -> Sitting:
    """It was not held, or was written twice: it stays, marked, and counts no more."""
    if not access.may_keep(member=by, course=sitting.course):
        raise Refused(_("Chỉ người tham vấn mới đánh dấu ghi nhầm được."))
    if not Sitting.objects.filter(pk=sitting.pk, mistaken_at=None).update(mistaken_at=now):
        raise Refused(_("Buổi này đã được đánh dấu ghi nhầm."))
    count_again(course=sitting.course)
    note("sitting.mistaken", by=by, about=sitting)
    return sitting


@part
def count_again(*, course: Course) -> None:
    """What others may be told, if she agreed: how many, how long, the next day."""
    found = Sitting.objects.filter(course=course, mistaken_at=None)
    sums = found.aggregate(sessions=Count("pk"), minutes=Sum("minutes"))
    latest = found.order_by("-held_on", "-written_at").values_list("next_on", flat=True).first()
    told = {"sessions": sums["sessions"], "minutes": sums["minutes"] or 0, "next_on": latest}
    Tally.objects.filter(course=course).update(**told)
