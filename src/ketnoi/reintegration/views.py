"""The follow-ups of a file, and the page of one of them."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.reintegration import access, actions, forms, queries
from ketnoi.reintegration.models import FollowUp

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


@page(Audience.MEMBERS, finds=cases.case_by_code)
def follow_ups(request: PageRequest, case: "Case") -> HttpResponse:
    shown = {
        "case": case,
        "plan": queries.standings(case, request.member, on=clock.today()),
        "earlier": queries.earlier(case, request.member),
    }
    return render(request, "reintegration/follow_ups.html", shown)


@page(Audience.MEMBERS, writes=True, finds=queries.follow_up_of_file, look="follow_up.opened")
def follow_up(request: PageRequest, found: FollowUp) -> HttpResponse:
    standing = found.standing(clock.today())
    shown = {
        "follow_up": found,
        "standing": standing,
        "words": queries.words_of(found, request.member) if found.done_at else "",
        "may_do": access.may_do(member=request.member, follow_up=found)
        and standing in {"planned", "late"},
        "button": _("Ghi lần thăm hỏi"),
    }
    return asked(
        request,
        forms.Visit(request.POST or None, initial={"went_wrong": ""}),
        do=lambda **said: actions.do_follow_up(
            follow_up=found, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi lần thăm hỏi."),
        to=reverse("reintegration:follow_ups", args=[found.code]),
        template="reintegration/follow_up.html",
        **shown,
    )


@page(Audience.MEMBERS, writes=True, finds=queries.follow_up_of_file, look="follow_up.opened")
def skip(request: PageRequest, found: FollowUp) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.skip_follow_up(follow_up=found, by=request.member, now=clock.now()),
        said=_("Đã bỏ lần thăm hỏi này khỏi lịch."),
        to=reverse("reintegration:follow_ups", args=[found.code]),
    )
