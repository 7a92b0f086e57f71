"""What is kept for her: received, given back, and accounted for when she leaves."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.dwelling import actions, forms, queries
from ketnoi.dwelling.forms.house import named
from ketnoi.dwelling.forms.moments import this_hour
from ketnoi.dwelling.views.notes import LOOK, page_of
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page

if TYPE_CHECKING:
    from ketnoi.dwelling.models import Belonging
    from ketnoi.protection.models import ShelterStay


@page(Audience.MEMBERS, writes=True, finds=queries.stay_in_house, **LOOK)
def belongings(request: PageRequest, stay: "ShelterStay") -> HttpResponse:
    given = queries.hand_backs_of(stay, request.member)
    things = queries.belongings_of(stay, request.member)
    return asked(
        request,
        forms.ReceiveForm(sent(request)),
        do=lambda **said: actions.receive_belonging(
            stay=stay, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi món này vào sổ giữ đồ."),
        to=page_of("belongings", stay),
        template="dwelling/belongings.html",
        stay=stay,
        things=[(each, given.get(each.pk, [])) for each in things],
        heading=_("Đồ của chị ấy – hồ sơ {code}").format(code=stay.file_code),
        button=_("Ghi vào sổ giữ đồ"),
        back=page_of("stay", stay),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.belonging_in_house, **LOOK)
def belonging(request: PageRequest, thing: "Belonging") -> HttpResponse:
    stay = thing.book.stay
    usual = {"seen": thing.given, "amount": thing.kept}
    return asked(
        request,
        forms.GiveBackForm(sent(request), thing=thing, initial=usual),
        do=lambda **said: actions.give_back(
            belonging=thing, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi việc trả. Chị ấy và bạn cùng xác nhận."),
        to=page_of("belongings", stay),
        template="dwelling/belonging.html",
        thing=thing,
        name=named(thing),
        heading=_("Trả đồ – hồ sơ {code}").format(code=stay.file_code),
        button=_("Ghi đã trả"),
        back=page_of("belongings", stay),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.belonging_in_house, **LOOK)
def strike_belonging(request: PageRequest, thing: "Belonging") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.strike_belonging(belonging=thing, by=request.member, now=clock.now()),
        said=_("Đã gạch. Dòng này vẫn đọc được."),
        to=page_of("belongings", thing.book.stay),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.running_stay)
def leave(request: PageRequest, stay: "ShelterStay") -> HttpResponse:
    kept = queries.kept_of(stay, request.member)
    return asked(
        request,
        forms.LeaveForm(sent(request), since=stay.admitted_at, kept=kept, initial=this_hour()),
        do=lambda **said: actions.leave_house(
            stay=stay, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi việc rời nơi tạm lánh. Chỗ này trống lại."),
        to=reverse("protection:house"),
        template="dwelling/leave.html",
        kept=kept,
        heading=_("Rời nơi tạm lánh – hồ sơ {code}").format(code=stay.file_code),
        button=_("Ghi việc rời"),
        back=reverse("protection:house"),
    )
