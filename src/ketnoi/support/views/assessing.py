"""How she lives: first and latest side by side, the page on which she is asked, a wrong one."""

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
from ketnoi.support.terms import Occasion

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.support.models import Assessment

SEEN = "assessment.seen"


def all_of(code: str) -> str:
    return reverse("support:assessments", args=[code])


@page(Audience.MEMBERS, finds=cases.case_by_code, look=SEEN)
def assessments(request: PageRequest, case: "Case") -> HttpResponse:
    found = queries.assessments_of(case, request.member)
    shown = {
        "case": case,
        "asked": found,
        "compared": queries.compared(found),
        "heads": [_("Lĩnh vực"), _("Lần đầu"), _("Gần đây nhất"), _("So với lần đầu")],
        "parts": [_("Lĩnh vực"), _("Mức"), _("Lời chị ấy")],
        "may_assess": queries.may_assess(case, request.member),
    }
    return render(request, "support/assessments.html", shown)


@page(Audience.MEMBERS, writes=True, finds=cases.case_by_code)
def assess(request: PageRequest, case: "Case") -> HttpResponse:
    was_asked = queries.has_assessment(case, request.member)
    first = {
        "asked_on": clock.today(),
        "occasion": Occasion.TWELVE if was_asked else Occasion.INTAKE,
    }
    return asked(
        request,
        forms.AssessmentForm(sent(request), initial=first),
        do=lambda **said: actions.record_assessment(
            case=case, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi đánh giá."),
        to=all_of(case.code),
        heading=_("Chị ấy đang sống thế nào, hồ sơ {code}").format(code=case.code),
        intro=_("Hỏi nhẹ nhàng, mục nào chị ấy chưa muốn nói thì để “Chưa hỏi”."),
        button=_("Ghi đánh giá"),
        back=all_of(case.code),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.assessment_in, look=SEEN)
def mistaken_assessment(request: PageRequest, assessment: "Assessment") -> HttpResponse:
    code = assessment.case.code
    return asked(
        request,
        forms.MistakenForm(sent(request)),
        do=lambda: actions.mark_assessment_mistaken(
            assessment=assessment, by=request.member, now=clock.now()
        ),
        said=_("Đã đánh dấu ghi nhầm."),
        to=all_of(code),
        heading=_("Đánh dấu ghi nhầm – hồ sơ %(code)s") % {"code": code},
        intro=_("Lần đánh giá này vẫn còn trong hồ sơ, có dấu ghi nhầm, và không đem so nữa."),
        button=_("Đánh dấu ghi nhầm"),
        back=all_of(code),
    )
