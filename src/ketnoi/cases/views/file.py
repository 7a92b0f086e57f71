"""What is done in one file."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies import queries as agencies
from ketnoi.cases import access, actions, forms, queries
from ketnoi.cases.models import Case, Note
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed
from ketnoi.foundation.correcting import asked_about
from ketnoi.foundation.guard.hiding import shut_out
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.places import queries as places


def address_of(case: Case) -> str:
    return reverse("pathway:case", args=[case.code])


@page(Audience.MEMBERS, writes=True, finds=queries.case_by_code)
def describe(request: PageRequest, case: Case) -> HttpResponse:
    now = clock.now()
    commune = places.Match(case.commune) if case.commune else None

    def save(version: int, commune: str | None, **facts: Any) -> Case:
        return actions.describe_case(
            case=case, version=version, by=request.member, now=now, commune_id=commune, **facts
        )

    return asked_about(
        request,
        forms.About,
        initial={
            "reasons": case.reasons,
            "needs": case.needs,
            "risk": case.risk,
            "commune": commune,
        },
        version=case.version,
        do=save,
        said=_("Đã lưu thông tin hồ sơ."),
        to=address_of(case),
        heading=_("Thông tin hồ sơ {code}").format(code=case.code),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.case_by_code)
def note(request: PageRequest, case: Case) -> HttpResponse:
    return asked(
        request,
        forms.Writing(request.POST or None, initial={"privacy": "agency"}),
        do=lambda **said: actions.write_note(case=case, by=request.member, now=clock.now(), **said),
        said=_("Đã lưu ghi chú."),
        to=address_of(case),
        heading=_("Ghi chú hồ sơ {code}").format(code=case.code),
        button=_("Lưu ghi chú"),
        back=address_of(case),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.note_of_file, look="note.opened")
def note_mistaken(request: PageRequest, note: Note) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.mark_note_mistaken(note_=note, by=request.member, now=clock.now()),
        said=_("Đã đánh dấu ghi nhầm."),
        to=address_of(note.case),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.case_by_code)
def charge(request: PageRequest, case: Case) -> HttpResponse:
    officers = {str(m.pk): m for m in agencies.officers_of(request.member.agency)}
    form = forms.Colleague(
        request.POST or None,
        colleagues=[(pk, m.name) for pk, m in officers.items()],
        initial={"to": str(case.keeper_id)},
    )
    return asked(
        request,
        form,
        do=lambda to: actions.hand_over(
            case=case, to=officers[to], by=request.member, now=clock.now()
        ),
        said=_("Đã đổi người phụ trách."),
        to=address_of(case),
        heading=_("Ai phụ trách hồ sơ {code}").format(code=case.code),
        button=_("Đổi người phụ trách"),
        back=address_of(case),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.case_by_code)
def reopen(request: PageRequest, case: Case) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.reopen_case(case=case, by=request.member, now=clock.now()),
        said=_("Đã mở lại hồ sơ."),
        to=address_of(case),
    )


@page(Audience.MEMBERS, finds=queries.case_by_code)
def who(request: PageRequest, case: Case) -> HttpResponse:
    looks = queries.looks_at(case, request.member)
    names = agencies.member_names({line.actor for line in looks})
    shown = {
        "case": case,
        "doors": queries.doors_of(case),
        "holds": queries.holds(request.member, case),
        "officers": agencies.officers_of(case.holder).exclude(pk__in=shut_out(case.pk).members),
        "blocks": queries.may_refer(request.member, case)
        or access.may_see_board(member=request.member),
        "looks": [(line.at, names.get(line.actor, line.actor)) for line in looks],
    }
    return render(request, "cases/who.html", shown)


@page(Audience.MEMBERS, finds=queries.held_case, look="looks.printed")
def looks(request: PageRequest, case: Case) -> HttpResponse:
    shown = {
        "case": case,
        "looks": queries.looked_at(case, request.member),
        "heads": [_("Ngày"), _("Ai"), _("Xem gì"), _("Mấy lần")],
        "today": clock.today(),
    }
    return render(request, "cases/looks.html", shown)
