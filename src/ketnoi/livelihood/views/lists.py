"""A list of opportunities comes in: sent, looked at line by line, added whole or dropped."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.livelihood import actions, forms, queries
from ketnoi.livelihood.models import OfferList

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page(Audience.MEMBERS, writes=True)
def bring(request: PageRequest) -> HttpResponse:
    is_sent = request.method == "POST"
    form = forms.BringList(request.POST, request.FILES) if is_sent else forms.BringList()
    return asked(
        request,
        form,
        do=lambda file, kind: actions.bring_offers(
            content=file, kind=kind, by=request.member, now=clock.now()
        ),
        said=_("Đã đọc tệp. Chưa có gì được thêm: hãy xem lại rồi thêm."),
        to=lambda source: reverse("livelihood:list", args=[source.pk]),
        template="livelihood/bring.html",
        heading=_("Thêm cơ hội từ tệp Excel"),
        button=_("Đọc tệp"),
        back=reverse("livelihood:opportunities"),
    )


@page(Audience.MEMBERS)
def template(request: PageRequest) -> HttpResponse:
    told = HttpResponse(queries.template_of_list(), content_type=XLSX)
    told.headers["Content-Disposition"] = 'attachment; filename="co-hoi.xlsx"'
    return told


@page(Audience.MEMBERS, finds=queries.offer_list, look="offers.opened")
def one_list(request: PageRequest, source: OfferList) -> HttpResponse:
    lines = queries.lines_of(source)
    shown = {
        "source": source,
        "lines": lines,
        "flawed": sum(bool(line.flaws) for line in lines),
        "known": sum(line.is_known for line in lines),
        "new": sum(not line.flaws and not line.is_known for line in lines),
        "heads": [_("Dòng"), _("Cơ hội"), _("Cần sửa")],
        "back": reverse("livelihood:bring"),
    }
    return render(request, "livelihood/list.html", shown)


@page(Audience.MEMBERS, writes=True, finds=queries.offer_list, look="offers.opened")
def add_list(request: PageRequest, source: OfferList) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.add_offers(source=source, by=request.member, now=clock.now()),
        said=_("Đã thêm các cơ hội. Nơi nhận chưa kiểm tra thì chưa đề xuất được."),
        to=lambda added: (
            reverse("livelihood:opportunities")
            if added
            else reverse("livelihood:list", args=[source.pk])
        ),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.offer_list, look="offers.opened")
def drop_list(request: PageRequest, source: OfferList) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.drop_offers(source=source, by=request.member, now=clock.now()),
        said=_("Đã bỏ danh sách. Không cơ hội nào được thêm."),
        to=reverse("livelihood:bring"),
    )
