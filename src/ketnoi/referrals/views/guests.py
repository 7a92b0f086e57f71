"""What a partner without an account meets: a code is asked, then one request can be answered."""

from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ketnoi.cases.terms import Pack
from ketnoi.foundation import clock, links
from ketnoi.foundation.action import Refused
from ketnoi.foundation.inputs import Form, Knocking
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.referrals import actions, forms, queries
from ketnoi.referrals.models import GuestLink
from ketnoi.referrals.terms import State

ASKED = {State.DECLINED: forms.GuestDeclining, State.CLOSED: forms.Reporting}


@page(Audience.GUEST, writes=True)
def guest(request: PageRequest, token: str) -> HttpResponse:
    found = queries.link_by_token(token)
    if found is None:
        return _gone(request)
    if links.is_visit(found.pk, request.POST.get("visit", "")):
        return _answer(request, found, token)
    return _ask_code(request, found, token)


def _ask_code(request: PageRequest, found: GuestLink, token: str) -> HttpResponse:
    form = Knocking(request.POST if request.method == "POST" else None)
    if form.is_valid():
        right = _is_right(found, form.cleaned_data["code"])
        if right:
            return _show(request, found, token)
        if right is None or queries.link_by_token(token) is None:
            return _gone(request)
        form.add_error("code", _("Mã chưa đúng. Hãy nghe lại mã, rồi nhập lại."))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "link_code.html", {"form": form}, status=status)


def _is_right(found: GuestLink, code: str) -> bool | None:
    """None where the link ended in the meantime."""
    try:
        return actions.try_code(link=found, code=code, by=found.guest, now=clock.now())
    except Refused:
        return None


def _answer(request: PageRequest, found: GuestLink, token: str) -> HttpResponse:
    step = request.POST.get("step", "")
    form = ASKED.get(step, Form)(request.POST)
    if not form.is_valid():
        return _show(request, found, token, form=form, step=step)
    now, by = clock.now(), found.guest
    try:
        actions.answer_as_guest(link=found, step=step, by=by, now=now, **form.cleaned_data)
    except Refused as refusal:
        return _show(request, found, token, refusal=str(refusal))
    return _show(request, found, token, said=_("Đã ghi. Nơi gửi thấy ngay."))


def _show(
    request: PageRequest,
    found: GuestLink,
    token: str,
    *,
    form: Form | None = None,
    step: str = "",
    said: str = "",
    refusal: str = "",
) -> HttpResponse:
    visit = queries.visit(found, token)
    if visit is None:
        return render(request, "link_done.html", {"said": said, "refusal": refusal})
    asked: dict[str, Any] = {name: kind() for name, kind in ASKED.items()}
    shown = {
        "visit": visit,
        "referral": visit.referral,
        "packs": [(Pack(p).label, told) for p, told in queries.told(visit.referral).items()],
        "declining": form if step == State.DECLINED else asked[State.DECLINED],
        "reporting": form if step == State.CLOSED else asked[State.CLOSED],
        "form": form,
        "step": step,
        "mark": links.visit_mark(found.pk),
        "said": said,
        "refusal": refusal,
        "now": clock.now(),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form else HTTPStatus.OK
    return render(request, "referrals/guest.html", shown, status=status)


def _gone(request: PageRequest) -> HttpResponse:
    return render(request, "link_gone.html", status=HTTPStatus.GONE)
