"""The sender lets a partner answer who has no account: a link, or a sheet and a call."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.referrals import access, actions, forms, queries
from ketnoi.referrals.models import GuestLink, Referral
from ketnoi.referrals.terms import GuestWay
from ketnoi.referrals.views.reading import address_of


@page(Audience.MEMBERS, writes=True, finds=queries.referral, look=queries.SEEN)
def link(request: PageRequest, referral: Referral) -> HttpResponse:
    form = forms.IssuingLink(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            issued = actions.issue_link(
                referral=referral, by=request.member, now=clock.now(), **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _told_once(request, referral, *issued)
    return _links(request, referral, form)


@page(Audience.MEMBERS, writes=True, finds=queries.referral, look=queries.SEEN)
def recall_link(request: PageRequest, referral: Referral) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.recall_link(referral=referral, by=request.member, now=clock.now()),
        said=_("Đã thu hồi. Liên kết không còn mở được."),
        to=_page_of(referral),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.referral, look=queries.SEEN)
def by_phone(request: PageRequest, referral: Referral) -> HttpResponse:
    member, living = request.member, queries.living_link(referral, request.member)
    form = forms.ByPhone(sent(request), moves=queries.guest_moves(referral))
    if form.is_bound and form.is_valid() and not _is_right(living, form, by=member):
        form.add_error("code", _("Mã chưa đúng, hoặc liên kết không còn dùng được."))
    return asked(
        request,
        form,
        do=lambda step, said, **_code: actions.answer_by_phone(
            link=living, step=step, by=member, now=clock.now(), **said
        ),
        said=_("Đã ghi câu trả lời của nơi nhận."),
        to=address_of(referral),
        heading=_("Ghi câu trả lời qua điện thoại, hồ sơ {code}").format(code=referral.code),
        intro=_("Hãy hỏi mã trên phiếu trước, rồi ghi đúng điều nơi nhận nói."),
        button=_("Ghi câu trả lời"),
        back=_page_of(referral),
    )


def _is_right(living: GuestLink | None, form: Any, *, by: Any) -> bool:
    try:
        code, now = form.cleaned_data["code"], clock.now()
        return bool(living) and actions.try_code(link=living, code=code, by=by, now=now)
    except Refused:
        return False


def _told_once(
    request: PageRequest, referral: Referral, made: GuestLink, token: str, code: str
) -> HttpResponse:
    """On this page only: neither is kept anywhere, so nothing redirects."""
    template = "referrals/sheet.html" if made.way == GuestWay.SHEET else "link_told.html"
    address = request.build_absolute_uri(reverse("referrals:guest", args=[token]))
    shown = {"referral": referral, "made": made, "link": address, "code": code}
    return render(request, template, {**shown, "back": _page_of(referral)})


def _links(request: PageRequest, referral: Referral, form: Any) -> HttpResponse:
    member = request.member
    shown = {
        "form": form,
        "referral": referral,
        "links": queries.links_of(referral, member),
        "living": queries.living_link(referral, member),
        "issues": access.may_issue_link(member=member, referral=referral),
        "back": address_of(referral),
    }
    return render(request, "referrals/link.html", shown, status=422 if form.errors else 200)


def _page_of(referral: Referral) -> str:
    return reverse("referrals:link", args=[referral.pk])
