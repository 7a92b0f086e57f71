"""What is done at a one-stop office: a part of the matrix of its own."""

from typing import Any

from ketnoi.agencies.terms import Role
from ketnoi.foundation import clock
from ketnoi.osso import actions
from ketnoi.osso.tests import make
from tests.access.acts import OFFICERS, WORKERS, Act, at, into
from tests.access.scene import Scene

ACTS: list[Act] = []
act = into(ACTS)
# In the scene the office of the rescuer holds a file of its own.
SERVING = at("rescuer", (*WORKERS, Role.SPECIALIST))
OFFICE = at("rescuer", OFFICERS)


@act("receive a walk-in with her family", SERVING, OFFICE)
def _walk_in(s: Scene, by: Any) -> None:
    make.walked_in(s.returned, "legal", by=by, once="trang-2", family=[make.child()])


@act("write down a walk-in", SERVING, OFFICE)
def _record(s: Scene, by: Any) -> None:
    said = {"words": "", "country": "", "back_year": None, "once": "trang-3"}
    actions.record_walk_in(case=s.returned, categories=["mind"], by=by, now=clock.now(), **said)


@act("sort a wish", SERVING, OFFICE)
def _sort(s: Scene, by: Any) -> None:
    actions.answer_wish(wish=s.wished, answer="here", by=by, now=clock.now())


@act("note the papers of a child", SERVING, OFFICE)
def _papers(s: Scene, by: Any) -> None:
    said = {"born_in": "KR", "registered": "abroad", "nationality": "other"}
    actions.note_child_papers(case=s.returned, tie=s.min, by=by, now=clock.now(), **said)


@act("make an appointment", SERVING, OFFICE)
def _plan(s: Scene, by: Any) -> None:
    make.planned(s.returned, hours=72, by=by)


@act("move an appointment", SERVING, OFFICE)
def _move(s: Scene, by: Any) -> None:
    moment = s.planned.starts_at + make.HOURS
    actions.move_appointment(
        appointment=s.planned, starts_at=moment, why="other", by=by, now=clock.now()
    )


@act("call an appointment off", SERVING, OFFICE)
def _call_off(s: Scene, by: Any) -> None:
    actions.call_off_appointment(appointment=s.planned, why="other", by=by, now=clock.now())


@act("write down that an appointment was kept", SERVING, OFFICE)
def _keep(s: Scene, by: Any) -> None:
    make.kept(s.planned, by=by)


@act("write down that an appointment was missed", SERVING, OFFICE)
def _miss(s: Scene, by: Any) -> None:
    after = s.planned.starts_at + make.HOURS
    actions.miss_appointment(appointment=s.planned, by=by, now=after)


@act("write down a session", SERVING, OFFICE)
def _hold(s: Scene, by: Any) -> None:
    make.held(s.returned, by=by)


@act("mark a session of somebody else as a mistake", at("rescuer", (Role.LEAD,)), OFFICE)
def _mistake(s: Scene, by: Any) -> None:
    actions.mark_session_mistaken(session=s.session, by=by, now=clock.now())
