"""Somebody tells something without a name, and reads the answer with a receipt.

No cookie, no script, nothing in an address: what is typed travels in the form alone.
"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as public_

from ketnoi.foundation import clock, flood
from ketnoi.foundation.action import Refused
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.foundation.uploads.memory import open_to_visitors
from ketnoi.vigilance import actions, forms, queries
from ketnoi.vigilance.terms import Channel

TELL, RECEIPT, READ, BOX, ADD = (
    f"vigilance/public/{name}.html" for name in ("tell", "receipt", "read", "box", "add")
)


@flood.counted("tip")
@page(Audience.PUBLIC, writes=True)
def tell(request: PageRequest) -> HttpResponse:
    form, desk = forms.TipForm(_sent(request)), queries.desk()
    if desk and form.is_bound and form.is_valid():
        return _told(request, form, desk)
    return _shown(request, TELL, form, desk=desk)


@flood.counted("box")
@page(Audience.PUBLIC, writes=True)
def box(request: PageRequest) -> HttpResponse:
    form = forms.BoxForm(_sent(request))
    if not (form.is_bound and form.is_valid()):
        return _shown(request, READ, form)
    if step := flood.once_more(request, form):
        return step
    return _opened(request, form)


@flood.counted("word")
@page(Audience.PUBLIC, writes=True)
def word(request: PageRequest) -> HttpResponse:
    if request.method != "POST":
        return redirect("vigilance_public:box")
    form = forms.WordForm(request.POST)
    if not form.is_valid():
        return _shown(request, ADD, form)
    return flood.once_more(request, form) or _added(
        request, form, actions.add_word, words=form.cleaned_data["words"]
    )


@open_to_visitors
@flood.counted("picture")
@page(Audience.PUBLIC, writes=True)
def picture(request: PageRequest) -> HttpResponse:
    if request.method != "POST":
        return redirect("vigilance_public:box")
    form = forms.PictureForm(request.POST, request.FILES)
    # A picture does not ride along to a step more: the tip is here, the picture can come later.
    if flood.is_heavy(request):
        form.add_error(None, public_("Lúc này đông. Tin của bạn đã đến. Hãy gửi ảnh sau ít phút."))
    if not form.is_valid():
        return _shown(request, ADD, form)
    return _added(request, form, actions.add_picture, picture=form.cleaned_data["picture"])


def _told(request: PageRequest, form: forms.TipForm, desk: Any) -> HttpResponse:
    said = dict(form.cleaned_data)
    receipt = queries.receipt_of(said.pop("key"))
    holder = queries.holder_of(receipt, desk=desk)
    if not queries.has_come(holder):
        if step := flood.once_more(request, form):
            return step
        about: dict[str, Any] = {"desk": desk, "by": holder, "now": clock.now(), **said}
        actions.tell_tip(channel=Channel.WEB, **about)
    return _with_forms(request, RECEIPT, receipt)


def _opened(request: PageRequest, form: Any) -> HttpResponse:
    receipt = form.cleaned_data["receipt"]
    found = queries.box(receipt)
    if found is None:
        form.add_error(None, public_("Không thấy tin nào có mã này. Hãy xem lại từng nhóm số."))
        return _shown(request, READ, form)
    return _with_forms(request, BOX, receipt, tip=found[1])


def _added(request: PageRequest, form: Any, do: Any, **what: Any) -> HttpResponse:
    found = queries.box(form.cleaned_data["receipt"])
    if found is not None:
        holder, tip = found
        try:
            do(tip=tip, press=form.cleaned_data["key"], by=holder, now=clock.now(), **what)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return _shown(request, ADD, form)
    return _opened(request, form)


def _with_forms(request: PageRequest, template: str, receipt: str, **shown: Any) -> HttpResponse:
    """A page with the receipt, and with what its holder may add."""
    known = {"receipt": receipt}
    context = {
        "receipt": queries.in_groups(receipt),
        "word": forms.WordForm(initial=known, auto_id="word_%s"),
        "picture": forms.PictureForm(initial=known, auto_id="picture_%s"),
        **shown,
    }
    return render(request, template, context)


def _shown(request: PageRequest, template: str, form: Any, **shown: Any) -> HttpResponse:
    return render(request, template, {"form": form, **shown}, status=422 if form.errors else 200)


def _sent(request: PageRequest) -> Any:
    return request.POST if request.method == "POST" else None
