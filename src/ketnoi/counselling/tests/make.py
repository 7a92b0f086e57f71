"""Scenes of counselling."""

from typing import Any
from uuid import uuid4

from ketnoi.agencies.models import Agency, Member
from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as doors
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as files
from ketnoi.counselling import actions, queries
from ketnoi.counselling.models import (
    Course,
    DangerRaised,
    Group,
    Seat,
    Sitting,
    Supervision,
)
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.guard.context import acting

SECRET = "Chị ấy mơ thấy căn nhà cũ"


def counsellor(beside: Member | None = None, name: str = "Thảo") -> Member:
    """A specialist of a hospital, or of the agency of a colleague."""
    of = beside.agency if beside else agencies.agency("hospital", "province")
    return agencies.member(of, role="specialist", name=name)


def case(by: Member, **facts: Any) -> Case:
    """A file that this member's agency holds."""
    return files.case(by, **facts)


def opened(file: Case, to: Agency) -> None:
    """The file is open to another agency, as after an accepted referral."""
    now = clock.now()
    with writing(), acting(file.keeper):
        door = doors.prepare_door(
            case=file, agency_id=to.pk, basis="consent", consent=None, until=None, now=now
        )
        doors.open_door(door_id=door.pk, now=now)


def shut(file: Case) -> None:
    """Nobody but the holder may open the file any more."""
    with writing(), acting(file.keeper):
        doors.close_doors(case=file, by=file.keeper, now=clock.now())


def begun(file: Case, by: Member, *, told: bool = False) -> Course:
    """They begin."""
    return actions.begin_course(case=file, told=told, by=by, now=clock.now())


def written(course: Course, by: Member, **said: Any) -> Sitting:
    """They met today."""
    about: dict[str, Any] = {
        "once": str(uuid4()),
        "held_on": clock.today(),
        "minutes": 45,
        "next_on": None,
        "topics": ["fear", "sleep"],
        "form": "in_person",
        "feeling": "2",
        "note": SECRET,
        "now": clock.now(),
        **said,
    }
    return actions.write_sitting(course=course, by=by, **about)


def supervised(counsellor: Member, by: Member, **said: Any) -> Supervision:
    """A colleague was named, and said yes."""
    named = asked_to_supervise(counsellor, by, **said)
    return actions.agree_to_supervise(supervision=named, by=by, now=clock.now())


def asked_to_supervise(counsellor: Member, colleague: Member, **said: Any) -> Supervision:
    """A colleague was named, and has not answered."""
    about = {"supervisor": colleague, "until": None, "now": clock.now(), **said}
    return actions.name_supervisor(by=counsellor, **about)


def read(sitting: Sitting, by: Member) -> str | None:
    """The note as this member reads it on its page; nothing where there is no page for her."""
    with agencies.as_seen_by(by):
        found = queries.sitting_in(by, sitting.case.code, sitting.pk)
        return found.note.open() if found else None


def known(course: Course, by: Member) -> Course | None:
    """The course as this member opens it."""
    with agencies.as_seen_by(by):
        return queries.course_in(by, course.case.code, course.pk)


def told(file: Case, by: Member) -> list[tuple[int, int, Any]]:
    """What this member is told of counselling in a file: how often, how long, when next."""
    with agencies.as_seen_by(by):
        return [(t.sessions, t.minutes, t.next_on) for t in queries.tallies_of(file, by)]


def raised(file: Case, by: Member, kind: str = "lured") -> DangerRaised:
    """A danger was raised."""
    return actions.raise_danger(case=file, kind=kind, by=by, now=clock.now())


def group(by: Member, *, seats: int = 2) -> Group:
    """A group of so many women."""
    about = {"theme": "calm", "room": "phòng số 2", "begins_on": clock.today()}
    return actions.begin_group(**about, seats=seats, by=by, now=clock.now())


def seated(group: Group, file: Case, by: Member, *, told: bool = False) -> Seat:
    """She has a place in the group."""
    return actions.give_seat(group=group, case=file, told=told, by=by, now=clock.now())


def met(group: Group, *came: Seat, by: Member, words: str = SECRET) -> Any:
    """The group met today for an hour."""
    about = {"once": str(uuid4()), "held_on": clock.today(), "minutes": 60, "words": words}
    return actions.hold_meeting(group=group, came=list(came), by=by, now=clock.now(), **about)
