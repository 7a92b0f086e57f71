"""Pages of her rights: what she asks, the answer, the copy she can read, holds."""

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.people import actions as people
from ketnoi.people import queries as persons
from ketnoi.rights import actions, forms, queries
from ketnoi.rights.queries import paper

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.rights.models import DataRequest


@page(Audience.MEMBERS, writes=True, finds=queries.file_of_holder)
def requests(request: PageRequest, case: "Case") -> HttpResponse:
    person = _person(request, case)
    return asked(
        request,
        forms.Taking(sent(request)),
        do=lambda **said: actions.take_request(
            case=case, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi yêu cầu. Hãy phản hồi trong 2 ngày làm việc."),
        to=lambda made: reverse("rights:request", args=[case.code, made.pk]),
        template="rights/requests.html",
        case=case,
        wishes=queries.requests_of(case, request.member),
        hold=queries.hold_on_file(case, request.member),
        is_erased=person.erased_at is not None,
        now=clock.now(),
        heading=_("Quyền đối với dữ liệu, hồ sơ {code}").format(code=case.code),
        button=_("Ghi yêu cầu"),
        back=reverse("pathway:case", args=[case.code]),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.request_of_file)
def request(request: PageRequest, wish: "DataRequest") -> HttpResponse:
    return asked(
        request,
        forms.Answering(sent(request)),
        do=lambda **said: actions.answer_request(
            wish=wish, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi câu trả lời."),
        to=_all(wish.case.code),
        template="rights/request.html",
        wish=wish,
        case=wish.case,
        now=clock.now(),
        heading=wish.get_right_display(),
        button=_("Ghi câu trả lời"),
        back=_all(wish.case.code),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.request_of_file)
def acknowledge(request: PageRequest, wish: "DataRequest") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.acknowledge_request(wish=wish, by=request.member, now=clock.now()),
        said=_("Đã ghi phản hồi."),
        to=_one(wish),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.request_of_file)
def extend(request: PageRequest, wish: "DataRequest") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.extend_request(wish=wish, by=request.member, now=clock.now()),
        said=_("Đã gia hạn. Hãy báo cho người yêu cầu."),
        to=_one(wish),
    )


@page(Audience.MEMBERS, finds=queries.file_of_holder, look="person.copied")
def copy(request: PageRequest, case: "Case") -> HttpResponse:
    person = _person(request, case)
    shown = {
        "case": case,
        "parts": paper.copy_of(case, person, request.member),
        "made_at": clock.now(),
        "papers": reverse("cases:attachments", args=[case.code]),
        "back": _all(case.code),
    }
    return render(request, "rights/copy.html", shown)


@page(Audience.MEMBERS, writes=True, finds=queries.file_of_holder)
def hold(request: PageRequest, case: "Case") -> HttpResponse:
    person = _person(request, case)
    return asked(
        request,
        forms.Holding(sent(request)),
        do=lambda **said: people.hold_data(
            person=person, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi yêu cầu giữ dữ liệu."),
        to=_all(case.code),
        heading=_("Ghi yêu cầu giữ dữ liệu, hồ sơ {code}").format(code=case.code),
        intro=_("Trong thời gian này dữ liệu không xóa được. Hãy ghi đúng căn cứ."),
        button=_("Ghi yêu cầu giữ"),
        back=_all(case.code),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.file_of_holder)
def lift(request: PageRequest, case: "Case") -> HttpResponse:
    found = queries.hold_on_file(case, request.member)
    if found is None:
        raise Http404
    return pressed(
        request,
        do=lambda: people.lift_hold(hold=found, by=request.member, now=clock.now()),
        said=_("Đã ghi thôi giữ dữ liệu."),
        to=_all(case.code),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.file_of_holder)
def share_again(request: PageRequest, case: "Case") -> HttpResponse:
    return pressed(
        request,
        do=lambda: cases.lift_restriction(case=case, by=request.member),
        said=_("Đã ghi. Từ nay có thể hỏi lại ý kiến về việc chia sẻ."),
        to=_all(case.code),
    )


def _person(request: PageRequest, case: "Case") -> Any:
    found = persons.person(request.member, case.person_id)
    if found is None:
        raise Http404
    return found


def _all(code: str) -> str:
    return reverse("rights:requests", args=[code])


def _one(wish: "DataRequest") -> str:
    return reverse("rights:request", args=[wish.case.code, wish.pk])
