"""Pages about somebody who may be supported in two places."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.recognition import actions, forms, queries

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.recognition.models import Approach, Introduction


def file_of(code: str) -> str:
    return reverse("pathway:case", args=[code])


@page(Audience.MEMBERS, writes=True, finds=queries.own_case)
def ask(request: PageRequest, case: "Case") -> HttpResponse:
    now, wording = clock.now(), forms.in_vietnamese(forms.ASK_HER)
    here = reverse("recognition:ask", args=[case.code])
    return asked(
        request,
        forms.Asking(request.POST or None),
        do=lambda **said: actions.ask_elsewhere(
            case=case, wording=wording, by=request.member, now=now, **said
        ),
        said=_("Đã ghi. Bạn chỉ được báo khi người đó đồng ý ở cả hai nơi."),
        to=here,
        template="recognition/ask.html",
        case=case,
        wording=wording,
        introductions=queries.introductions_of(case, request.member),
        question=queries.question_of(case, request.member, now=now),
        heading=_("Hỏi nơi khác, hồ sơ {code}").format(code=case.code),
        button=_("Hỏi nơi khác"),
        back=file_of(case.code),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.own_case)
def stop(request: PageRequest, case: "Case") -> HttpResponse:
    now, here = clock.now(), reverse("recognition:ask", args=[case.code])
    question = queries.question_of(case, request.member, now=now)
    return pressed(
        request,
        do=lambda: question and actions.stop_asking(question=question, by=request.member, now=now),
        said=_("Đã rút câu hỏi."),
        to=here,
    )


@page(Audience.MEMBERS, writes=True, finds=queries.approach_of_file, look="recognition.seen")
def approach(request: PageRequest, approach: "Approach") -> HttpResponse:
    wording = forms.in_vietnamese(forms.TELL_HER)
    return asked(
        request,
        forms.Answering(request.POST or None),
        do=lambda **said: actions.answer_approach(
            approach=approach, wording=wording, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi câu trả lời. Nếu chị ấy không đồng ý, không ai được báo gì."),
        to=file_of(approach.code),
        template="recognition/approach.html",
        approach=approach,
        wording=wording,
        heading=_("Nơi khác có thể đang hỗ trợ một người bạn biết, hồ sơ {code}").format(
            code=approach.code
        ),
        button=_("Ghi câu trả lời"),
        back=file_of(approach.code),
    )


@page(Audience.MEMBERS, finds=queries.introduction_of_file, look="recognition.seen")
def introduction(request: PageRequest, introduction: "Introduction") -> HttpResponse:
    shown = {"introduction": introduction, "back": file_of(introduction.code)}
    return render(request, "recognition/introduction.html", shown)
