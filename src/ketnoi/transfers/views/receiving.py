"""The receiver's pages: opening a packet, looking at it, taking it in, the code of receipt."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import OPENS_FILES
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.asking import asked
from ketnoi.foundation.envelope import spoken
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.transfers import actions, forms, queries

if TYPE_CHECKING:
    from ketnoi.transfers.models import Arrival, Receipt


@page(Audience.MEMBERS, writes=True, roles=tuple(OPENS_FILES))
def arrivals(request: PageRequest) -> HttpResponse:
    form = forms.Opening(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            opened = actions.open_packet(by=request.member, now=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            if opened is not None:
                return redirect("transfers:arrival", opened.pk)
            form.add_error("code", _("Mã này không mở được tệp. Hãy nghe lại mã, rồi nhập lại."))
    shown = {
        "form": form,
        "heading": _("Nhận hồ sơ từ tỉnh khác"),
        "intro": _("Nơi gửi đưa một tệp, và đọc mã mở tệp qua điện thoại. Chưa ghi gì khi mới mở."),
        "button": _("Mở tệp"),
        "back": reverse("cases:cases"),
    }
    return render(request, "form.html", shown, status=422 if form.errors else 200)


@page(Audience.MEMBERS, writes=True, finds=queries.arrival, look="arrival.seen")
def arrival(request: PageRequest, arrival: "Arrival") -> HttpResponse:
    told, parts = queries.listed(arrival)
    return asked(
        request,
        forms.Pressing(request.POST if request.method == "POST" else None),
        do=lambda: actions.take_in(arrival=arrival, by=request.member, now=clock.now()),
        said=_("Đã nhận. Hãy đọc mã đã nhận cho nơi gửi."),
        to=_receipt_page,
        template="transfers/arrival.html",
        told=told,
        parts=parts,
        heading=_("Hồ sơ từ tỉnh khác"),
        button=_("Nhận"),
        back=reverse("transfers:arrivals"),
    )


@page(Audience.MEMBERS, finds=queries.receipt_of_file)
def received(request: PageRequest, receipt: "Receipt") -> HttpResponse:
    province, agency = queries.origin_of(receipt) or ("", "")
    shown = {
        "receipt": receipt,
        "case": receipt.case,
        "province": province,
        "agency": agency,
        "code": spoken.grouped(receipt.code.open(), 3),
        "back": reverse("pathway:case", args=[receipt.case.code]),
    }
    return render(request, "transfers/received.html", shown)


def _receipt_page(case: Any) -> str:
    return reverse("transfers:received", args=[case.code])
