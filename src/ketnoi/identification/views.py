"""The page on which legal status is read and written."""

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
from ketnoi.identification import actions, forms, queries, rules
from ketnoi.law import queries as law

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


@page(Audience.MEMBERS, writes=True, finds=cases.case_by_code)
def decide(request: PageRequest, case: "Case") -> HttpResponse:
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        try:
            actions.decide_status(
                case=case, **form.cleaned_data, by=request.member, now=clock.now()
            )
        except actions.Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi kết luận. Các nơi cùng hỗ trợ thấy kết luận này."))
            return redirect("pathway:case", case.code)
    return _page(request, case, form)


def _form(request: PageRequest) -> forms.DecisionForm:
    function = request.member.agency.function
    form = forms.DecisionForm(
        sent(request),
        initial={"body_name": request.member.agency.name},
    )
    form.offer(rules.statuses_of(function=function, on=clock.today()))
    return form


def _page(request: PageRequest, case: "Case", form: forms.DecisionForm) -> HttpResponse:
    today = clock.today()
    shown = {
        "case": case,
        "form": form,
        "may_decide": queries.may_decide(case, request.member, on=today),
        "decisions": queries.decisions_of(case, request.member),
        "task": queries.awaited_decision(case, request.member),
        "rule": law.fact(rules.FIRST_CHECK, on=today),
        "now": clock.now(),
        "back": reverse("pathway:case", args=[case.code]),
    }
    return render(request, "identification/decide.html", shown, status=422 if form.errors else 200)
