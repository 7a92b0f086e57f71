"""Her plan: what she wants is set down, and looked at again."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases import queries as files
from ketnoi.cases.terms import GOES_ON, Step, TaskKind
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.clock import ZONE
from ketnoi.law import queries as law
from ketnoi.support import queries, rules
from ketnoi.support.models import Goal, Plan

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


@action
def set_goal(*, case: "Case", area: str, words: str, by: Any, now: datetime) -> Goal:
    """She says what she wants; with the first of her goals begins a plan, and its clock."""
    refuse_to_plan(case=case, by=by)
    if not words:
        raise Refused(_("Hãy ghi điều chị ấy mong muốn, bằng lời của chị ấy."))
    goal = Goal(
        case=case,
        holder_id=case.holder_id,
        area=area,
        words=words,
        set_at=now,
        set_by=by,
    )
    goal.save(force_insert=True)
    _begin(case, by=by, now=now)
    cases.begin_support(case=case, by=by, now=now)
    note("plan.goal_set", by=by, about=goal, area=area)
    return goal


@action
def end_goal(*, goal: Goal, end: str, by: Any, now: datetime) -> Goal:
    """She has it, wants it no longer, or it was written by mistake; it stays in the plan."""
    refuse_to_plan(case=goal.case, by=by)
    fresh = Goal.objects.select_for_update(of=("self",)).filter(pk=goal.pk).first()
    if fresh is None or fresh.ended_as:
        raise Refused(_("Mong muốn này đã kết thúc. Hãy mở lại trang để xem."))
    if queries.open_steps_to(goal, by):
        raise Refused(_("Còn bước chưa xong. Hãy ghi kết quả hoặc bỏ từng bước trước."))
    goal.ended_as, goal.ended_at, goal.ended_by = end, now, by
    goal.save(update_fields=["ended_as", "ended_at", "ended_by"])
    note("plan.goal_ended", by=by, about=goal, end=end)
    return goal


@action
def review_plan(*, case: "Case", next_on: date, by: Any, now: datetime) -> Plan:
    """The plan was looked at together with her; it is said when that happens again."""
    refuse_to_plan(case=case, by=by)
    plan = Plan.objects.select_for_update(of=("self",)).filter(case=case).first()
    if plan is None:
        raise Refused(_("Chưa có kế hoạch. Hãy ghi điều chị ấy mong muốn trước."))
    if next_on <= now.astimezone(ZONE).date():
        raise Refused(_("Hãy chọn ngày xem lại sau hôm nay."))
    plan.review_on, plan.reviewed_at, plan.reviewed_by = next_on, now, by
    plan.save(update_fields=["review_on", "reviewed_at", "reviewed_by"])
    due = rules.due_moment(day=next_on, now=now, zone=ZONE)
    wait_for_review(case=case, due_at=due, by=by, now=now)
    note("plan.reviewed", by=by, about=plan, on=next_on)
    return plan


@part
def look_soon(*, case_id: Any, by: Any, now: datetime) -> None:
    """Something did not come to what was planned: the plan is looked at earlier."""
    plan = Plan.objects.filter(case_id=case_id).select_related("case").first()
    soon = law.due(code="plan.look_soon", start=now)
    if plan is None or plan.case.status not in GOES_ON:
        return
    if files.tasks_of_kind(by, TaskKind.REVIEW_PLAN).filter(
        case_id=case_id, done_at=None, due_at__lte=soon
    ):
        return
    plan.review_on = soon.astimezone(ZONE).date()
    plan.save(update_fields=["review_on"])
    wait_for_review(case=plan.case, due_at=soon, by=by, now=now)


@part
def wait_for_review(*, case: "Case", due_at: datetime, by: Any, now: datetime) -> None:
    """The plan lies on the holder's desk until then, once."""
    kind = TaskKind.REVIEW_PLAN
    cases.settle(case_id=case.pk, kind=kind, subject=case.code, by=by, now=now)
    cases.ask(
        case=case,
        kind=kind,
        step=Step.SUPPORT,
        agency_id=case.holder_id,
        asker_id=case.holder_id,
        member_id=case.keeper_id,
        page="support:review",
        subject=case.code,
        due_at=due_at,
        now=now,
    )


@part
def refuse_to_plan(*, case: "Case", by: Any) -> None:
    """Refused to whoever does not keep the file, and in a file that has ended."""
    if not files.may_refer(by, case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới lập kế hoạch được."))
    if case.status not in GOES_ON:
        raise Refused(_("Hồ sơ này không còn đang hỗ trợ. Hãy mở lại hồ sơ trước."))


def _begin(case: "Case", *, by: Any, now: datetime) -> None:
    """The first goal makes a plan; a plan whose clock stopped (the file had ended) runs again."""
    due = law.due(code="plan.review", start=now)
    day = due.astimezone(ZONE).date()
    plan = Plan.objects.select_for_update(of=("self",)).filter(case=case).first()
    if plan is None:
        plan = Plan(case=case, holder_id=case.holder_id, review_on=day, made_at=now, made_by=by)
        plan.save(force_insert=True)
    elif files.tasks_of_kind(by, TaskKind.REVIEW_PLAN).filter(case_id=case.pk, done_at=None):
        return
    else:
        plan.review_on = day
        plan.save(update_fields=["review_on"])
    wait_for_review(case=case, due_at=due, by=by, now=now)
