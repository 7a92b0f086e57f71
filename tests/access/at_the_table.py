"""Work that agencies give each other and talks about a file: a part of the matrix of its own."""

from typing import Any

from ketnoi.conferences import actions
from ketnoi.conferences.tests import make
from ketnoi.foundation import clock
from tests.access.acts import HOLDERS, PARTNERS, TAKE_PART, WORKERS, Act, at, into
from tests.access.scene import Scene

ACTS: list[Act] = []
act = into(ACTS)
INVITED = HOLDERS | PARTNERS
OTHER_DAY = 72 * make.HOURS


@act("give work in the file", TAKE_PART, TAKE_PART)
def _give(s: Scene, by: Any) -> None:
    make.given(s.file, s.lan.agency, by=by)


@act("say what became of given work", PARTNERS, INVITED)
def _answer(s: Scene, by: Any) -> None:
    actions.answer_assignment(
        assignment=s.work, answer="done", cannot="", outcome="…", by=by, now=clock.now()
    )


@act("take given work back", HOLDERS, INVITED)
def _take_back(s: Scene, by: Any) -> None:
    actions.take_back(assignment=s.work, by=by, now=clock.now())


@act("call a conference", at("holder", WORKERS), HOLDERS)
def _call(s: Scene, by: Any) -> None:
    make.called(s.file, s.yen.agency, by=by)


@act("say whether an agency comes", PARTNERS, PARTNERS)
def _reply(s: Scene, by: Any) -> None:
    actions.answer_invitation(conference=s.talk, coming="comes", by=by, now=clock.now())


@act("propose a topic", INVITED, TAKE_PART)
def _propose(s: Scene, by: Any) -> None:
    actions.propose_topic(conference=s.talk, words="…", by=by, now=clock.now())


@act("move a conference", at("holder", WORKERS), HOLDERS)
def _move(s: Scene, by: Any) -> None:
    moment = clock.now() + OTHER_DAY
    actions.move_conference(
        conference=s.talk, starts_at=moment, why="other", by=by, now=clock.now()
    )


@act("call a conference off", at("holder", WORKERS), HOLDERS)
def _call_off(s: Scene, by: Any) -> None:
    actions.call_off_conference(conference=s.talk, why="other", by=by, now=clock.now())


@act("write the minutes of a conference", at("holder", WORKERS), HOLDERS)
def _hold(s: Scene, by: Any) -> None:
    _held(s, s.yen, by=by)


@act("confirm the minutes of a conference she was at", INVITED, INVITED)
def _confirm(s: Scene, by: Any) -> None:
    _held(s, by, by=s.lan)
    actions.confirm_minutes(conference=s.begun, by=by, now=clock.now())


@act("correct the minutes of a conference she was at", INVITED, INVITED)
def _correct(s: Scene, by: Any) -> None:
    _held(s, by, by=s.lan)
    actions.correct_minutes(conference=s.begun, body="…", by=by, now=clock.now())


def _held(s: Scene, *present: Any, by: Any) -> None:
    actions.hold_conference(
        conference=s.begun,
        present=list(present),
        others=[],
        her=make.ASKED,
        decisions=[],
        body="…",
        by=by,
        now=clock.now(),
    )
