"""Pages on which a member chooses how she is told that something waits."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies import actions, forms, queries
from ketnoi.agencies.models import Bell
from ketnoi.agencies.terms import NUMBERS, Rings
from ketnoi.foundation import clock, notices
from ketnoi.foundation.action import Refused
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.notices import vapid
from ketnoi.foundation.page import Audience, PageRequest, page

STAFF_PAGES = "/cb/"
HERS = {"finds": queries.bell, "look": "bell.opened"}


@page(Audience.MEMBERS)
def bells(request: PageRequest) -> HttpResponse:
    kinds, mine = queries.kinds_of_bells(), queries.bells_of(request.member)
    shown = {
        "sentence": notices.TEXT,
        "devices": [bell for bell in mine if bell.kind == Rings.PUSH],
        "numbers": [_number(request, kind, mine) for kind in NUMBERS if kind in kinds],
        "has_other": bool(mine),
        "push_key": vapid.public() if Rings.PUSH in kinds else "",
    }
    return render(request, "agencies/bells.html", shown)


@page(Audience.MEMBERS, writes=True)
def by_mail(request: PageRequest) -> HttpResponse:
    wanted = request.POST.get("wanted") == "yes"
    return _pressed(
        request,
        do=lambda: actions.choose_mail(wanted=wanted, by=request.member),
        said=_("Đã bật thư báo.") if wanted else _("Đã tắt thư báo."),
    )


@page(Audience.MEMBERS, writes=True)
def number(request: PageRequest, kind: str) -> HttpResponse:
    if kind not in NUMBERS or kind not in queries.kinds_of_bells():
        raise Http404
    return asked(
        request,
        forms.GiveNumber(sent(request)),
        do=lambda number: actions.give_number(
            kind=kind, number=number, by=request.member, now=clock.now()
        ),
        said=_("Mã gồm 6 chữ số đang được gửi đến số ấy."),
        to=lambda bell: reverse("agencies:number_code", args=[bell.pk]),
        heading=_("Báo qua {way}").format(way=Rings(kind).label),
        intro=_("Hãy ghi số điện thoại dùng cho công việc. Một mã sẽ được gửi đến số ấy."),
        button=_("Gửi mã"),
        back=reverse("agencies:bells"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.unconfirmed, look="bell.opened")
def number_code(request: PageRequest, bell: Bell) -> HttpResponse:
    return asked(
        request,
        forms.SayCode(sent(request)),
        do=lambda code: _confirm(request, bell, code),
        said=_("Đã xác nhận. Từ nay bạn được báo qua số này."),
        to=reverse("agencies:bells"),
        heading=_("Nhập mã vừa nhận"),
        intro=_("Mã dùng được trong 10 phút. Nếu không thấy mã, hãy xin mã khác."),
        button=_("Xác nhận"),
        back=reverse("agencies:number", args=[bell.kind]),
    )


@page(Audience.MEMBERS, writes=True, **HERS)
def stop_bell(request: PageRequest, bell: Bell) -> HttpResponse:
    return _pressed(
        request,
        do=lambda: actions.stop_bell(bell=bell, by=request.member, now=clock.now()),
        said=_("Đã thôi báo theo cách này."),
    )


@page(Audience.MEMBERS, writes=True)
def add_device(request: PageRequest) -> HttpResponse:
    return _pressed(
        request,
        do=lambda: actions.add_device(**_endpoint(request)),
        said=_("Từ nay máy này báo khi bạn có việc mới."),
    )


@page(Audience.MEMBERS, writes=True)
def stop_device(request: PageRequest) -> HttpResponse:
    return _pressed(
        request,
        do=lambda: actions.stop_device(**_endpoint(request)),
        said=_("Máy này thôi báo."),
    )


@page(Audience.MEMBERS)
def worker(request: PageRequest) -> HttpResponse:
    """The script a browser keeps: it shows fixed words, takes no request and keeps no page."""
    shown = {"words": notices.ON_A_DEVICE}
    script = render(request, "agencies/worker.js", shown, content_type="text/javascript")
    # As far as it may ever reach: the pages of the staff. The public ones have no worker.
    script.headers["Service-Worker-Allowed"] = STAFF_PAGES
    return script


def _pressed(request: PageRequest, **what: Any) -> HttpResponse:
    return pressed(request, to=reverse("agencies:bells"), **what)


def _endpoint(request: PageRequest) -> dict[str, Any]:
    endpoint = request.POST.get("endpoint", "")
    return {"endpoint": endpoint, "by": request.member, "now": clock.now()}


def _number(request: PageRequest, kind: Rings, mine: list[Bell]) -> dict[str, Any]:
    """A way to be told by a number, with the number that is in use, and the one that waits."""
    waits = queries.unconfirmed_of(request.member).filter(kind=kind).first()
    return {"kind": kind, "bell": next((b for b in mine if b.kind == kind), None), "waits": waits}


def _confirm(request: PageRequest, bell: Bell, code: str) -> None:
    """A wrong code is counted before it is refused: what is refused leaves no mark."""
    by = request.member
    if not actions.confirm_number(bell=bell, code=code, by=by, now=clock.now()):
        raise Refused(_("Mã chưa đúng. Sau 5 lần chưa đúng, hãy ghi lại số."))
