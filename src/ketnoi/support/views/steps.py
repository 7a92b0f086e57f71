"""One step of a plan: what came of it, another day or agency, and that it is not needed."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.support import access, actions, forms, queries
from ketnoi.support.views.planning import SEEN, plan_page

if TYPE_CHECKING:
    from ketnoi.support.models import PlanStep


@page(Audience.MEMBERS, writes=True, finds=queries.step_in, look=SEEN)
def step(request: PageRequest, step: "PlanStep") -> HttpResponse:
    code = step.case.code
    return asked(
        request,
        forms.ReportForm(sent(request)),
        do=lambda **said: actions.report_step(
            step=step, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi kết quả. Nơi giữ hồ sơ thấy ngay trong kế hoạch."),
        to=plan_page(code),
        template="support/step.html",
        step=step,
        code=code,
        reports=step.waits and access.may_report(member=request.member, step=step),
        changes=step.waits and queries.may_plan(step.case, request.member),
        today=clock.today(),
        heading=_("Một bước trong kế hoạch, hồ sơ {code}").format(code=code),
        button=_("Ghi kết quả"),
        back=plan_page(code),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.step_to_change, look=SEEN)
def change(request: PageRequest, step: "PlanStep") -> HttpResponse:
    code, as_it_is = step.case.code, {"agency": step.agency_id, "due_on": step.due_on}
    return asked(
        request,
        forms.ChangeForm(sent(request), initial=as_it_is, offered=queries.places(step.case)),
        do=lambda **said: actions.change_step(
            step=step, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã đổi. Việc đã sang nơi làm và ngày mới."),
        to=plan_page(code),
        heading=_("Đổi ngày hoặc nơi làm, hồ sơ {code}").format(code=code),
        intro=step.words.open(),
        button=_("Đổi"),
        back=reverse("support:step", args=[code, step.pk]),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.step_to_change, look=SEEN)
def drop(request: PageRequest, step: "PlanStep") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.drop_step(step=step, by=request.member, now=clock.now()),
        said=_("Đã bỏ bước này. Bước vẫn còn trong kế hoạch, có ghi là đã bỏ."),
        to=plan_page(step.case.code),
    )
