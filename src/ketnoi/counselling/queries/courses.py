"""Courses and sittings for the class of two; tallies for the others; dangers for the file."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import QuerySet

from ketnoi.agencies import queries as agencies
from ketnoi.cases import queries as cases
from ketnoi.cases.terms import GOES_ON
from ketnoi.counselling import access
from ketnoi.counselling.models import Course, DangerRaised, Sitting, Tally
from ketnoi.counselling.terms import Topic
from ketnoi.foundation.trail.models import Line

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

OPENED, SHOWN = "sitting.seen", 20
NEAR = ("case__key", "counsellor", "to__secret", "tally")


def whole(pk: UUID) -> Course | None:
    """A course with what opens it, for an action that has locked it."""
    return Course.objects.select_related(*NEAR).filter(pk=pk).first()


def courses_of(case: "Case", member: Any) -> QuerySet[Course]:
    """The courses in this file that this member reads: her own, and those she supervises."""
    found = Course.objects.visible_to(member).filter(case_id__in=cases.within(case))
    return found.select_related(*NEAR).order_by("-begun_at", "pk")


def my_courses(member: Any) -> list[Course]:
    """The courses that go on: her own and those she supervises, the next day first."""
    going_on = {"ended_at": None, "case__status__in": GOES_ON}
    found = Course.objects.visible_to(member).filter(**going_on).select_related(*NEAR)
    return list(found.order_by("tally__next_on", "begun_at"))


def course_in(member: Any, code: str, pk: UUID) -> Course | None:
    """One course of a file."""
    case = cases.case_by_code(member, code)
    return courses_of(case, member).filter(pk=pk).first() if case else None


def own_course(case: "Case", member: Any) -> Course | None:
    """The course in which this member counsels her now."""
    mine = courses_of(case, member).filter(counsellor_id=member.member_id, ended_at=None)
    return mine.first()


def sittings_of(course: Course, member: Any) -> list[Sitting]:
    """The sittings of a course, the newest first."""
    found = Sitting.objects.visible_to(member).filter(course=course)
    listed = list(found.select_related("written_by").order_by("-held_on", "-written_at"))
    for one in listed:
        one.course = course
    return listed


def sitting_in(member: Any, code: str, pk: UUID) -> Sitting | None:
    """One sitting of a file, with what opens it."""
    case = cases.case_by_code(member, code)
    if case is None:
        return None
    found = Sitting.objects.visible_to(member).filter(pk=pk, case_id__in=cases.within(case))
    near = (*(f"course__{name}" for name in NEAR), "case", "written_by")
    return found.select_related(*near).first()


def readers_of(course: Course, member: Any) -> list[tuple[datetime, str]]:
    """Who opened sittings of a course, the latest first: so that her counsellor can tell her."""
    found = Line.objects.visible_to(member).filter(chain=course.pk, verb=OPENED)
    lines = list(found.order_by("-seq")[:SHOWN])
    names = agencies.member_names({line.actor for line in lines})
    return [(line.at, names.get(line.actor, "")) for line in lines]


def topics_of(sitting: Sitting) -> list[str]:
    """What they talked about, as the page says it."""
    return [str(Topic(code).label) for code in sitting.topics.open().split(",") if code]


def tallies_of(case: "Case", member: Any) -> list[Tally]:
    """What this member may know of counselling in this file: her own, and what she agreed to."""
    found = Tally.objects.visible_to(member).filter(case_id__in=cases.within(case))
    return list(found.order_by("asked_at", "pk"))


def tally_in(member: Any, code: str, pk: UUID) -> Tally | None:
    """One tally of a file, for the counsellor who asks her again."""
    case = cases.case_by_code(member, code)
    if case is None:
        return None
    found = Tally.objects.visible_to(member).filter(pk=pk, case_id__in=cases.within(case))
    return found.filter(counsellor_id=member.member_id).select_related("case").first()


def dangers_of(case: "Case", member: Any) -> list[DangerRaised]:
    """The dangers that were raised in this file, the newest first."""
    found = DangerRaised.objects.visible_to(member).filter(case_id__in=cases.within(case))
    return list(found.select_related("raised_by", "agency").order_by("-raised_at"))


def danger_in(member: Any, code: str, pk: UUID) -> DangerRaised | None:
    """One of them."""
    case = cases.case_by_code(member, code)
    if case is None:
        return None
    found = DangerRaised.objects.visible_to(member).filter(pk=pk, case_id__in=cases.within(case))
    danger = found.select_related("raised_by", "agency", "answered_by").first()
    if danger is not None:
        danger.case = cases.within(case)[danger.case_id]
    return danger


def subject_of(danger: DangerRaised) -> str:
    """How a task leads to its page."""
    return f"{danger.case.code}/{danger.pk}"


def may_counsel(case: "Case", member: Any) -> bool:
    """Whether this member may counsel her."""
    takes_part = cases.takes_part(member, case)
    return access.may_counsel(member=member, case=case, takes_part=takes_part)


def may_raise(case: "Case", member: Any) -> bool:
    """Whether this member may raise a danger in this file."""
    takes_part = cases.takes_part(member, case)
    return access.may_raise(member=member, case=case, takes_part=takes_part)
