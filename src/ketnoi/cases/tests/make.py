"""Scenes of files: a person, her file, her consent."""

from typing import Any

from ketnoi.agencies.models import Agency, Member
from ketnoi.cases import actions
from ketnoi.cases.models import Case, Consent
from ketnoi.foundation import clock
from ketnoi.people import actions as people

PHONE = "+84912345678"
PAPER = "000195012345"
NAME = "Nguyễn Thị Dữ Liệu Giả"


def case(by: Member, *, phone: str = "", paper: str = "", **facts: Any) -> Case:
    """A file taken down by a member, with as much as the test needs."""
    now = clock.now()
    person = people.take_down_person(by=by, now=now, called="Út", name=NAME, birth_year=2003)
    if phone:
        people.note_phone(person=person, number=phone, by=by, now=now)
    if paper:
        people.note_paper(person=person, kind="cccd", number=paper, by=by, now=now)
    about = {
        "channel": "phone",
        "reasons": ["returned_migrant"],
        "needs": ["safe_place"],
        "risk": "high",
        "commune": None,
        **facts,
    }
    return actions.open_case(person=person, by=by, now=now, **about)


def consent(
    file: Case,
    to: Agency,
    *,
    by: Member,
    purpose: str = "safe_place",
    packs: tuple[str, ...] = ("contact", "need"),
) -> Consent:
    """Her yes that an agency is told something."""
    [given] = actions.give_consent(
        case=file,
        purpose=purpose,
        recipients=[to],
        packs=list(packs),
        wording="Em xin phép ghi lại vài điều.",
        language="vi",
        given="spoken",
        until=None,
        by=by,
        now=clock.now(),
    )
    return given
