"""The legal library."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.law import forms, queries
from ketnoi.law.terms import Group


@page(Audience.MEMBERS)
def library(request: PageRequest) -> HttpResponse:
    form = forms.LibrarySearch(request.GET)
    asked = form.cleaned_data if form.is_valid() else {"q": "", "kind": ""}
    today = clock.today()
    shelves = queries.shelves(text=asked["q"], kind=asked["kind"], on=today)
    return render(
        request,
        "law/library.html",
        {
            "form": form,
            "shelves": shelves,
            "found": sum(len(shelf.facts) for shelf in shelves),
            "matrix": [] if any(asked.values()) else queries.support_matrix(on=today),
            "heads": [_("Chế độ"), *(group.label for group in Group)],
            "today": today,
        },
        status=200 if form.is_valid() else 422,
    )
