"""Her children and others who depend on her: their records, reached through her file only."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases import forms, queries
from ketnoi.cases.models import Case
from ketnoi.cases.views.file import address_of
from ketnoi.cases.views.person import added, described, revealed
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.people import actions as people
from ketnoi.people import queries as persons

UNKNOWN = {"lives": "unknown", "carer": "unknown", "sex": "unsaid"}


@page(Audience.MEMBERS, writes=True, finds=queries.case_by_code, look="family.opened")
def family(request: PageRequest, case: Case) -> HttpResponse:
    her = persons.person(request.member, case.person_id)
    if her is None:
        raise Http404
    return asked(
        request,
        forms.Adding(request.POST or None, initial=UNKNOWN),
        do=lambda **said: people.add_relative(
            person=her, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi người thân."),
        to=lambda tie: _address(case, tie),
        template="cases/family.html",
        case=case,
        ties=_family(request, case),
        heading=_("Con và người phụ thuộc, hồ sơ {code}").format(code=case.code),
        button=_("Thêm người thân"),
        back=address_of(case),
    )


@page(Audience.MEMBERS, finds=queries.case_by_code, look="relative.opened")
def relative(request: PageRequest, case: Case, pk: Any) -> HttpResponse:
    tie, today = _tie(request, case, pk), clock.today()
    shown = {
        "case": case,
        "tie": tie,
        "age": persons.age_band_of(tie.relative, on=today),
        "minor": persons.may_be_child(tie, on=today),
        "papers": persons.papers_of(tie.relative),
        "representatives": persons.representatives_of(tie.relative),
    }
    return render(request, "cases/relative.html", shown)


@page(Audience.MEMBERS, writes=True, finds=queries.case_by_code, look="relative.opened")
def relative_person(request: PageRequest, case: Case, pk: Any) -> HttpResponse:
    tie = _tie(request, case, pk)
    heading = _("Người thân, hồ sơ {code}").format(code=case.code)
    return described(request, tie.relative, heading=heading, to=_address(case, tie))


@page(Audience.MEMBERS, writes=True, finds=queries.case_by_code, look="relative.opened")
def relative_paper(request: PageRequest, case: Case, pk: Any) -> HttpResponse:
    tie, form = _tie(request, case, pk), forms.Papering(request.POST or None)
    heading = _("Thêm giấy tờ của người thân, {code}").format(code=case.code)
    to = _address(case, tie)
    return added(request, tie.relative, form, people.note_paper, heading=heading, to=to)


@page(Audience.MEMBERS, writes=True, finds=queries.case_by_code, look="relative.opened")
def relative_representative(request: PageRequest, case: Case, pk: Any) -> HttpResponse:
    tie, form = _tie(request, case, pk), forms.Representing(request.POST or None)
    heading = _("Thêm người đại diện của người thân, {code}").format(code=case.code)
    to = _address(case, tie)
    return added(request, tie.relative, form, people.name_representative, heading=heading, to=to)


@page(Audience.MEMBERS, writes=True, finds=queries.case_by_code, look="person.asked_for")
def relative_reveal(request: PageRequest, case: Case, pk: Any, what: str) -> HttpResponse:
    tie = _tie(request, case, pk)
    return revealed(request, case, tie.relative, what=what, back=_address(case, tie), of=tie)


@page(Audience.MEMBERS, writes=True, finds=queries.case_by_code, look="relative.opened")
def relative_tie(request: PageRequest, case: Case, pk: Any) -> HttpResponse:
    tie = _tie(request, case, pk)
    now_said = {"kind": tie.kind, "lives": tie.lives, "carer": tie.carer}
    return asked(
        request,
        forms.Tying(request.POST or None, initial=now_said),
        do=lambda **said: people.describe_tie(tie=tie, by=request.member, **said),
        said=_("Đã lưu quan hệ."),
        to=_address(case, tie),
        heading=_("Sửa quan hệ, hồ sơ {code}").format(code=case.code),
        button=_("Lưu"),
        back=_address(case, tie),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.case_by_code, look="relative.opened")
def relative_end(request: PageRequest, case: Case, pk: Any) -> HttpResponse:
    tie = _tie(request, case, pk)
    return asked(
        request,
        forms.Parting(request.POST or None),
        do=lambda reason: people.end_tie(
            tie=tie, reason=reason, by=request.member, now=clock.now()
        ),
        said=_("Đã kết thúc quan hệ."),
        to=reverse("cases:family", args=[case.code]),
        heading=_("Kết thúc quan hệ, hồ sơ {code}").format(code=case.code),
        button=_("Kết thúc quan hệ"),
        back=_address(case, tie),
    )


def _family(request: PageRequest, case: Case) -> list[Any]:
    found = [persons.family_of(request.member, pk) for pk in queries.persons_within(case)]
    return [tie for ties in found for tie in ties]


def _tie(request: PageRequest, case: Case, pk: Any) -> Any:
    hers = queries.persons_within(case)
    tie = next(filter(None, (persons.tie_of(request.member, her, pk) for her in hers)), None)
    if tie is None:
        raise Http404
    return tie


def _address(case: Case, tie: Any) -> str:
    return reverse("cases:relative", args=[case.code, tie.pk])
