"""What is needed, for anybody: no cookie, no script; who offers something is called back."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from ketnoi.drives import actions, forms, queries
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.actor import Visitor
from ketnoi.foundation.page import Audience, PageRequest, page

BOARD, OFFER, THANKS = (f"drives/public/{name}.html" for name in ("board", "offer", "thanks"))


@page(Audience.PUBLIC)
def board(request: PageRequest) -> HttpResponse:
    context = {"lines": queries.lines(today=clock.today()), "told": queries.told()}
    return render(request, BOARD, context)


@page(Audience.PUBLIC, writes=True)
def offer(request: PageRequest, pk: UUID) -> HttpResponse:
    line = queries.line(pk, today=clock.today())
    if line is None:
        raise Http404
    form = forms.OfferForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _is_taken(form, line):
        return redirect("drives_public:thanks")
    status = 422 if form.errors else 200
    return render(request, OFFER, {"form": form, "line": line}, status=status)


@page(Audience.PUBLIC)
def thanks(request: PageRequest) -> HttpResponse:
    return render(request, THANKS)


def _is_taken(form: forms.OfferForm, line: queries.Line) -> bool:
    try:
        actions.offer_goods(need=line.need, by=Visitor(), now=clock.now(), **form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
