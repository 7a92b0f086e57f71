"""What is known of the person, written down and shown in her file."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ketnoi.cases import actions, forms, queries
from ketnoi.cases.models import Case
from ketnoi.cases.views.file import address_of
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked
from ketnoi.foundation.correcting import asked_about
from ketnoi.foundation.inputs import Form
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.foundation.vietnamese.dates import BirthYear
from ketnoi.people import actions as people
from ketnoi.people import queries as persons


@page(Audience.MEMBERS, writes=True, finds=queries.case_by_code, look="person.opened")
def person(request: PageRequest, case: Case) -> HttpResponse:
    heading = _("Người được hỗ trợ, hồ sơ {code}").format(code=case.code)
    return described(request, _person(request, case), heading=heading, to=address_of(case))


def described(request: PageRequest, her: Any, *, heading: str, to: str) -> HttpResponse:
    """What a person says of herself, to be corrected."""
    year = BirthYear(her.birth_year, her.birth_is_guess) if her.birth_year else None
    return asked_about(
        request,
        forms.Describing,
        initial={
            "called": her.called.open(),
            "name": her.name.open(),
            "birth": year,
            "sex": her.sex,
            "language": her.language,
            "needs_interpreter": her.needs_interpreter,
        },
        version=her.version,
        do=lambda **said: people.describe_person(person=her, by=request.member, **said),
        said=_("Đã lưu thông tin."),
        to=to,
        heading=heading,
    )


@page(Audience.MEMBERS, writes=True, finds=queries.case_by_code)
def phone(request: PageRequest, case: Case) -> HttpResponse:
    form = forms.Phoning(request.POST or None, initial={"who_answers": "unknown"})
    return _add(request, case, form, people.note_phone, _("Thêm số điện thoại"))


@page(Audience.MEMBERS, writes=True, finds=queries.case_by_code)
def paper(request: PageRequest, case: Case) -> HttpResponse:
    form = forms.Papering(request.POST or None)
    return _add(request, case, form, people.note_paper, _("Thêm giấy tờ"))


@page(Audience.MEMBERS, writes=True, finds=queries.case_by_code)
def address(request: PageRequest, case: Case) -> HttpResponse:
    form = forms.Addressing(request.POST or None)
    return _add(request, case, form, people.note_address, _("Thêm địa chỉ"))


@page(Audience.MEMBERS, writes=True, finds=queries.case_by_code)
def representative(request: PageRequest, case: Case) -> HttpResponse:
    form = forms.Representing(request.POST or None)
    return _add(request, case, form, people.name_representative, _("Thêm người đại diện"))


@page(Audience.MEMBERS, writes=True, finds=queries.case_by_code, look="person.asked_for")
def reveal(request: PageRequest, case: Case, what: str) -> HttpResponse:
    _person(request, case)
    found = [persons.person(request.member, pk) for pk in queries.persons_within(case)]
    hers = [her for her in found if her is not None]
    return revealed(request, case, *hers, what=what, back=address_of(case))


def revealed(
    request: PageRequest, case: Case, *hers: Any, what: str, back: str, **about: Any
) -> HttpResponse:
    """A sealed value of a person, for a reason; of each record that was kept of her."""
    if what not in persons.SHOWN:
        raise Http404
    form = forms.Showing(request.POST or None)
    values: list[tuple[str, str]] = []
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.reveal(case=case, what=what, reason=reason, by=request.member, **about)
        values = [value for her in hers for value in persons.SHOWN[what](her)]
    shown = {"form": form, "values": values, "case": case, "what": what, "back": back}
    return render(request, "cases/reveal.html", shown, status=422 if form.errors else 200)


def _person(request: PageRequest, case: Case) -> Any:
    her = persons.person(request.member, case.person_id)
    if her is None:
        raise Http404
    return her


def _add(request: PageRequest, case: Case, form: Form, write: Any, heading: str) -> HttpResponse:
    her, here = _person(request, case), address_of(case)
    return added(request, her, form, write, heading=f"{heading}, {case.code}", to=here)


def added(
    request: PageRequest, her: Any, form: Form, write: Any, *, heading: str, to: str
) -> HttpResponse:
    """Something more that is known of a person."""
    return asked(
        request,
        form,
        do=lambda **said: write(person=her, by=request.member, now=clock.now(), **said),
        said=_("Đã ghi."),
        to=to,
        heading=heading,
        button=_("Lưu"),
        back=to,
    )
