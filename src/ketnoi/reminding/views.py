"""The page on which a member gives her phone an address for its calendar, and that address."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.asking import pressed
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.reminding import actions, queries


@page(Audience.MEMBERS, writes=True)
def feed(request: PageRequest) -> HttpResponse:
    address = ""
    if request.method == "POST":
        token = actions.begin_feed(by=request.member, now=clock.now())
        address = request.build_absolute_uri(reverse("reminding:calendar", args=[token]))
    shown = {"address": address, "feed": queries.feeds_of(request.member).first()}
    return render(request, "reminding/feed.html", shown)


@page(Audience.MEMBERS, writes=True)
def end_feed(request: PageRequest) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.end_feed(by=request.member, now=clock.now()),
        said=_("Địa chỉ lịch không còn dùng được."),
        to=reverse("reminding:feed"),
    )


@page(Audience.GUEST)
def calendar(request: PageRequest, token: str) -> HttpResponse:
    found = queries.feed_by_token(token)
    if found is None:
        return HttpResponse(status=HTTPStatus.GONE)
    return HttpResponse(queries.calendar(found), content_type="text/calendar; charset=utf-8")
