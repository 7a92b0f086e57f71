"""What I must do today, which files there are, and what waits in the whole network."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies import queries as agencies
from ketnoi.cases import access, actions, forms, queries, rules
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.asking import pressed
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.foundation.slices import page_of
from ketnoi.people import queries as people


@page(Audience.MEMBERS)
def today(request: PageRequest) -> HttpResponse:
    now, mine = clock.now(), request.GET.get("cua") == "toi"
    everything = queries.everything_to_do(request.member, mine=mine)
    found = page_of(everything, request.GET.get("page"), size=queries.SHOWN)
    due = rules.by_urgency(list(found.object_list), now=now, zone=clock.ZONE)
    receives = access.may_receive(member=request.member)
    shown = {
        **due,
        "found": found,
        "receives": receives,
        "waiting": queries.awaited(request.member),
        "now": now,
        "mine": mine,
        "away": agencies.stood_in_for(request.member),
    }
    return render(request, "cases/today.html", shown)


@page(Audience.MEMBERS, writes=True)
def tick(request: PageRequest, pk: UUID) -> HttpResponse:
    task = queries.task(request.member, pk)
    if task is None:
        raise Http404
    return pressed(
        request,
        do=lambda: actions.tick_task(task=task, by=request.member, now=clock.now()),
        said=_("Đã ghi là xong."),
        to=reverse("cases:today"),
    )


@page(Audience.MEMBERS)
def cases(request: PageRequest) -> HttpResponse:
    counts = queries.files_by_status(request.member)
    form = forms.Filter(request.GET or None, counts=counts)
    chosen = form.cleaned_data if form.is_valid() else {}
    found = queries.case_list(
        request.member, status=chosen.get("status", ""), mine=bool(chosen.get("mine"))
    )
    files = page_of(found, request.GET.get("page"))
    shown = {"files": files, "form": form, "search": forms.Search(), "now": clock.now()}
    return render(request, "cases/cases.html", shown)


@page(Audience.MEMBERS, writes=True)
def search(request: PageRequest) -> HttpResponse:
    form = forms.Search(request.POST or None)
    found = _looked_for(request.member, form) if form.is_valid() else []
    by_name = form.is_valid() and form.cleaned_data["name"]
    tenths = people.index_tenths() if by_name else None
    shown = {"form": form, "found": found, "searched": form.is_valid(), "tenths": tenths}
    return render(request, "cases/search.html", shown, status=422 if form.errors else 200)


def _looked_for(member: Any, form: forms.Search) -> list[queries.Likely]:
    typed, birth = form.cleaned_data, form.cleaned_data["birth"]
    known = {"name": typed["name"], "birth_year": birth.year if birth else None}
    try:
        return queries.likely_files(member, **known, **queries.read_words(typed["words"]))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return []
