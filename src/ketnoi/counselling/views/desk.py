"""The desk of a counsellor: whom she sees next, who supervises whom; numbers for the lead."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Role
from ketnoi.counselling import actions, forms, queries
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page

SPECIALISTS = (Role.SPECIALIST,)
SUPERVISOR = reverse_lazy("counselling:supervisor")
YEARS = 3


@page(Audience.MEMBERS, roles=SPECIALISTS)
def desk(request: PageRequest) -> HttpResponse:
    shown = {
        "courses": queries.my_courses(request.member),
        "groups": queries.groups_of(request.member),
        "supervisions": queries.supervisions_of(request.member),
    }
    return render(request, "counselling/desk.html", shown)


@page(Audience.MEMBERS, writes=True, roles=SPECIALISTS)
def supervisor(request: PageRequest) -> HttpResponse:
    member = request.member
    others = [one for one in queries.colleagues(member) if one.pk != member.pk]
    return asked(
        request,
        forms.Supervising(sent(request), name="supervisor", colleagues=others),
        do=lambda **said: actions.name_supervisor(by=member, now=clock.now(), **said),
        said=_("Đã mời. Người ấy nhận lời thì mới đọc được."),
        to=SUPERVISOR,
        template="counselling/supervisor.html",
        supervisions=queries.supervisions_of(member),
        heading=_("Giám sát chuyên môn"),
        button=_("Mời giám sát"),
        back=reverse("counselling:desk"),
    )


@page(Audience.MEMBERS, writes=True, roles=SPECIALISTS)
def agree(request: PageRequest, pk: UUID) -> HttpResponse:
    found = _supervision(request, pk)
    return pressed(
        request,
        do=lambda: actions.agree_to_supervise(
            supervision=found, by=request.member, now=clock.now()
        ),
        said=_("Đã nhận lời giám sát."),
        to=str(SUPERVISOR),
    )


@page(Audience.MEMBERS, writes=True, roles=SPECIALISTS)
def end_supervision(request: PageRequest, pk: UUID) -> HttpResponse:
    found = _supervision(request, pk)
    return pressed(
        request,
        do=lambda: actions.end_supervision(supervision=found, by=request.member, now=clock.now()),
        said=_("Đã thôi giám sát."),
        to=str(SUPERVISOR),
    )


@page(Audience.MEMBERS, roles=(Role.LEAD,))
def numbers(request: PageRequest) -> HttpResponse:
    today = clock.today()
    offered = {str(today.year - back): today.year - back for back in range(YEARS)}
    wanted = request.GET.get("nam", str(today.year))
    if wanted not in offered:
        raise Http404
    found = queries.numbers(request.member, year=offered[wanted], today=today)
    if found is None:
        raise Http404
    shown = {"numbers": found, "years": offered.values(), "heads": _heads()}
    return render(request, "counselling/numbers.html", shown)


def _heads() -> list[str]:
    return [_("Tháng"), _("Lượt"), _("Số phút"), _("Số người")]


def _supervision(request: PageRequest, pk: UUID) -> Any:
    found = queries.supervision(request.member, pk)
    if found is None:
        raise Http404
    return found
