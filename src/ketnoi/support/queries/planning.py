"""Her plan, as far as the one who asks may read it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q, QuerySet

from ketnoi.agencies import queries as agencies
from ketnoi.cases import actions as files
from ketnoi.cases import queries as cases
from ketnoi.foundation.actor import System
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.guard.hiding import shut_out
from ketnoi.support.models import Goal, Plan, PlanStep

if TYPE_CHECKING:
    from ketnoi.agencies.models import Agency
    from ketnoi.cases.models import Case

OPEN = Q(outcome="", dropped_at=None)
NEAR = ("agency", "given_by", "reported_by", "goal")


@dataclass(frozen=True)
class Aim:
    """A goal with the steps to it that the reader may know of, in the order of their days."""

    goal: Goal
    steps: list[PlanStep]


def goals_of(case: "Case", member: Any) -> list[Aim]:
    """What she wants, the goals she still has first; to a partner only those it has a step to."""
    goals = Goal.objects.visible_to(member).filter(case_id__in=cases.within(case))
    steps: dict[UUID, list[PlanStep]] = {}
    for step in _steps(case, member).order_by("due_on", "given_at", "pk"):
        steps.setdefault(step.goal_id, []).append(_in_file(step, case))
    found = sorted(goals, key=lambda goal: (bool(goal.ended_as), goal.set_at, goal.pk))
    return [Aim(_in_file(goal, case), steps.get(goal.pk, [])) for goal in found]


def plan_of(case: "Case", member: Any) -> Plan | None:
    """That there is a plan, and when it is looked at again; for the holder."""
    found = Plan.objects.visible_to(member).filter(case=case)
    return found.select_related("reviewed_by").first()


def goal_in(member: Any, code: str, pk: UUID) -> Goal | None:
    """One goal of a file that this member keeps."""
    case = held_file(member, code)
    goal = Goal.objects.visible_to(member).filter(case=case, pk=pk).first() if case else None
    return _in_file(goal, case) if goal and case else None


def step_in(member: Any, code: str, pk: UUID) -> PlanStep | None:
    """One step, looked up through its file."""
    case = cases.case_by_code(member, code)
    step = _steps(case, member).filter(pk=pk).first() if case else None
    if step is None or case is None:
        return None
    step.goal = _in_file(step.goal, case)
    return _in_file(step, case)


def step_to_change(member: Any, code: str, pk: UUID) -> PlanStep | None:
    """One step of a file that this member keeps."""
    step = step_in(member, code, pk)
    return step if step and may_plan(step.case, member) else None


def held_file(member: Any, code: str) -> "Case | None":
    """A file in which this member may plan."""
    case = cases.case_by_code(member, code)
    return case if case and may_plan(case, member) else None


def may_plan(case: "Case", member: Any) -> bool:
    """Whether this member keeps the file, and with it the plan."""
    return cases.may_refer(member, case)


def open_steps(case: "Case", by: Any) -> QuerySet[PlanStep]:
    """Steps that still lie on somebody's desk."""
    found = PlanStep.objects.visible_to(by).filter(OPEN, case_id__in=cases.within(case))
    return found.select_related("case__key", "goal__case")


def open_steps_to(goal: Goal, by: Any) -> bool:
    """Whether a step to this goal still lies on a desk."""
    return PlanStep.objects.visible_to(by).filter(OPEN, goal=goal).exists()


def something_is_open(case: "Case", by: Any) -> bool:
    """Whether a step waits in this file."""
    return open_steps(case, by).exists()


def files_with_open_steps(by: System) -> "list[Case]":
    """Files of an agency in which a step waits (for the system's own rounds)."""
    waiting = PlanStep.objects.visible_to(by).filter(OPEN)
    found = sorted(set(waiting.values_list("case_id", flat=True)))
    return [case for pk in found if (case := cases.case_of(by, pk))]


def taking_part(case: "Case") -> set[UUID]:
    """The holder, and every agency to which the file is open now, whoever asks."""
    with acting(System(case.holder_id)):
        doors = cases.doors_of(case)
    whole = {d.agency_id for d in doors if d.member_id is None and d.case_id == case.pk}
    return {case.holder_id, *whole} - shut_out(case.pk).agencies


def places(case: "Case") -> "list[Agency]":
    """The agencies a step can be given to, the holder first."""
    found = agencies.agencies().filter(pk__in=taking_part(case))
    return sorted(found, key=lambda agency: (agency.pk != case.holder_id, agency.name))


def place_of(step: PlanStep) -> files.Place:
    """The file of a step, as a task names it."""
    return files.Place(step.case_id, step.holder_id, step.code)


def _steps(case: "Case", member: Any) -> QuerySet[PlanStep]:
    found = PlanStep.objects.visible_to(member).filter(case_id__in=cases.within(case))
    return found.select_related(*NEAR)


def _in_file(record: Any, case: "Case") -> Any:
    record.case = cases.within(case)[record.case_id]
    return record
