"""Scenes of two files of one woman."""

from typing import Any

from ketnoi.cases import actions as files
from ketnoi.cases import queries as cases
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as taken_down
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import reading
from ketnoi.merging import actions, queries
from ketnoi.merging.models import Merge
from ketnoi.people import queries as people
from ketnoi.people.actions import describe_person

OTHER_PHONE = "+84987654321"
OTHER_NAME = "Thạch Thị Sô Phia"


def first(by: Any) -> Case:
    """The file that goes on."""
    return taken_down.case(by, phone=taken_down.PHONE, needs=["safe_place"], risk="medium")


def second(by: Any) -> Case:
    """The same woman, taken down again under another name, with another phone and a paper."""
    about = {"phone": OTHER_PHONE, "paper": taken_down.PAPER}
    file = taken_down.case(by, needs=["health"], reasons=["violence"], **about)
    with reading(by):
        person = people.person(by, file.person_id)
    assert person is not None
    describe_person(person=person, version=1, by=by, name=OTHER_NAME, called="Sô", birth_year=2002)
    write(file, "Gặp ở chợ.", by)
    return file


def opened(member: Any, code: str) -> Case:
    """The file that this member opens by this code."""
    with reading(member):
        found = cases.case_by_code(member, code)
    assert found is not None
    return found


def write(file: Case, body: str, by: Any, privacy: str = "agency") -> Any:
    """A note in a file."""
    return files.write_note(
        case=file, kind="other", privacy=privacy, body=body, by=by, now=clock.now()
    )


def stamp(into: Case, away: Case, by: Any) -> str:
    """What the page of both files carries along."""
    with reading(by):
        both = [cases.cases_visible_to(by).get(pk=case.pk) for case in (into, away)]
        pair = queries.pair_of(*both, by)
        return pair.stamp if pair else ""


def merged(into: Case, away: Case, *, by: Any, seen: str | None = None, **chosen: str) -> Merge:
    """The second file is merged into the first; `chosen` says whose value is kept."""
    return actions.merge(
        into=into,
        away=away,
        chosen=chosen,
        stamp=stamp(into, away, by) if seen is None else seen,
        reason="she_said",
        words="Chị ấy kể đã đến một lần.",
        by=by,
        now=clock.now(),
    )


def undone(merge: Merge, *, by: Any) -> list[str]:
    """The merge is taken back; what stays corrected."""
    return actions.undo_merge(merge=merge, by=by, now=clock.now())
