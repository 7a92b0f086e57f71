"""Savings groups: the list, one with its members and its book, a meeting, sharing out."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.lending import actions, forms, queries, rules
from ketnoi.lending.views.loans import LENDERS

if TYPE_CHECKING:
    from ketnoi.lending.models import Group, GroupEntry, Saver

SEEN = "group.seen"


def group_page(group: "Group") -> str:
    return reverse("lending:group", args=[group.pk])


@page(Audience.MEMBERS, writes=True, roles=LENDERS)
def groups(request: PageRequest) -> HttpResponse:
    member = request.member
    return asked(
        request,
        forms.GroupForm(sent(request), initial={"opened_on": clock.today()}),
        do=lambda **said: actions.open_group(by=member, now=clock.now(), **said),
        said=_("Đã lập tổ. Bây giờ hãy ghi từng thành viên."),
        to=group_page,
        template="lending/groups.html",
        groups=queries.groups_of(member),
        heads=[_("Tổ"), _("Xã, phường"), _("Hộp tiền"), _("Đang cho vay")],
        heading=_("Tổ tiết kiệm vay vốn thôn bản"),
        button=_("Lập tổ"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.group, look=SEEN, roles=LENDERS)
def group(request: PageRequest, group: "Group") -> HttpResponse:
    member = request.member
    return asked(
        request,
        forms.SaverForm(sent(request)),
        do=lambda name: actions.add_saver(group=group, name=name, by=member, now=clock.now()),
        said=_("Đã ghi thành viên."),
        to=group_page(group),
        template="lending/group.html",
        group=group,
        savers=queries.savers_of(group, member),
        book=queries.book_of(group, member),
        by_hand=rules.BY_HAND,
        heads=[_("Thành viên"), _("Tiết kiệm"), _("Đang vay")],
        lines=[_("Số"), _("Ngày"), _("Thành viên số"), _("Việc gì"), _("Số tiền"), _("Đính chính")],
        heading=group.name,
        button=_("Ghi thành viên"),
        back=reverse("lending:groups"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.group, look=SEEN, roles=LENDERS)
def meeting(request: PageRequest, group: "Group") -> HttpResponse:
    savers = queries.savers_of(group, request.member)
    return asked(
        request,
        forms.MeetingForm(sent(request), savers=savers, initial={"on": clock.today()}),
        do=lambda **said: actions.record_meeting(
            group=group, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi buổi họp."),
        to=group_page(group),
        heading=_("Ghi buổi họp của tổ"),
        intro=_("Mỗi người góp bao nhiêu phần. Ai không góp thì để trống; không phạt ai."),
        button=_("Ghi buổi họp"),
        back=group_page(group),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.group, look=SEEN, roles=LENDERS)
def share_out(request: PageRequest, group: "Group") -> HttpResponse:
    parts = queries.parts_of(group, request.member)
    return asked(
        request,
        forms.YesForm(sent(request)),
        do=lambda key: actions.share_out(group=group, key=key, by=request.member, now=clock.now()),
        said=_("Đã chia hết hộp tiền."),
        to=group_page(group),
        template="lending/share_out.html",
        group=group,
        parts=parts,
        heads=[_("Thành viên"), _("Tiết kiệm"), _("Lãi, lỗ"), _("Nhận về")],
        heading=_("Chia tiền cuối kỳ"),
        button=_("Chia hết hộp tiền"),
        back=group_page(group),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.saver_in, look=SEEN, roles=LENDERS)
def saver(request: PageRequest, saver: "Saver") -> HttpResponse:
    return asked(
        request,
        forms.SavingForm(sent(request), initial={"on": clock.today()}),
        do=lambda **said: actions.record_in_group(
            saver=saver, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi vào sổ tổ."),
        to=group_page(saver.group),
        template="lending/saver.html",
        saver=saver,
        heading=_("Thành viên số {number}").format(number=saver.number),
        button=_("Ghi vào sổ tổ"),
        back=group_page(saver.group),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.saver_in, look=SEEN, roles=LENDERS)
def forget(request: PageRequest, saver: "Saver") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.forget_saver(saver=saver, by=request.member, now=clock.now()),
        said=_("Đã ghi người này rời tổ. Tên đã xóa, sổ vẫn đúng."),
        to=group_page(saver.group),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.group_entry_in, look=SEEN, roles=LENDERS)
def correct_entry(request: PageRequest, entry: "GroupEntry") -> HttpResponse:
    return asked(
        request,
        forms.YesForm(sent(request)),
        do=lambda key: actions.correct_in_group(
            entry=entry, key=key, by=request.member, now=clock.now()
        ),
        said=_("Đã ghi bút toán đảo."),
        to=group_page(entry.group),
        heading=_("Đính chính bút toán số {number}").format(number=entry.number),
        intro=_("Điều đã ghi vẫn còn. Một bút toán đảo đưa số tiền về chỗ cũ."),
        button=_("Ghi bút toán đảo"),
        back=group_page(entry.group),
    )
