"""No step is lost: what lay with an agency that takes part no longer comes back to the holder."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from ketnoi.cases import queries as files
from ketnoi.cases.terms import GOES_ON
from ketnoi.foundation.action import action, note, together
from ketnoi.foundation.actor import System
from ketnoi.foundation.guard.context import acting
from ketnoi.law import queries as law
from ketnoi.people import queries as people
from ketnoi.support import queries
from ketnoi.support.actions.steps import drop, lay_on_desk, settle_step, tell_goal
from ketnoi.support.models import PlanStep

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


@together
def go_round(*, by: System, now: datetime) -> None:
    """The system's round: at each agency that holds files, a step without a desk gets one again."""
    for agency in people.holders():
        own = System(agency)
        with acting(own):
            for case in queries.files_with_open_steps(own):
                bring_back(case=case, by=own, now=now)


@together
def bring_back(*, case: "Case", by: Any, now: datetime) -> None:
    """In one file: steps of an agency that left lie with the holder."""
    if case.status not in GOES_ON:
        return
    own = System(case.holder_id)
    with acting(own):
        inside = queries.taking_part(case)
        for step in list(queries.open_steps(case, own)):
            if step.agency_id not in inside:
                return_step(step=step, by=own, now=now)
            elif not files.due_by_subject(own, [step.subject]):
                lay_step_down_again(step=step, by=own, now=now)


@action
def return_step(*, step: PlanStep, by: System, now: datetime) -> PlanStep:
    """Whose step it was takes part no longer: the holder sees to it within a working day."""
    settle_step(step=step, by=by, now=now)
    step.agency_id, step.returned_at = step.holder_id, now
    step.save(update_fields=["agency", "returned_at"])
    tell_goal(goal=step.goal)
    due = law.due(code="assignment.returned", start=now)
    lay_on_desk(step=step, by=by, now=now, due_at=due)
    note("plan.step_returned", by=by, about=step)
    return step


@action
def lay_step_down_again(*, step: PlanStep, by: System, now: datetime) -> PlanStep:
    """It lies on no desk: it is put on the one of its agency again."""
    lay_on_desk(step=step, by=by, now=now)
    note("plan.step_laid_down", by=by, about=step)
    return step


@action
def end_plan(*, case: "Case", by: Any, now: datetime) -> None:
    """The file ends: no step waits any more, at whatever agency it lay."""
    for step in list(queries.open_steps(case, by)):
        drop(step=step, by=by, now=now)
    note("plan.ended", by=by, about=case)
