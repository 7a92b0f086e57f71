"""What is done about support: she is asked, plans, is helped. Each action is one sentence."""

from ketnoi.foundation.action import Refused
from ketnoi.support.actions.assessing import (
    await_assessment,
    mark_assessment_mistaken,
    record_assessment,
)
from ketnoi.support.actions.giving import mark_support_mistaken, record_support
from ketnoi.support.actions.planning import end_goal, review_plan, set_goal
from ketnoi.support.actions.returning import (
    bring_back,
    end_plan,
    go_round,
    lay_step_down_again,
    return_step,
)
from ketnoi.support.actions.steps import change_step, drop_step, plan_step, report_step

__all__ = [
    "Refused",
    "await_assessment",
    "bring_back",
    "change_step",
    "drop_step",
    "end_goal",
    "end_plan",
    "go_round",
    "lay_step_down_again",
    "mark_assessment_mistaken",
    "mark_support_mistaken",
    "plan_step",
    "record_assessment",
    "record_support",
    "report_step",
    "return_step",
    "review_plan",
    "set_goal",
]
