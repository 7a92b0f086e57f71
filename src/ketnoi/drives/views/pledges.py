"""Who offers something: noted, called, confirmed, come, ended."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.drives import actions, forms, queries
from ketnoi.drives.terms import PledgeState
from ketnoi.drives.views.drives import RUNNERS, SEEN
from ketnoi.drives.views.needs import heading_of, page_of_need
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, sent
from ketnoi.foundation.page import Audience, PageRequest, page

if TYPE_CHECKING:
    from ketnoi.drives.models import Need, Pledge


def page_of_pledge(pledge: "Pledge") -> str:
    return reverse("drives:pledge", args=[pledge.need_id, pledge.pk])


@page(Audience.MEMBERS, writes=True, finds=queries.need_of_drive, look=SEEN, roles=RUNNERS)
def note_pledge(request: PageRequest, need: "Need") -> HttpResponse:
    return asked(
        request,
        forms.PledgeForm(sent(request)),
        do=lambda **said: actions.note_pledge(
            need=need, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi lời ngỏ. Hãy xác nhận số lượng và ngày."),
        to=page_of_pledge,
        heading=_("Có người góp: {what}").format(what=heading_of(need)),
        button=_("Ghi lời ngỏ"),
        back=page_of_need(need),
    )


@page(
    Audience.MEMBERS, writes=True, finds=queries.pledge_of_need, look="pledge.seen", roles=RUNNERS
)
def pledge(request: PageRequest, pledge: "Pledge") -> HttpResponse:
    return asked(
        request,
        forms.ConfirmForm(sent(request), initial={"amount": pledge.offered}),
        do=lambda **said: actions.confirm_pledge(
            pledge=pledge, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã xác nhận. Số này không còn hiện là thiếu."),
        to=page_of_pledge(pledge),
        template="drives/pledge.html",
        pledge=pledge,
        asks=pledge.state == PledgeState.OFFERED,
        heading=_("Lời hứa góp: {what}").format(what=heading_of(pledge.need)),
        button=_("Đã gọi, xác nhận"),
        back=page_of_need(pledge.need),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.pledge_of_need, look=SEEN, roles=RUNNERS)
def arrive(request: PageRequest, pledge: "Pledge") -> HttpResponse:
    initial = {"on": clock.today(), "amount": pledge.promised or None}
    return asked(
        request,
        forms.ReceiveForm(sent(request), initial=initial),
        do=lambda **said: actions.receive_goods(
            need=pledge.need, pledge=pledge, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi nhận."),
        to=page_of_pledge(pledge),
        heading=_("Nhận theo lời hứa: {what}").format(what=heading_of(pledge.need)),
        intro=_("Còn chờ {left}. Đến một phần thì ghi phần đã đến.").format(left=pledge.promised),
        button=_("Ghi nhận"),
        back=page_of_pledge(pledge),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.pledge_of_need, look=SEEN, roles=RUNNERS)
def end_pledge(request: PageRequest, pledge: "Pledge") -> HttpResponse:
    return asked(
        request,
        forms.EndPledgeForm(sent(request)),
        do=lambda **said: actions.end_pledge(
            pledge=pledge, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã kết thúc lời hứa. Tên và số điện thoại đã được xóa."),
        to=page_of_pledge(pledge),
        heading=_("Không đến nữa: {what}").format(what=heading_of(pledge.need)),
        intro=_("Phần chưa đến trở lại thành còn thiếu. Phần đã đến vẫn còn trong sổ."),
        button=_("Kết thúc lời hứa"),
        back=page_of_pledge(pledge),
    )
