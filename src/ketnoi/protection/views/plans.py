"""The page of her safety plan, and the small card that looks like nothing."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.protection import actions, forms, queries
from ketnoi.protection.terms import CardTitle

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.protection.models import SafetyPlan


@page(Audience.MEMBERS, writes=True, finds=cases.case_by_code)
def plan(request: PageRequest, case: "Case") -> HttpResponse:
    found = queries.plan_of(case, request.member)
    here = reverse("protection:plan", args=[case.code])
    return asked(
        request,
        forms.PlanForm(sent(request), initial=_said(found)),
        do=lambda **said: actions.write_plan(case=case, by=request.member, now=clock.now(), **said),
        said=_("Đã ghi kế hoạch an toàn. Hệ thống sẽ nhắc ngày xem lại."),
        to=here,
        template="protection/plan.html",
        case=case,
        plan=found,
        may_plan=queries.may_plan(case, request.member),
        back=reverse("pathway:case", args=[case.code]),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.plan_by_code)
def card(request: PageRequest, plan: "SafetyPlan") -> HttpResponse:
    form = forms.CardForm(
        sent(request), lines=queries.lines_of(plan), initial={"title": CardTitle.NUMBERS}
    )
    back = reverse("protection:plan", args=[plan.case.code])
    if request.method == "POST" and form.is_valid():
        title = CardTitle(form.cleaned_data["title"]).label
        shown = {"card_title": title, "lines": form.chosen, "back": back}
        return render(request, "protection/card.html", shown)
    words = {
        "heading": _("In thẻ nhỏ mang theo"),
        "intro": _("Chị ấy chọn. Thẻ chỉ có những dòng này, không nói thẻ để làm gì."),
        "button": _("Xem thẻ để in"),
        "back": back,
    }
    return render(request, "form.html", {"form": form, **words}, status=422 if form.errors else 200)


def _said(plan: "SafetyPlan | None") -> dict[str, Any]:
    latest = {"review_on": queries.latest_review(clock.now())}
    if plan is None:
        return latest
    return {**{p: getattr(plan, p).open() for p in queries.PARTS}, "after": plan.number, **latest}
