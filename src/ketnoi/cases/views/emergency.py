"""Opening a file in an emergency, and what others say of that."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases import access, actions, forms, queries
from ketnoi.cases.models import EmergencyOpening
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.inputs import Form
from ketnoi.foundation.page import Audience, PageRequest, page

ROLES = tuple(sorted(access.WRITES))
OF_ONE: dict[str, Any] = {"finds": queries.emergency, "look": "emergency.looked_at"}


@page(Audience.MEMBERS, writes=True, roles=ROLES)
def emergency(request: PageRequest) -> HttpResponse:
    form = forms.Emergency(sent(request))
    if request.method == "POST" and form.is_valid():
        said = {**form.cleaned_data, "by": request.member, "now": clock.now()}
        try:
            case = actions.open_in_emergency(**said)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            if case is not None:
                messages.success(request, _("Đã mở. Đơn vị giữ hồ sơ đã được báo."))
                return redirect(reverse("pathway:case", args=[case.code]))
            form.add_error("code", _("Không mở được hồ sơ nào với mã này."))
    shown = {
        "form": form,
        "heading": _("Mở hồ sơ khẩn cấp"),
        "intro": _(
            "Chỉ dùng khi không kịp hỏi đơn vị giữ hồ sơ. Đơn vị ấy được báo ngay và sẽ xem lại."
            " Hồ sơ tự đóng sau 4 giờ, trừ khi người thứ hai xác nhận."
        ),
        "button": _("Mở hồ sơ khẩn cấp"),
        "back": reverse("cases:cases"),
    }
    return render(request, "form.html", shown, status=422 if form.errors else 200)


@page(Audience.MEMBERS, writes=True, roles=ROLES, **OF_ONE)
def emergency_confirm(request: PageRequest, opening: EmergencyOpening) -> HttpResponse:
    return asked(
        request,
        Form(sent(request)),
        do=lambda: actions.confirm_emergency(opening=opening, by=request.member, now=clock.now()),
        said=_("Đã xác nhận. Người ấy mở được hồ sơ lâu hơn."),
        to=reverse("cases:today"),
        heading=_("Xác nhận lần mở khẩn cấp"),
        intro=_("{name} đã mở một hồ sơ. Lý do: {reason}. Hãy hỏi rõ trước khi xác nhận.").format(
            name=opening.member.name, reason=opening.get_reason_display()
        ),
        button=_("Xác nhận"),
        back=reverse("cases:today"),
    )


@page(Audience.MEMBERS, writes=True, roles=ROLES, **OF_ONE)
def emergency_review(request: PageRequest, opening: EmergencyOpening) -> HttpResponse:
    case = queries.case_of(request.member, opening.case_id)
    if case is not None:
        opening.case = case
    return asked(
        request,
        forms.Verdict(sent(request)),
        do=lambda verdict: actions.review_emergency(
            opening=opening, verdict=verdict, by=request.member, now=clock.now()
        ),
        said=_("Đã ghi."),
        to=reverse("cases:today"),
        template="cases/emergency.html",
        opening=opening,
        case=case,
        is_open=queries.is_open(opening, now=clock.now()),
        is_reviewed=queries.is_reviewed(opening),
        heading=_("Xem lại lần mở khẩn cấp"),
        button=_("Ghi"),
        back=reverse("cases:today"),
    )


@page(Audience.MEMBERS, writes=True, roles=ROLES, **OF_ONE)
def emergency_end(request: PageRequest, opening: EmergencyOpening) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.end_emergency(opening=opening, by=request.member, now=clock.now()),
        said=_("Đã đóng lại."),
        to=reverse("cases:today"),
    )
