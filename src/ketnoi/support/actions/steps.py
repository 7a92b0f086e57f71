"""The steps of her plan: each lies on the desk of one agency until something came of it."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import Step as TaskStep
from ketnoi.cases.terms import TaskKind
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.actor import System
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.guard.context import acting
from ketnoi.support import access, queries, rules
from ketnoi.support.actions.planning import look_soon, refuse_to_plan
from ketnoi.support.models import Goal, PlanStep

if TYPE_CHECKING:
    from ketnoi.agencies.models import Agency


@action
def plan_step(
    *, goal: Goal, words: str, agency: "Agency", due_on: date, by: Any, now: datetime
) -> PlanStep:
    """What is done next to what she wants, by which agency, until which day."""
    refuse_to_plan(case=goal.case, by=by)
    if goal.ended_as:
        raise Refused(_("Mong muốn này đã kết thúc. Hãy ghi mong muốn mới trước."))
    if not words:
        raise Refused(_("Hãy ghi việc cần làm."))
    _refuse_place_or_day(goal.case, agency, due_on, now=now)
    step = PlanStep(
        case=goal.case,
        holder_id=goal.holder_id,
        goal=goal,
        code=goal.case.code,
        agency=agency,
        words=words,
        due_on=due_on,
        given_at=now,
        given_by=by,
    )
    step.save(force_insert=True)
    tell_goal(goal=goal)
    lay_on_desk(step=step, by=by, now=now)
    note("plan.step_given", by=by, about=step, agency=agency.pk, due=due_on)
    return step


@action
def change_step(
    *, step: PlanStep, agency: "Agency", due_on: date, by: Any, now: datetime
) -> PlanStep:
    """Another day, or another agency: what waits moves along, at once."""
    refuse_to_plan(case=step.case, by=by)
    _refuse_unless_it_waits(step)
    _refuse_place_or_day(step.case, agency, due_on, now=now)
    settle_step(step=step, by=by, now=now)
    step.agency, step.due_on, step.returned_at = agency, due_on, None
    step.save(update_fields=["agency", "due_on", "returned_at"])
    tell_goal(goal=step.goal)
    lay_on_desk(step=step, by=by, now=now)
    note("plan.step_changed", by=by, about=step, agency=agency.pk, due=due_on)
    return step


@action
def report_step(*, step: PlanStep, outcome: str, told: str, by: Any, now: datetime) -> PlanStep:
    """What came of it. Where it is not what was planned, the plan is looked at soon."""
    if not access.may_report(member=by, step=step):
        raise Refused(_("Chỉ nơi làm bước này hoặc nơi giữ hồ sơ mới ghi kết quả được."))
    _refuse_unless_it_waits(step)
    step.outcome, step.told, step.reported_at, step.reported_by = outcome, told, now, by
    step.save(update_fields=["outcome", "told", "reported_at", "reported_by"])
    settle_step(step=step, by=by, now=now)
    with acting(holder := System(step.holder_id)):
        if rules.needs_a_look(outcome=outcome):
            look_soon(case_id=step.case_id, by=holder, now=now)
        cases.keep_going(place=queries.place_of(step), by=holder, now=now)
    note("plan.step_reported", by=by, about=step, outcome=outcome)
    return step


@action
def drop_step(*, step: PlanStep, by: Any, now: datetime) -> PlanStep:
    """It is not needed any more; it stays in the plan, crossed out."""
    refuse_to_plan(case=step.case, by=by)
    _refuse_unless_it_waits(step)
    drop(step=step, by=by, now=now)
    cases.keep_going(place=queries.place_of(step), by=by, now=now)
    note("plan.step_dropped", by=by, about=step)
    return step


@part
def drop(*, step: PlanStep, by: Any, now: datetime) -> None:
    """Nothing waits for this step any more."""
    step.dropped_at, step.dropped_by_id = now, by.member_id
    step.save(update_fields=["dropped_at", "dropped_by"])
    settle_step(step=step, by=by, now=now)


@part
def lay_on_desk(*, step: PlanStep, by: Any, now: datetime, due_at: datetime | None = None) -> None:
    """It waits at the agency whose step it is, until its day."""
    is_own = step.agency_id == step.holder_id
    cases.ask(
        of=queries.place_of(step),
        kind=TaskKind.PLAN_STEP,
        step=TaskStep.SUPPORT,
        agency_id=step.agency_id,
        asker_id=step.holder_id,
        maker_id=by.agency_id,
        member_id=step.case.keeper_id if is_own else None,
        page="support:step",
        subject=step.subject,
        due_at=due_at or rules.due_moment(day=step.due_on, now=now, zone=ZONE),
        now=now,
    )


@part
def tell_goal(*, goal: Goal) -> None:
    """A goal is read by the agencies that have a step to it, and by no other."""
    helping = PlanStep.objects.filter(goal=goal).exclude(agency_id=goal.holder_id)
    told: list[UUID] = sorted(set(helping.values_list("agency_id", flat=True)))
    if told != goal.told:
        goal.told = told
        goal.save(update_fields=["told"])


@part
def settle_step(*, step: PlanStep, by: Any, now: datetime) -> None:
    """Nothing waits under this step any more, on whatever desk."""
    cases.settle_all(case_id=step.case_id, subject=step.subject, by=by, now=now)


def _refuse_unless_it_waits(step: PlanStep) -> None:
    """As it stands now; nobody else answers it until this step ends."""
    fresh = PlanStep.objects.select_for_update(of=("self",)).filter(pk=step.pk).first()
    if fresh is None or not fresh.waits:
        raise Refused(_("Bước này đã có kết quả hoặc đã bỏ. Hãy mở lại trang để xem."))


def _refuse_place_or_day(case: Any, agency: "Agency", due_on: date, *, now: datetime) -> None:
    if agency.pk not in queries.taking_part(case):
        raise Refused(_("Nơi này chưa tham gia hồ sơ. Hãy chuyển gửi trước, rồi mới giao bước."))
    if not rules.is_ahead(day=due_on, today=now.astimezone(ZONE).date()):
        raise Refused(_("Ngày phải xong đã qua. Hãy chọn từ hôm nay trở đi."))
