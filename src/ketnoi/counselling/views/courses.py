"""Counselling in her file: what a member may know of it, and a course for its counsellor."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases import queries as cases
from ketnoi.counselling import access, actions, forms, queries
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.counselling.models import Course, Tally


@page(Audience.MEMBERS, finds=cases.case_by_code)
def file(request: PageRequest, case: "Case") -> HttpResponse:
    member = request.member
    mine = queries.own_course(case, member)
    shown = {
        "case": case,
        "courses": list(queries.courses_of(case, member)),
        "tallies": queries.tallies_of(case, member),
        "dangers": queries.dangers_of(case, member),
        "begins": mine is None and queries.may_counsel(case, member),
        "raises": queries.may_raise(case, member),
    }
    return render(request, "counselling/file.html", shown)


@page(Audience.MEMBERS, writes=True, finds=cases.case_by_code)
def begin(request: PageRequest, case: "Case") -> HttpResponse:
    return asked(
        request,
        forms.Telling(sent(request)),
        do=lambda **said: actions.begin_course(
            case=case, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã bắt đầu đợt tham vấn."),
        to=lambda course: reverse("counselling:course", args=[case.code, course.pk]),
        heading=_("Bắt đầu tham vấn, hồ sơ {code}").format(code=case.code),
        intro=_("Chỉ bạn và người giám sát của bạn đọc được điều bạn ghi."),
        button=_("Bắt đầu"),
        back=reverse("counselling:file", args=[case.code]),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.course_in, look="course.seen")
def course(request: PageRequest, course: "Course") -> HttpResponse:
    code, member = course.case.code, request.member
    is_hers = access.may_keep(member=member, course=course)
    supervises = queries.supervises(member, course.counsellor_id)
    return asked(
        request,
        forms.Writing(sent(request), initial={"held_on": clock.today(), "form": "in_person"}),
        do=lambda **said: actions.write_sitting(course=course, by=member, now=clock.now(), **said),
        said=_("Đã ghi buổi tham vấn."),
        to=reverse("counselling:course", args=[code, course.pk]),
        template="counselling/course.html",
        course=course,
        sittings=queries.sittings_of(course, member),
        readers=queries.readers_of(course, member),
        writes=is_hers and course.ended_at is None,
        hands_on=course.ended_at is None
        and access.may_hand_on(member=member, course=course, supervises=supervises),
        heading=_("Đợt tham vấn, hồ sơ {code}").format(code=code),
        button=_("Ghi buổi tham vấn"),
        back=reverse("counselling:file", args=[code]),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.tally_in, look="course.seen")
def tell(request: PageRequest, tally: "Tally") -> HttpResponse:
    here = reverse("counselling:file", args=[tally.case.code])
    said = forms.YES if tally.told else forms.NO
    return asked(
        request,
        forms.Telling(sent(request), initial={"told": said}),
        do=lambda **said: actions.tell_others(
            tally=tally, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi câu trả lời của chị ấy."),
        to=here,
        heading=_("Ai được biết có tham vấn, hồ sơ {code}").format(code=tally.case.code),
        button=_("Ghi câu trả lời"),
        back=here,
    )


@page(Audience.MEMBERS, writes=True, finds=queries.course_in, look="course.seen")
def hand_on(request: PageRequest, course: "Course") -> HttpResponse:
    code = course.case.code
    others = [one for one in queries.colleagues(request.member) if one.pk != course.counsellor_id]
    return asked(
        request,
        forms.HandingOn(sent(request), name="to", colleagues=others),
        do=lambda **said: actions.hand_on_course(
            course=course, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã bàn giao. Từ nay người nhận đọc được các buổi trước."),
        to=reverse("counselling:file", args=[code]),
        heading=_("Bàn giao đợt tham vấn, hồ sơ {code}").format(code=code),
        intro=_("Hãy hỏi chị ấy trước. Người bàn giao không đọc được nữa."),
        button=_("Bàn giao"),
        back=reverse("counselling:course", args=[code, course.pk]),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.course_in, look="course.seen")
def end(request: PageRequest, course: "Course") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.end_course(course=course, by=request.member, now=clock.now()),
        said=_("Đã kết thúc đợt tham vấn."),
        to=reverse("counselling:file", args=[course.case.code]),
    )
