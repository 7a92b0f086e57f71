"""Pages of work that is given in a file."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.conferences import access, actions, forms, queries
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.conferences.models import Assignment

SEEN = "assignment.seen"


def all_of(code: str) -> str:
    return reverse("conferences:assignments", args=[code])


@page(Audience.MEMBERS, writes=True, finds=queries.file)
def assignments(request: PageRequest, case: "Case") -> HttpResponse:
    now = clock.now()
    return asked(
        request,
        forms.Giving(sent(request), offered=queries.offer(case, request.member)),
        do=lambda work: actions.give_assignment(case=case, work=work, by=request.member, now=now),
        said=_("Đã giao. Việc nằm trong Việc hôm nay của nơi được giao."),
        to=all_of(case.code),
        template="conferences/assignments.html",
        case=case,
        given=queries.assignments_of(case, request.member),
        now=now,
        heading=_("Việc giao, hồ sơ {code}").format(code=case.code),
        button=_("Giao việc"),
        back=reverse("pathway:case", args=[case.code]),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.assignment_of_file, look=SEEN)
def assignment(request: PageRequest, assignment: "Assignment") -> HttpResponse:
    now, may_end = clock.now(), access.may_end(member=request.member, assignment=assignment)
    may_answer = access.may_answer(member=request.member, assignment=assignment)
    return asked(
        request,
        forms.Answering(sent(request)),
        do=lambda **said: actions.answer_assignment(
            assignment=assignment, by=request.member, now=now, **said
        ),
        said=_("Đã ghi. Nơi giao việc sẽ thấy ngay."),
        to=all_of(assignment.case.code),
        template="conferences/assignment.html",
        assignment=assignment,
        code=assignment.case.code,
        answers=may_answer and assignment.waits,
        ends=may_end and (assignment.waits or assignment.came_back),
        now=now,
        heading=_("Việc được giao, hồ sơ {code}").format(code=assignment.code),
        button=_("Ghi câu trả lời"),
        back=all_of(assignment.case.code),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.assignment_of_file, look=SEEN)
def again(request: PageRequest, assignment: "Assignment") -> HttpResponse:
    case, now = assignment.case, clock.now()
    before = {"kind": assignment.kind, "words": assignment.words.open()}
    return asked(
        request,
        forms.Giving(sent(request), initial=before, offered=queries.offer(case, request.member)),
        do=lambda work: actions.give_assignment(
            case=case, work=work, instead_of=assignment, by=request.member, now=now
        ),
        said=_("Đã giao lại."),
        to=all_of(case.code),
        heading=_("Giao lại cho nơi khác, hồ sơ {code}").format(code=case.code),
        button=_("Giao lại"),
        back=reverse("conferences:assignment", args=[case.code, assignment.pk]),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.assignment_of_file, look=SEEN)
def take_back(request: PageRequest, assignment: "Assignment") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.take_back(assignment=assignment, by=request.member, now=clock.now()),
        said=_("Đã thu lại."),
        to=reverse("conferences:assignment", args=[assignment.case.code, assignment.pk]),
    )
