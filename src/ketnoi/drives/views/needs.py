"""One need: its book, who offered something, what came and where it went."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies import queries as agencies
from ketnoi.drives import access, actions, forms, queries
from ketnoi.drives.views.drives import RUNNERS, SEEN, page_of
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page

if TYPE_CHECKING:
    from ketnoi.drives.models import GoodsEntry, Need


def page_of_need(need: "Need") -> str:
    return reverse("drives:need", args=[need.drive_id, need.pk])


def heading_of(need: "Need") -> str:
    return f"{need.get_kind_display()}, {need.place}"


@page(Audience.MEMBERS, finds=queries.need_of_drive, look=SEEN, roles=RUNNERS)
def need(request: PageRequest, need: "Need") -> HttpResponse:
    member = request.member
    context = {
        "need": need,
        "pledges": queries.pledges_of(need, member),
        "booked": queries.entries_of(need, member),
        "verifies": access.may_verify(member=member, need=need),
        "offer_heads": [_("Ai góp"), _("Ngỏ lời"), _("Đã xác nhận"), _("Đã đến"), _("Còn chờ")],
        "heads": [_("Số"), _("Ngày"), _("Việc"), _("Số lượng"), _("Đến đâu")],
        "heading": heading_of(need),
        "back": page_of(need.drive_id),
    }
    return render(request, "drives/need.html", context)


@page(Audience.MEMBERS, writes=True, finds=queries.need_of_drive, look=SEEN, roles=RUNNERS)
def verify(request: PageRequest, need: "Need") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.verify_need(need=need, by=request.member, now=clock.now()),
        said=_("Đã kiểm tra. Người dân thấy mục này từ bây giờ."),
        to=page_of_need(need),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.need_of_drive, look=SEEN, roles=RUNNERS)
def end_need(request: PageRequest, need: "Need") -> HttpResponse:
    return asked(
        request,
        forms.SureForm(sent(request)),
        do=lambda key: actions.end_need(need=need, key=key, by=request.member, now=clock.now()),
        said=_("Đã thôi cần. Người dân không còn thấy mục này."),
        to=page_of_need(need),
        heading=_("Thôi cần: {what}").format(what=heading_of(need)),
        intro=_("Phần còn thiếu không tìm nữa. Sổ vẫn còn."),
        button=_("Thôi cần"),
        back=page_of_need(need),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.need_of_drive, look=SEEN, roles=RUNNERS)
def receive(request: PageRequest, need: "Need") -> HttpResponse:
    return asked(
        request,
        forms.ReceiveForm(sent(request), initial={"on": clock.today()}),
        do=lambda **said: actions.receive_goods(
            need=need, pledge=None, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi nhận."),
        to=page_of_need(need),
        heading=_("Nhận, không hứa trước: {what}").format(what=heading_of(need)),
        intro=_("Còn thiếu {left}.").format(left=need.missing),
        button=_("Ghi nhận"),
        back=page_of_need(need),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.need_of_drive, look=SEEN, roles=RUNNERS)
def give(request: PageRequest, need: "Need") -> HttpResponse:
    return asked(
        request,
        forms.GiveForm(sent(request), initial={"on": clock.today()}, agencies=agencies.agencies()),
        do=lambda **said: actions.give_goods(need=need, by=request.member, now=clock.now(), **said),
        said=_("Đã ghi chuyển đi."),
        to=page_of_need(need),
        heading=_("Chuyển đi: {what}").format(what=heading_of(need)),
        intro=_("Trong kho còn {left}.").format(left=need.stock),
        button=_("Ghi chuyển đi"),
        back=page_of_need(need),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.entry_of_need, look=SEEN, roles=RUNNERS)
def correct(request: PageRequest, entry: "GoodsEntry") -> HttpResponse:
    return asked(
        request,
        forms.SureForm(sent(request)),
        do=lambda key: actions.correct_goods(
            entry=entry, key=key, by=request.member, now=clock.now()
        ),
        said=_("Đã ghi dòng đảo."),
        to=page_of_need(entry.need),
        heading=_("Đính chính dòng số {number}").format(number=entry.number),
        intro=_(
            "{what}: {amount}. Dòng đảo đưa số này về chỗ cũ; dòng sai vẫn còn trong sổ."
        ).format(what=entry.get_kind_display(), amount=entry.amount),
        button=_("Ghi dòng đảo"),
        back=page_of_need(entry.need),
    )
