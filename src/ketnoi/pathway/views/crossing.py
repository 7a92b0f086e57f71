"""Buttons and forms that cross domains."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases import actions as files
from ketnoi.cases import queries as cases
from ketnoi.cases.terms import Pack
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.foundation.slices import page_of
from ketnoi.livelihood import queries as livelihood
from ketnoi.pathway import actions, forms, queries
from ketnoi.referrals import queries as referrals


@page(Audience.MEMBERS, writes=True, finds=queries.consent_of_file)
def withdraw(request: PageRequest, consent: Any) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.withdraw(consent=consent, by=request.member, now=clock.now()),
        said=_("Đã rút lại. Nơi nhận không xem được nữa."),
        to=reverse("cases:consents", args=[consent.case.code]),
    )


@page(Audience.MEMBERS, writes=True, finds=cases.case_by_code)
def follow(request: PageRequest, case: Any) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.follow(case=case, by=request.member, now=clock.now()),
        said=_("Đã lên lịch thăm hỏi sau 1, 3, 6 và 12 tháng."),
        to=reverse("pathway:case", args=[case.code]),
    )


@page(Audience.MEMBERS, writes=True, finds=cases.case_by_code)
def mistaken(request: PageRequest, case: Any) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.mark_mistaken(case=case, by=request.member, now=clock.now()),
        said=_("Đã đánh dấu hồ sơ ghi nhầm."),
        to=reverse("pathway:case", args=[case.code]),
    )


@page(Audience.MEMBERS, writes=True, finds=referrals.referral, look=referrals.SEEN)
def recall(request: PageRequest, referral: Any) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.recall(referral=referral, by=request.member, now=clock.now()),
        said=_("Đã thu hồi. Nơi nhận không xem được nữa."),
        to=reverse("referrals:referral", args=[referral.pk]),
    )


@page(Audience.MEMBERS, writes=True, finds=referrals.referral, look=referrals.SEEN)
def accept(request: PageRequest, referral: Any) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.accept(referral=referral, by=request.member, now=clock.now()),
        said=_("Đã nhận. Nơi gửi sẽ thấy ngay."),
        to=reverse("referrals:referral", args=[referral.pk]),
    )


@page(Audience.MEMBERS, writes=True, finds=referrals.referral, look=referrals.SEEN)
def propose(request: PageRequest, referral: Any) -> HttpResponse:
    offered = {str(o.pk): o for o in livelihood.open_opportunities(request.member)}
    form = forms.Offering(request.POST or None, offered=offered)

    def offer(opportunity: str) -> Any:
        return actions.propose(
            referral=referral, opportunity=offered[opportunity], by=request.member, now=clock.now()
        )

    return asked(
        request,
        form,
        do=offer,
        said=_("Đã đề xuất. Người được hỗ trợ sẽ được hỏi ý kiến trước."),
        to=lambda placement: reverse("livelihood:placement", args=[placement.pk]),
        heading=_("Đề xuất cơ hội, hồ sơ {code}").format(code=referral.code),
        button=_("Đề xuất"),
        back=reverse("referrals:referral", args=[referral.pk]),
    )


@page(Audience.MEMBERS, finds=queries.livelihood_request, look=referrals.SEEN)
def suits(request: PageRequest, referral: Any) -> HttpResponse:
    """What suits her, for the agency that was asked: it never opens her file."""
    place = files.Place(referral.case_id, referral.holder_id, referral.code)
    is_told = Pack.WORK in referrals.packs_told(referral)
    found = livelihood.suits_outside(place, livelihood.on_offer()) if is_told else None
    refused = "chua-hop" in request.GET
    listed = (found.not_fit if refused else found.fit) if found else []
    shown = {
        "code": referral.code,
        "referral": referral,
        "found": found,
        "refused": refused,
        "listed": page_of(listed, request.GET.get("page")),
        "back": reverse("referrals:referral", args=[referral.pk]),
        "asks": "" if is_told else reverse("referrals:ask_more", args=[referral.pk]),
        "nothing": _(
            "Nơi gửi chưa ghi nghề và điều kiện. Hãy gọi để hỏi, hoặc chọn trong danh sách."
        )
        if is_told
        else _("Người được hỗ trợ chưa đồng ý cho biết về việc làm, tay nghề."),
        "proposes": True,
    }
    return render(request, "livelihood/suits.html", shown)
