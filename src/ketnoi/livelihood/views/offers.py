"""Opportunities of the network: shown, added, looked at, withdrawn."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.foundation.slices import page_of
from ketnoi.livelihood import access, actions, forms, queries
from ketnoi.livelihood.models import Opportunity


@page(Audience.MEMBERS)
def opportunities(request: PageRequest) -> HttpResponse:
    form = forms.Filter(request.GET or None)
    chosen = form.cleaned_data if form.is_valid() else {}
    found = queries.opportunities(kind=chosen.get("kind", ""), commune=chosen.get("commune"))
    shown = {
        "form": form,
        "found": page_of(found, request.GET.get("page")),
        "may_offer": access.may_offer(member=request.member),
        "may_verify": access.may_verify(member=request.member),
    }
    return render(
        request, "livelihood/opportunities.html", shown, status=422 if form.errors else 200
    )


@page(Audience.MEMBERS, writes=True)
def new_opportunity(request: PageRequest) -> HttpResponse:
    return asked(
        request,
        forms.NewOpportunity(
            request.POST or None, verifies=access.may_verify(member=request.member)
        ),
        do=lambda **said: actions.add_opportunity(by=request.member, now=clock.now(), **said),
        said=_("Đã thêm cơ hội. Các đơn vị trong mạng lưới thấy được ngay."),
        to=reverse("livelihood:opportunities"),
        heading=_("Thêm cơ hội sinh kế"),
        intro=_("Cả mạng lưới xem được trang này. Không ghi thông tin của người được hỗ trợ."),
        button=_("Thêm cơ hội"),
        back=reverse("livelihood:opportunities"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.own_opportunity, look="opportunity.opened")
def withdraw(request: PageRequest, opportunity: Opportunity) -> HttpResponse:
    return asked(
        request,
        forms.Pressing(request.POST if request.method == "POST" else None),
        do=lambda: actions.withdraw_opportunity(
            opportunity=opportunity, by=request.member, now=clock.now()
        ),
        said=_("Đã rút cơ hội."),
        to=reverse("livelihood:opportunities"),
        heading=_("Rút cơ hội: {title}").format(title=opportunity.title),
        intro=_(
            "Cơ hội này sẽ không còn trong danh sách. Đề xuất chưa bắt đầu sẽ dừng và hai bên được"
            " báo. Người đã bắt đầu vẫn tiếp tục."
        ),
        button=_("Rút cơ hội"),
        back=reverse("livelihood:opportunities"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.opportunity_to_verify, look="opportunity.opened")
def verify(request: PageRequest, opportunity: Opportunity) -> HttpResponse:
    return asked(
        request,
        forms.Verifying(request.POST or None),
        do=lambda on: actions.verify_partner(
            opportunity=opportunity, on=on, by=request.member, now=clock.now()
        ),
        said=_("Đã ghi ngày kiểm tra. Các cơ hội của nơi này đề xuất được."),
        to=reverse("livelihood:opportunities"),
        heading=_("Đã kiểm tra nơi nhận: {partner}").format(partner=opportunity.partner),
        intro=_("Chỉ ghi khi đã đến tận nơi: việc có thật, trả công đúng, chỗ làm an toàn."),
        button=_("Ghi ngày kiểm tra"),
        back=reverse("livelihood:opportunities"),
    )
