"""A partner without an account: who asks it gives a link, and it answers behind a code."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock, links
from ketnoi.foundation.action import Refused
from ketnoi.foundation.asking import pressed, sent
from ketnoi.foundation.inputs import Form, Knocking
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.livelihood import access, actions, forms, queries
from ketnoi.livelihood.models import PartnerLink, Placement
from ketnoi.livelihood.terms import PartnerAnswer

ASKED: dict[str, type[Form]] = {PartnerAnswer.ACCEPTED: forms.Pressing}
"""What each answer asks for; whatever else is sent is asked why not."""


@page(Audience.MEMBERS, writes=True, finds=queries.placement, look="placement.opened")
def partner_link(request: PageRequest, placement: Placement) -> HttpResponse:
    form = forms.Pressing(sent(request))
    if request.method == "POST" and form.is_valid():
        member, now = request.member, clock.now()
        try:
            issued = actions.issue_partner_link(placement=placement, by=member, now=now)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _told_once(request, placement, *issued)
    return _links(request, placement, form)


@page(Audience.MEMBERS, writes=True, finds=queries.placement, look="placement.opened")
def recall_partner_link(request: PageRequest, placement: Placement) -> HttpResponse:
    member, now = request.member, clock.now()
    return pressed(
        request,
        do=lambda: actions.recall_partner_link(placement=placement, by=member, now=now),
        said=_("Đã thu hồi. Liên kết không còn mở được."),
        to=_page_of(placement),
    )


@page(Audience.GUEST, writes=True)
def partner(request: PageRequest, token: str) -> HttpResponse:
    found = queries.partner_link_by_token(token)
    if found is None:
        return _gone(request)
    if links.is_visit(found.pk, request.POST.get("visit", "")):
        return _answer(request, found, token)
    return _ask_code(request, found, token)


def _ask_code(request: PageRequest, found: PartnerLink, token: str) -> HttpResponse:
    form = Knocking(sent(request))
    if form.is_valid():
        code, now = form.cleaned_data["code"], clock.now()
        try:
            right = actions.try_partner_code(link=found, code=code, by=found.guest, now=now)
        except Refused:
            return _gone(request)
        if right:
            return _show(request, found)
        if queries.partner_link_by_token(token) is None:
            return _gone(request)
        form.add_error("code", _("Mã chưa đúng. Hãy nghe lại mã, rồi nhập lại."))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "link_code.html", {"form": form}, status=status)


def _answer(request: PageRequest, found: PartnerLink, token: str) -> HttpResponse:
    answer = request.POST.get("answer", "")
    form = ASKED.get(answer, forms.PartnerDeclining)(request.POST)
    if not form.is_valid() or answer not in PartnerAnswer.values:
        return _show(request, found, form)
    said, by, now = form.cleaned_data, found.guest, clock.now()
    try:
        actions.answer_by_link(link=found, answer=answer, by=by, now=now, **said)
    except Refused:
        return _not_now(request, found, token, form)
    return render(request, "link_done.html", {"said": _("Đã ghi. Nơi gửi thấy ngay.")})


def _not_now(request: PageRequest, found: PartnerLink, token: str, form: Form) -> HttpResponse:
    """A link that still lives was refused for one reason only: the place was taken meanwhile."""
    if queries.partner_link_by_token(token) is None:
        return _gone(request)
    form.add_error(
        None,
        _("Chỗ này vừa hết. Hãy chọn không nhận, hoặc gọi cho nơi đã đưa liên kết cho bạn."),
    )
    return _show(request, found, form)


def _gone(request: PageRequest) -> HttpResponse:
    return render(request, "link_gone.html", status=HTTPStatus.GONE)


def _show(request: PageRequest, found: PartnerLink, form: Form | None = None) -> HttpResponse:
    shown = {
        "link": found,
        "told": queries.phrases(found.told),
        "form": form,
        "declining": form if isinstance(form, forms.PartnerDeclining) else forms.PartnerDeclining(),
        "mark": links.visit_mark(found.pk),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form else HTTPStatus.OK
    return render(request, "livelihood/partner.html", shown, status=status)


def _told_once(
    request: PageRequest, placement: Placement, made: PartnerLink, token: str, code: str
) -> HttpResponse:
    """On this page only: neither is kept anywhere, so nothing redirects."""
    address = request.build_absolute_uri(reverse("livelihood:partner", args=[token]))
    shown = {"made": made, "link": address, "code": code, "back": _page_of(placement)}
    return render(request, "link_told.html", shown)


def _links(request: PageRequest, placement: Placement, form: forms.Pressing) -> HttpResponse:
    found, now = queries.partner_links_of(placement, request.member), clock.now()
    shown = {
        "form": form,
        "placement": placement,
        "links": found,
        "living": next((link for link in found if link.lives(now)), None),
        "issues": access.may_issue_link(member=request.member, placement=placement),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "livelihood/partner_link.html", shown, status=status)


def _page_of(placement: Placement) -> str:
    return reverse("livelihood:partner_link", args=[placement.pk])
