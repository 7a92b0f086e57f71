"""A list of missed calls: sent, looked at line by line, added whole or dropped."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.intake import actions, forms, queries
from ketnoi.intake.views.calling import CALLERS

if TYPE_CHECKING:
    from ketnoi.intake.models import MissedList

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SEEN = "missed.seen"


def page_of(source: "MissedList") -> str:
    return reverse("intake:missed_list", args=[source.pk])


@page(Audience.MEMBERS, writes=True, roles=CALLERS)
def bring_missed(request: PageRequest) -> HttpResponse:
    is_sent = request.method == "POST"
    form = forms.BringMissed(request.POST, request.FILES) if is_sent else forms.BringMissed()
    return asked(
        request,
        form,
        do=lambda file: actions.bring_missed(content=file, by=request.member, now=clock.now()),
        said=_("Đã đọc tệp. Chưa có ai vào danh sách chờ: hãy xem lại rồi thêm."),
        to=page_of,
        template="intake/bring_missed.html",
        heading=_("Thêm cuộc gọi nhỡ từ tệp"),
        button=_("Đọc tệp"),
        back=reverse("intake:callbacks"),
    )


@page(Audience.MEMBERS, roles=CALLERS)
def missed_template(request: PageRequest) -> HttpResponse:
    told = HttpResponse(queries.template_of_missed(), content_type=EXCEL)
    told.headers["Content-Disposition"] = 'attachment; filename="cuoc-goi-nho.xlsx"'
    return told


@page(Audience.MEMBERS, finds=queries.missed_list, look=SEEN, roles=CALLERS)
def missed_list(request: PageRequest, source: "MissedList") -> HttpResponse:
    lines = queries.lines_of(source, request.member)
    shown = {
        "source": source,
        "lines": lines,
        "new": sum(line.is_new for line in lines),
        "known": sum(bool(line.why) for line in lines),
        "flawed": sum(bool(line.flaws) for line in lines),
        "heads": [_("Dòng"), _("Số điện thoại"), _("Gọi lúc"), _("Cần sửa")],
        "back": reverse("intake:bring_missed"),
    }
    return render(request, "intake/missed_list.html", shown)


@page(Audience.MEMBERS, writes=True, finds=queries.missed_list, look=SEEN, roles=CALLERS)
def add_missed(request: PageRequest, source: "MissedList") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.add_missed(source=source, by=request.member, now=clock.now()),
        said=_("Đã thêm vào danh sách chờ gọi."),
        to=lambda added: reverse("intake:callbacks") if added else page_of(source),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.missed_list, look=SEEN, roles=CALLERS)
def drop_missed(request: PageRequest, source: "MissedList") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.drop_missed(source=source, by=request.member, now=clock.now()),
        said=_("Đã bỏ danh sách. Các số trong đó đã xóa."),
        to=reverse("intake:bring_missed"),
    )
