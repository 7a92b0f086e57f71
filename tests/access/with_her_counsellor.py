"""What a counsellor does, and that nobody does it for her: a part of the matrix of its own."""

from typing import Any

from ketnoi.agencies.terms import Role
from ketnoi.counselling import actions, queries
from ketnoi.counselling.models import Sitting
from ketnoi.counselling.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from tests.access.acts import (
    HOLDERS,
    NOBODY,
    OFFICERS_ANYWHERE,
    TAKE_PART,
    WORKERS,
    Act,
    at,
    into,
)
from tests.access.scene import RELATIONS, Scene

ACTS: list[Act] = []
act = into(ACTS)
INSIDE = ("holder", "partner", "police")
COUNSELLORS = frozenset().union(*(at(where, (Role.SPECIALIST,)) for where in INSIDE))
SPECIALISTS = frozenset().union(*(at(where, (Role.SPECIALIST,)) for where in RELATIONS))


@act("begin to counsel her", COUNSELLORS, TAKE_PART)
def _begin(s: Scene, by: Any) -> None:
    make.begun(s.file, by)


@act("read what another counsellor wrote", NOBODY, NOBODY)
def _read(s: Scene, by: Any) -> None:
    with acting(by):
        if (found := queries.sitting_in(by, s.file.code, s.sitting.pk)) is None:
            raise Sitting.DoesNotExist
        found.note.open()


@act("write into the course of another counsellor", NOBODY, NOBODY)
def _write(s: Scene, by: Any) -> None:
    make.written(s.course, by)


@act("mark a sitting of another counsellor as a mistake", NOBODY, NOBODY)
def _mistake(s: Scene, by: Any) -> None:
    actions.mark_sitting_mistaken(sitting=s.sitting, by=by, now=clock.now())


@act("say who is told of what another counsellor does", NOBODY, NOBODY)
def _tell(s: Scene, by: Any) -> None:
    actions.tell_others(tally=s.tally, told=False, by=by, now=clock.now())


@act("hand on the course of another counsellor", NOBODY, NOBODY)
def _hand_on(s: Scene, by: Any) -> None:
    to = make.counsellor(by, "Hà")
    actions.hand_on_course(course=s.course, to=to, by=by, now=clock.now())


@act("name who supervises her", SPECIALISTS, OFFICERS_ANYWHERE)
def _name(s: Scene, by: Any) -> None:
    make.asked_to_supervise(by, make.counsellor(by, "Vân"))


@act("raise a danger", TAKE_PART, TAKE_PART)
def _raise(s: Scene, by: Any) -> None:
    make.raised(s.file, by, "child")


@act("say how much danger there is", at("holder", WORKERS), HOLDERS)
def _answer(s: Scene, by: Any) -> None:
    about = {"version": s.danger.case.version, "risk": "now", "now": clock.now()}
    actions.answer_danger(danger=s.danger, by=by, **about)


@act("begin a group", SPECIALISTS, OFFICERS_ANYWHERE)
def _group(s: Scene, by: Any) -> None:
    make.group(by)


@act("give a seat in the group of another counsellor", NOBODY, NOBODY)
def _seat(s: Scene, by: Any) -> None:
    make.seated(s.group, s.file, by)
