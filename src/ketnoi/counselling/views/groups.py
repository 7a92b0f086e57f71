"""Groups, for those who run them."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Role
from ketnoi.cases import queries as cases
from ketnoi.counselling import access, actions, forms, queries
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page

if TYPE_CHECKING:
    from ketnoi.counselling.models import Group, Meeting, Seat

SPECIALISTS = (Role.SPECIALIST,)


@page(Audience.MEMBERS, writes=True, roles=SPECIALISTS)
def groups(request: PageRequest) -> HttpResponse:
    return asked(
        request,
        forms.Grouping(sent(request)),
        do=lambda **said: actions.begin_group(by=request.member, now=clock.now(), **said),
        said=_("Đã mở nhóm."),
        to=_page_of,
        template="counselling/groups.html",
        groups=queries.groups_of(request.member),
        heading=_("Nhóm tham vấn"),
        button=_("Mở nhóm"),
        back=reverse("counselling:desk"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.group, look="group.seen")
def group(request: PageRequest, group: "Group") -> HttpResponse:
    member = request.member
    seats = queries.seats_of(group, member)
    came = queries.came(group, member)
    return asked(
        request,
        forms.Gathering(sent(request), seats=seats, initial={"held_on": clock.today()}),
        do=lambda **said: actions.hold_meeting(group=group, by=member, now=clock.now(), **said),
        said=_("Đã ghi buổi của nhóm."),
        to=_page_of(group),
        template="counselling/group.html",
        group=group,
        seats=[(seat, came[seat.pk]) for seat in seats],
        meetings=queries.meetings_of(group, member),
        writes=group.ended_at is None and access.may_keep(member=member, course=group),
        heading=group.get_theme_display(),
        button=_("Ghi buổi của nhóm"),
        back=reverse("counselling:groups"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.group, look="group.seen")
def seat(request: PageRequest, group: "Group") -> HttpResponse:
    return asked(
        request,
        forms.Seating(sent(request)),
        do=lambda **said: _give(request.member, group, **said),
        said=_("Đã ghi chỗ trong nhóm."),
        to=_page_of(group),
        heading=_("Thêm một người vào nhóm"),
        intro=_("Hãy hỏi chị ấy trước. Trong nhóm không ai được biết ai có hồ sơ."),
        button=_("Ghi chỗ"),
        back=_page_of(group),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.seat_in, look="group.seen")
def free(request: PageRequest, seat: "Seat") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.free_seat(seat=seat, by=request.member, now=clock.now()),
        said=_("Chỗ này đã trống."),
        to=_page_of(seat.group),
    )


@page(Audience.MEMBERS, finds=queries.meeting_in, look="group.seen")
def meeting(request: PageRequest, meeting: "Meeting") -> HttpResponse:
    shown = {"meeting": meeting, "note": meeting.note.open(), "back": _page_of(meeting.group)}
    return render(request, "counselling/meeting.html", shown)


@page(Audience.MEMBERS, writes=True, finds=queries.group, look="group.seen")
def end_group(request: PageRequest, group: "Group") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.end_group(group=group, by=request.member, now=clock.now()),
        said=_("Đã kết thúc nhóm."),
        to=reverse("counselling:groups"),
    )


def _give(member: Any, group: "Group", *, code: str, told: bool) -> Any:
    case = cases.case_by_code(member, code)
    if case is None:
        raise Refused(_("Không có hồ sơ nào bạn mở được với mã này."))
    return actions.give_seat(group=group, case=case, told=told, by=member, now=clock.now())


def _page_of(group: "Group") -> str:
    return reverse("counselling:group", args=[group.pk])
