"""Her plan: what she wants, the printed sheet, one goal, and the day it is looked at again."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.support import actions, forms, queries

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.support.models import Goal

SEEN = "plan.seen"


def plan_page(code: str) -> str:
    return reverse("support:plan", args=[code])


@page(Audience.MEMBERS, writes=True, finds=cases.case_by_code, look=SEEN)
def plan(request: PageRequest, case: "Case") -> HttpResponse:
    return asked(
        request,
        forms.GoalForm(sent(request)),
        do=lambda **said: actions.set_goal(case=case, by=request.member, now=clock.now(), **said),
        said=_("Đã ghi. Bây giờ hãy ghi bước đầu tiên."),
        to=lambda goal: reverse("support:goal", args=[case.code, goal.pk]),
        template="support/plan.html",
        case=case,
        aims=queries.goals_of(case, request.member),
        plan=queries.plan_of(case, request.member),
        may_plan=queries.may_plan(case, request.member),
        today=clock.today(),
        heading=_("Kế hoạch, hồ sơ {code}").format(code=case.code),
        button=_("Ghi mong muốn"),
        back=reverse("pathway:case", args=[case.code]),
    )


@page(Audience.MEMBERS, finds=queries.held_file, look="plan.printed")
def printed(request: PageRequest, case: "Case") -> HttpResponse:
    aims = [aim for aim in queries.goals_of(case, request.member) if not aim.goal.ended_as]
    return render(request, "support/printed.html", {"case": case, "aims": aims})


@page(Audience.MEMBERS, writes=True, finds=queries.goal_in, look=SEEN)
def goal(request: PageRequest, goal: "Goal") -> HttpResponse:
    case = goal.case
    return asked(
        request,
        forms.StepForm(
            sent(request), initial={"agency": case.holder_id}, offered=queries.places(case)
        ),
        do=lambda **said: actions.plan_step(goal=goal, by=request.member, now=clock.now(), **said),
        said=_("Đã ghi bước này. Việc nằm trong Việc hôm nay của nơi làm."),
        to=plan_page(case.code),
        template="support/goal.html",
        goal=goal,
        code=case.code,
        heading=_("Thêm một bước, hồ sơ {code}").format(code=case.code),
        button=_("Thêm bước"),
        back=plan_page(case.code),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.goal_in, look=SEEN)
def end_goal(request: PageRequest, goal: "Goal") -> HttpResponse:
    code = goal.case.code
    return asked(
        request,
        forms.GoalEndForm(sent(request)),
        do=lambda end: actions.end_goal(goal=goal, end=end, by=request.member, now=clock.now()),
        said=_("Đã ghi. Mong muốn này vẫn còn trong kế hoạch, ở cuối trang."),
        to=plan_page(code),
        heading=_("Kết thúc một mong muốn, hồ sơ {code}").format(code=code),
        intro=goal.words.open(),
        button=_("Ghi kết thúc"),
        back=reverse("support:goal", args=[code, goal.pk]),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.held_file, look=SEEN)
def review(request: PageRequest, case: "Case") -> HttpResponse:
    return asked(
        request,
        forms.ReviewForm(sent(request)),
        do=lambda next_on: actions.review_plan(
            case=case, next_on=next_on, by=request.member, now=clock.now()
        ),
        said=_("Đã ghi. Việc xem lại lần sau nằm trong Việc hôm nay khi đến hạn."),
        to=plan_page(case.code),
        template="support/review.html",
        case=case,
        aims=queries.goals_of(case, request.member),
        today=clock.today(),
        heading=_("Xem lại kế hoạch, hồ sơ {code}").format(code=case.code),
        intro=_("Hãy xem từng bước cùng chị ấy, rồi chọn ngày xem lại lần sau."),
        button=_("Đã xem lại"),
        back=plan_page(case.code),
    )
