"""The end of support: proposed by one, agreed to or sent back by another."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.pathway import actions, forms
from ketnoi.reintegration import access
from ketnoi.reintegration import actions as reintegration
from ketnoi.reintegration import queries as lives


@page(Audience.MEMBERS, writes=True, finds=cases.case_by_code)
def close(request: PageRequest, case: Any) -> HttpResponse:
    here, two = reverse("pathway:case", args=[case.code]), lives.may_be_agreed_to(request.member)
    return asked(
        request,
        forms.Closing(request.POST or None),
        do=lambda reason: actions.end_support(
            case=case, reason=reason, by=request.member, now=clock.now()
        ),
        said=_("Đã gửi đề nghị cho phụ trách đơn vị xem lại.")
        if two
        else _("Đã kết thúc hỗ trợ. Hồ sơ mở lại được khi cần."),
        to=here,
        heading=_("Kết thúc hỗ trợ, hồ sơ {code}").format(code=case.code),
        intro=_("Phụ trách đơn vị xem lại trước khi hồ sơ kết thúc.")
        if two
        else _("Những việc đang chờ trong hồ sơ sẽ dừng. Hồ sơ mở lại được bất cứ lúc nào."),
        button=_("Đề nghị kết thúc") if two else _("Kết thúc hỗ trợ"),
        back=here,
    )


@page(Audience.MEMBERS, writes=True, finds=lives.closing_of_file)
def closing(request: PageRequest, found: Any) -> HttpResponse:
    return asked(
        request,
        forms.NotYet(request.POST or None),
        do=lambda why: reintegration.return_closing(
            closing=found, why=why, by=request.member, now=clock.now()
        ),
        said=_("Đã trả lại. Người đề nghị sẽ xem bước tiếp theo."),
        to=reverse("pathway:case", args=[found.case.code]),
        template="pathway/closing.html",
        closing=found,
        stops=lives.stopped_by(found, request.member),
        may_agree=access.may_agree(member=request.member, closing=found),
        may_drop=access.may_plan(member=request.member, case=found.case),
        button=_("Chưa kết thúc"),
    )


@page(Audience.MEMBERS, writes=True, finds=lives.closing_of_file)
def agree_to_close(request: PageRequest, found: Any) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.agree_to_close(closing=found, by=request.member, now=clock.now()),
        said=_("Đã kết thúc hỗ trợ. Hồ sơ mở lại được khi cần."),
        to=reverse("pathway:case", args=[found.case.code]),
    )


@page(Audience.MEMBERS, writes=True, finds=lives.closing_of_file)
def drop_closing(request: PageRequest, found: Any) -> HttpResponse:
    return pressed(
        request,
        do=lambda: reintegration.drop_closing(closing=found, by=request.member, now=clock.now()),
        said=_("Đã rút lại đề nghị. Hỗ trợ vẫn tiếp tục."),
        to=reverse("pathway:case", args=[found.case.code]),
    )
