"""What the next shift must know, the page of one stay in the house, and the notes of its days."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Role
from ketnoi.dwelling import access, actions, forms, queries
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page

if TYPE_CHECKING:
    from ketnoi.agencies.models import Agency
    from ketnoi.dwelling.models import DayNote
    from ketnoi.protection.models import ShelterStay

KEEPERS = tuple(Role(role) for role in sorted(access.HOUSE))
LOOK: dict[str, Any] = {"look": "house.seen"}


def page_of(name: str, stay: "ShelterStay") -> str:
    """Where a page of this stay is."""
    return reverse(f"dwelling:{name}", args=[stay.code])


@page(Audience.MEMBERS, roles=KEEPERS, finds=queries.own_shelter, look="shelter.opened")
def shift(request: PageRequest, agency: "Agency") -> HttpResponse:
    shown = {
        "points": queries.open_points(request.member),
        "visits": queries.visits_waiting(request.member),
        "transports": queries.open_transports(request.member),
        "left_behind": queries.left_behind(request.member),
        "now": clock.now(),
        "back": reverse("protection:house"),
    }
    return render(request, "dwelling/shift.html", shown)


@page(Audience.MEMBERS, finds=queries.stay_in_house, **LOOK)
def stay(request: PageRequest, stay: "ShelterStay") -> HttpResponse:
    by = request.member
    shown = {
        "stay": stay,
        "points": [each for each in queries.notes_of(stay, by) if each.is_open],
        "kept": queries.kept_of(stay, by),
        "visits": [each for each in queries.visits_of(stay, by) if each.waits_for],
        "transports": [each for each in queries.transports_of(stay, by) if each.is_open],
        "now": clock.now(),
        "back": reverse("protection:house"),
    }
    return render(request, "dwelling/stay.html", shown)


@page(Audience.MEMBERS, writes=True, finds=queries.stay_in_house, **LOOK)
def notes(request: PageRequest, stay: "ShelterStay") -> HttpResponse:
    return asked(
        request,
        forms.DayNoteForm(sent(request), initial={"on": clock.today()}),
        do=lambda **said: actions.write_day_note(
            stay=stay, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi. Ca sau thấy ngay nếu bạn đánh dấu."),
        to=page_of("notes", stay),
        template="dwelling/notes.html",
        stay=stay,
        notes=queries.notes_of(stay, request.member),
        heading=_("Sổ ngày – hồ sơ {code}").format(code=stay.file_code),
        button=_("Ghi vào sổ ngày"),
        back=page_of("stay", stay),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.note_in_house, **LOOK)
def settle(request: PageRequest, note: "DayNote") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.settle_point(point=note, by=request.member, now=clock.now()),
        said=_("Đã ghi là xong."),
        to=reverse("dwelling:shift"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.note_in_house, **LOOK)
def strike_note(request: PageRequest, note: "DayNote") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.strike_note(point=note, by=request.member, now=clock.now()),
        said=_("Đã gạch. Dòng này vẫn đọc được."),
        to=page_of("notes", note.book.stay),
    )
