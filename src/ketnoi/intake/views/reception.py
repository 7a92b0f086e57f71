"""The page of the first conversation."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Function, Role
from ketnoi.foundation import clock
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.foundation.vietnamese.dates import BirthYear
from ketnoi.intake import access, actions, forms, queries
from ketnoi.intake.terms import CallbackOutcome, Recorded
from ketnoi.people import queries as people
from ketnoi.places import queries as places

ANOTHER = "nguoi-khac"
"""The button that says: none of these is her. Its value says what was looked up."""
FILE = "pathway:case"
GOES_ON = {Function.OSSO: "osso:walk_in"}
"""Where the conversation goes on after the first questions."""
RECEIVES = tuple(Role(role) for role in sorted(access.RECEIVES))


@page(Audience.MEMBERS, writes=True, roles=RECEIVES)
def new(request: PageRequest) -> HttpResponse:
    now = clock.now()
    form = forms.Intake(request.POST or None, initial=_begun(request, now))
    likely, looked_up = [], ""
    if request.method == "POST" and form.is_valid():
        looked_up = queries.looked_up(form.cleaned_data)
        likely = _likely(request, form.cleaned_data, looked_up)
        if not likely:
            return _done(request, dict(form.cleaned_data), now)
    drafts = queries.drafts_of(request.member, now=now)
    shown = {"form": form, "drafts": drafts, "likely": likely, "looked_up": looked_up}
    shown["tenths"] = people.index_tenths()
    return render(request, "intake/new.html", shown, status=422 if form.errors else 200)


def _likely(request: PageRequest, answers: dict[str, Any], looked_up: str) -> list[Any]:
    """Files to look at first. None when she wants nothing kept, or the list has been seen."""
    is_seen = request.POST.get(ANOTHER) == looked_up
    if answers["recorded"] == Recorded.NO or is_seen:
        return []
    if queries.begun(request.member, answers["once"]):
        return []
    return queries.likely(request.member, answers)


def _done(request: PageRequest, answers: dict[str, Any], now: Any) -> HttpResponse:
    recorded, callback = answers.pop("recorded"), answers.pop("callback")
    if recorded == Recorded.NO:
        answers.pop("once")
        actions.leave_unrecorded(answers=answers, by=request.member, now=now)
        messages.success(
            request, _("Chưa ghi gì về chị ấy. Bản nháp chỉ bạn thấy, mất sau 24 giờ.")
        )
        return redirect(reverse("cases:today"))
    answers["commune"] = places.commune(answers["commune"]) if answers["commune"] else None
    if recorded == Recorded.YES:
        answers["vital_reason"] = ""
    try:
        case = actions.receive(**answers, by=request.member, now=now)
    except IntegrityError:
        # The same page was sent twice at the same moment, and the other one was first.
        case = actions.receive(**answers, by=request.member, now=now)
    _end_call(request, callback, now)
    messages.success(request, _("Đã tiếp nhận. Mã hồ sơ {code}.").format(code=case.code))
    return redirect(reverse(GOES_ON.get(request.member.agency.function, FILE), args=[case.code]))


def _end_call(request: PageRequest, callback: str, now: Any) -> None:
    """Who was called back and is taken in now waits for no call any more."""
    if queries.said_for(request.member, callback) is None:
        return
    found = queries.callback(request.member, UUID(callback))
    outcome = CallbackOutcome.TAKEN_IN
    actions.end_callback(callback=found, outcome=outcome, by=request.member, now=now)


def _begun(request: PageRequest, now: Any) -> dict[str, Any] | None:
    if call := request.GET.get("cuoc-goi"):
        return queries.said_to_take_in(request.member, call)
    if called := request.GET.get("goi-lai"):
        said = queries.said_for(request.member, called)
        return {**said, "callback": called} if said else None
    wanted = request.GET.get("nhap")
    if not wanted:
        return None
    begun = queries.draft(request.member, wanted, now=now)
    if begun is None:
        raise Http404
    commune = places.commune(begun["commune"]) if begun["commune"] else None
    birth = BirthYear(*begun["birth"]) if begun.get("birth") else None
    return {**begun, "birth": birth, "commune": places.Match(commune) if commune else None}
