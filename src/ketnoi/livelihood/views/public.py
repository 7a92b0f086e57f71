"""Work on offer, for anybody: no account, no cookie, no script; somebody asks for her."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from ketnoi.foundation import clock
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.livelihood import forms, queries


@page(Audience.PUBLIC, writes=True)
def offers(request: PageRequest) -> HttpResponse:
    form = forms.NearMe(request.POST if request.method == "POST" else None)
    commune = form.cleaned_data["commune"] if form.is_bound and form.is_valid() else None
    found = queries.public_offers(today=clock.today(), commune=commune)
    context = {"form": form, "found": found, "place": commune, "callback": _callback()}
    status = 422 if form.errors else 200
    return render(request, "livelihood/public/offers.html", context, status=status)


def _callback() -> str:
    """Where somebody asks to be called, in a program that has such a page."""
    try:
        return reverse("intake_public:ask")
    except NoReverseMatch:
        return ""
