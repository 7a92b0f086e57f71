"""The house of a shelter: the board, its places, what is kept, the count at night; all houses."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Function, Role
from ketnoi.directory import actions as directory
from ketnoi.directory import queries as services
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.protection import access, actions, forms, queries

if TYPE_CHECKING:
    from ketnoi.agencies.models import Agency

KEEPERS = tuple(Role(role) for role in sorted(access.SHELTERS))
OWN: dict[str, Any] = {"finds": queries.own_shelter, "look": "shelter.opened"}
BOARD = "protection:house"


@page(Audience.MEMBERS, roles=KEEPERS, functions=(Function.SHELTER,), **OWN)
def house(request: PageRequest, agency: "Agency") -> HttpResponse:
    now = clock.now()
    found = queries.house_of(request.member, now=now)
    shown = {
        "house": found,
        "guests": queries.tonight(request.member),
        "is_counted": queries.is_counted_tonight(found, now=now),
        "may_set": queries.may_set_places(request.member),
        "today": clock.today(),
        "now": now,
        "heads": [_("Phòng"), _("Số chỗ"), _("Có người"), _("Đang giữ"), _("Còn trống")],
    }
    return render(request, "protection/house.html", shown)


@page(
    Audience.MEMBERS,
    roles=(Role.LEAD,),
    finds=queries.own_shelter,
    look="shelter.opened",
    writes=True,
)
def places(request: PageRequest, agency: "Agency") -> HttpResponse:
    found = queries.house_of(request.member, now=clock.now())
    return asked(
        request,
        forms.PlacesForm(sent(request), house=found),
        do=lambda places: actions.set_places(places=places, by=request.member, now=clock.now()),
        said=_("Đã ghi số chỗ. Nơi khác thấy ngay khi chuyển gửi."),
        to=reverse(BOARD),
        heading=_("Số chỗ của từng phòng"),
        intro=_("Mẹ cùng các con ở chung thì tính một chỗ."),
        button=_("Ghi số chỗ"),
        back=reverse(BOARD),
    )


@page(
    Audience.MEMBERS, roles=KEEPERS, finds=queries.own_shelter, look="shelter.opened", writes=True
)
def keep(request: PageRequest, agency: "Agency") -> HttpResponse:
    found = queries.house_of(request.member, now=clock.now())
    return asked(
        request,
        forms.KeepForm(sent(request), house=found),
        do=lambda **said: actions.keep_bed(**said, by=request.member, now=clock.now()),
        said=_("Đã giữ một chỗ. Khi người ấy đến, hãy chọn chỗ này lúc ghi việc vào."),
        to=reverse(BOARD),
        heading=_("Giữ một chỗ cho người đang trên đường đến"),
        intro=_("Hết giờ thì chỗ tự trống lại. Không ghi giữ cho ai."),
        button=_("Giữ một chỗ"),
        back=reverse(BOARD),
    )


@page(
    Audience.MEMBERS, roles=KEEPERS, finds=queries.own_shelter, look="shelter.opened", writes=True
)
def release(request: PageRequest, agency: "Agency", hold: UUID) -> HttpResponse:
    service = services.beds_of(agency.pk)
    found = services.hold(request.member, service.pk, hold) if service else None
    if found is None:
        raise Http404
    return pressed(
        request,
        do=lambda: directory.release_place(hold=found, by=request.member, now=clock.now()),
        said=_("Đã thôi giữ chỗ."),
        to=reverse(BOARD),
    )


@page(
    Audience.MEMBERS, roles=KEEPERS, finds=queries.own_shelter, look="shelter.opened", writes=True
)
def count(request: PageRequest, agency: "Agency") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.count_night(by=request.member, now=clock.now()),
        said=_("Đã ghi việc đếm đêm nay. Nơi khác thấy số chỗ mới nhất."),
        to=reverse(BOARD),
    )


@page(Audience.MEMBERS, roles=(Role.COORDINATOR,))
def occupancy(request: PageRequest) -> HttpResponse:
    shown = {
        "houses": queries.occupancy(request.member, now=clock.now()),
        "heads": [_("Phòng"), _("Số chỗ"), _("Có người"), _("Đang giữ"), _("Còn trống")],
    }
    return render(request, "protection/occupancy.html", shown)
