"""Drives of an agency: opened, what they need, ended, forgotten."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Role
from ketnoi.drives import access, actions, forms, queries
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page

if TYPE_CHECKING:
    from ketnoi.drives.models import Drive

RUNNERS = (Role.CASEWORKER.value, Role.LEAD.value)
SEEN = "drive.seen"


def page_of(drive: "Drive | UUID") -> str:
    return reverse("drives:drive", args=[getattr(drive, "pk", drive)])


@page(Audience.MEMBERS, writes=True, roles=RUNNERS)
def drives(request: PageRequest) -> HttpResponse:
    member = request.member
    waiting = queries.to_call(member)
    found = [(drive, waiting.get(drive.pk, 0)) for drive in queries.drives_of(member)]
    return asked(
        request,
        forms.DriveForm(sent(request)),
        do=lambda title: actions.open_drive(title=title, by=member, now=clock.now()),
        said=_("Đã mở đợt vận động. Hãy ghi cần gì, ở đâu."),
        to=page_of,
        template="drives/drives.html",
        drives=found,
        heads=[_("Đợt vận động"), _("Mở ngày"), _("Chờ gọi xác nhận"), _("Kết thúc")],
        heading=_("Vận động nguồn lực"),
        button=_("Mở đợt vận động"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.drive, look=SEEN, roles=RUNNERS)
def drive(request: PageRequest, drive: "Drive") -> HttpResponse:
    member = request.member
    return asked(
        request,
        forms.NeedForm(sent(request)),
        do=lambda **said: actions.add_need(drive=drive, by=member, now=clock.now(), **said),
        said=_("Đã ghi. Phụ trách đơn vị kiểm tra rồi mới công khai."),
        to=page_of(drive),
        template="drives/drive.html",
        drive=drive,
        needs=queries.needs_of(drive, member),
        told=[
            (one, access.may_check(member=member, evidence=one))
            for one in queries.evidence_of(drive, member)
        ],
        answers_for=access.may_answer_for(member=member),
        heads=[
            _("Cần gì, ở đâu"),
            _("Cần"),
            _("Còn thiếu"),
            _("Đã hứa"),
            _("Đã đến"),
            _("Đã chuyển đi"),
            _("Công khai"),
        ],
        heading=drive.title,
        button=_("Ghi mục cần"),
        back=reverse("drives:drives"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.drive, look=SEEN, roles=RUNNERS)
def end_drive(request: PageRequest, drive: "Drive") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.end_drive(drive=drive, by=request.member, now=clock.now()),
        said=_("Đã kết thúc đợt vận động."),
        to=page_of(drive),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.drive, look=SEEN, roles=RUNNERS)
def forget(request: PageRequest, drive: "Drive") -> HttpResponse:
    return asked(
        request,
        forms.SureForm(sent(request)),
        do=lambda key: actions.forget_givers(drive=drive, by=request.member, now=clock.now()),
        said=_("Đã xóa tên và số điện thoại người góp. Các con số vẫn còn."),
        to=page_of(drive),
        heading=_("Xóa tên người góp"),
        intro=_("Không ai đọc lại được nữa, kể cả đơn vị bạn. Sau nửa năm hệ thống tự xóa."),
        button=_("Xóa tên người góp"),
        back=page_of(drive),
    )
