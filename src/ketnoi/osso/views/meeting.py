"""Appointments: the list, one of them, and what becomes of it."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.osso import access, actions, forms, queries
from ketnoi.osso.terms import State
from ketnoi.osso.views.desk import desk_of

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.osso.models import Appointment

SEEN = "appointment.seen"


@page(Audience.MEMBERS, writes=True, finds=queries.file)
def appointments(request: PageRequest, case: "Case") -> HttpResponse:
    return asked(
        request,
        forms.Meeting(sent(request), initial={"channel": "office"}),
        do=lambda **said: actions.make_appointment(
            case=case, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã đặt hẹn. Buổi hẹn nằm trong Việc hôm nay và lịch của bạn."),
        to=lambda made: page_of(made),
        heading=_("Đặt hẹn, hồ sơ {code}").format(code=case.code),
        button=_("Đặt hẹn"),
        back=desk_of(case),
    )


@page(Audience.MEMBERS, finds=queries.appointment, look=SEEN)
def appointment(request: PageRequest, appointment: "Appointment") -> HttpResponse:
    now, member = clock.now(), request.member
    planned = appointment.state == State.PLANNED
    keeps = access.may_keep(member=member, appointment=appointment)
    shown = {
        "appointment": appointment,
        "events": queries.events_of(appointment, member),
        "is_inside": queries.file(member, appointment.code) is not None,
        "plans": keeps and planned,
        "has_come": appointment.starts_at <= now,
        "is_day": appointment.starts_at.astimezone(clock.ZONE).date() <= clock.today(),
        "calls": keeps and appointment.state == State.MISSED and not queries.is_called(appointment),
    }
    return render(request, "osso/appointment.html", shown)


@page(Audience.MEMBERS, writes=True, finds=queries.appointment, look=SEEN)
def move(request: PageRequest, appointment: "Appointment") -> HttpResponse:
    return _answered(
        request,
        appointment,
        forms.Moving(sent(request)),
        do=actions.move_appointment,
        said=_("Đã đổi ngày giờ."),
        heading=_("Đổi ngày giờ hẹn, hồ sơ {code}"),
        button=_("Đổi ngày giờ"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.appointment, look=SEEN)
def call_off(request: PageRequest, appointment: "Appointment") -> HttpResponse:
    return _answered(
        request,
        appointment,
        forms.CallingOff(sent(request)),
        do=actions.call_off_appointment,
        said=_("Đã hủy hẹn."),
        heading=_("Hủy hẹn, hồ sơ {code}"),
        button=_("Hủy hẹn"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.appointment, look=SEEN)
def keep(request: PageRequest, appointment: "Appointment") -> HttpResponse:
    case = cases.case_by_code(request.member, appointment.code)
    family = queries.clients_of(case, request.member) if case else []
    return _answered(
        request,
        appointment,
        forms.Keeping(
            sent(request), family=family, initial={"channel": appointment.channel, "client": ""}
        ),
        do=actions.keep_appointment,
        said=_("Đã ghi buổi gặp. Buổi tư vấn được tính một lần."),
        heading=_("Đã gặp, hồ sơ {code}"),
        button=_("Ghi đã gặp"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.appointment, look=SEEN)
def miss(request: PageRequest, appointment: "Appointment") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.miss_appointment(
            appointment=appointment, by=request.member, now=clock.now()
        ),
        said=_("Đã ghi lỡ hẹn. Việc gọi lại nằm trong Việc hôm nay."),
        to=page_of(appointment),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.call_after_missing, look=SEEN)
def call(request: PageRequest, appointment: "Appointment") -> HttpResponse:
    return _answered(
        request,
        appointment,
        forms.CallingBack(sent(request)),
        do=actions.call_back,
        said=_("Đã ghi kết quả cuộc gọi."),
        heading=_("Gọi lại sau khi lỡ hẹn, hồ sơ {code}"),
        button=_("Ghi kết quả"),
        intro=_("Chỉ gọi số và giờ an toàn. Không nói với người khác về việc gì."),
    )


def page_of(appointment: "Appointment") -> str:
    return reverse("osso:appointment", args=[appointment.code, appointment.pk])


def _answered(
    request: PageRequest,
    appointment: "Appointment",
    form: forms.Meeting | Any,
    *,
    do: Any,
    heading: str,
    **shown: Any,
) -> HttpResponse:
    here = page_of(appointment)
    return asked(
        request,
        form,
        do=lambda **said: do(appointment=appointment, by=request.member, now=clock.now(), **said),
        to=here,
        back=here,
        heading=heading.format(code=appointment.code),
        **shown,
    )
