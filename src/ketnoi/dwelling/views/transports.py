"""Transports of a stay, all that are on the way, the page on which each hand writes its part."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Role
from ketnoi.dwelling import access, actions, forms, queries
from ketnoi.dwelling.forms.moments import this_hour
from ketnoi.dwelling.terms import Step
from ketnoi.dwelling.views.notes import LOOK, page_of
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, sent
from ketnoi.foundation.page import Audience, PageRequest, page

if TYPE_CHECKING:
    from ketnoi.dwelling.models import Transport
    from ketnoi.protection.models import ShelterStay

WATCHING = tuple(sorted({*access.HANDS, Role.COORDINATOR}))
DO: dict[str, Callable[..., Any]] = {
    Step.LEFT.value: actions.set_out,
    Step.ARRIVED.value: actions.arrive,
    Step.DELAYED.value: actions.delay_arrival,
    Step.CALLED_OFF.value: actions.call_off_transport,
}


@page(Audience.MEMBERS, writes=True, finds=queries.stay_in_house, **LOOK)
def transports(request: PageRequest, stay: "ShelterStay") -> HttpResponse:
    partners = queries.partners_of(stay, request.member)
    return asked(
        request,
        forms.PlanTransportForm(sent(request), partners=partners),
        do=lambda **said: actions.plan_transport(
            stay=stay, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã hẹn chuyến đi. Mỗi nơi ghi phần của mình."),
        to=page_of("transports", stay),
        template="dwelling/transports.html",
        stay=stay,
        partners=partners,
        transports=queries.transports_of(stay, request.member),
        now=clock.now(),
        heading=_("Đưa đón – hồ sơ {code}").format(code=stay.file_code),
        button=_("Hẹn chuyến đi"),
        back=page_of("stay", stay),
    )


@page(Audience.MEMBERS, roles=WATCHING)
def on_the_way(request: PageRequest) -> HttpResponse:
    shown = {
        "transports": queries.open_transports(request.member),
        "opens": request.member.role in access.HANDS,
        "now": clock.now(),
    }
    return render(request, "dwelling/on_the_way.html", shown)


@page(Audience.MEMBERS, writes=True, roles=WATCHING, finds=queries.transport, look="transport.seen")
def transport(request: PageRequest, transport: "Transport") -> HttpResponse:
    steps = queries.steps_of(transport, request.member)
    wanted = request.GET.get("buoc", "")
    step = wanted if wanted in steps else next(iter(steps), Step.CALLED_OFF.value)
    return asked(
        request,
        forms.STEP_FORMS[step](sent(request), initial=this_hour()),
        do=lambda **said: DO[step](transport=transport, by=request.member, now=clock.now(), **said),
        said=_("Đã ghi. Nơi kia thấy ngay."),
        to=reverse("dwelling:transport", args=[transport.pk]),
        template="dwelling/transport.html",
        transport=transport,
        words=queries.words_of(transport, request.member),
        events=queries.events_of(transport, request.member),
        steps=[Step(each) for each in steps],
        step=Step(step),
        now=clock.now(),
        heading=_("Chuyến đưa đón"),
        button=Step(step).label,
        back=reverse("dwelling:on_the_way"),
    )
