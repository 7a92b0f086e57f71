"""The page on which support is read and written down, and the one for a wrong record."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.asking import sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.support import actions, forms, queries

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.support.models import SupportGiven


@page(Audience.MEMBERS, writes=True, finds=cases.case_by_code)
def support(request: PageRequest, case: "Case") -> HttpResponse:
    form = forms.SupportForm(
        sent(request),
        initial={"given_on": clock.today()},
        norms=queries.norms(on=clock.today()),
        offered=queries.to_pay_from(case, request.member),
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_support(
                case=case, **form.cleaned_data, by=request.member, now=clock.now()
            )
        except actions.Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi hỗ trợ."))
            return redirect("pathway:case", case.code)
    shown = {
        "case": case,
        "form": form,
        "heads": [_("Ngày"), _("Loại hỗ trợ"), _("Đơn vị"), _("Bao nhiêu"), _("Nội dung")],
        "found": queries.support_of(case, request.member),
        "may_record": queries.may_record(case, request.member),
        "back": reverse("pathway:case", args=[case.code]),
    }
    return render(request, "support/support.html", shown, status=422 if form.errors else 200)


@page(Audience.MEMBERS, writes=True, finds=queries.support_in)
def mistaken(request: PageRequest, given: "SupportGiven") -> HttpResponse:
    form = forms.MistakenForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.mark_support_mistaken(given=given, by=request.member, now=clock.now())
        except actions.Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã đánh dấu ghi nhầm."))
            return redirect("support:support", given.case.code)
    shown = {
        "heading": _("Đánh dấu ghi nhầm – hồ sơ %(code)s") % {"code": given.case.code},
        "intro": _("Mục này vẫn còn trong hồ sơ, có dấu ghi nhầm. Không hoàn lại được."),
        "form": form,
        "button": _("Đánh dấu ghi nhầm"),
        "back": reverse("support:support", args=[given.case.code]),
    }
    return render(request, "form.html", shown, status=422 if form.errors else 200)
