"""What is done about support: she is asked, plans, is helped. Each action is one sentence."""

from ketnoi.foundation.action import Refused
from ketnoi.support.actions.assessing import (
    await_assessment,
    mark_assessment_mistaken,
    record_assessment,
)
from ketnoi.support.actions.funds import (
    correct_entry,
    end_fund,
    open_fund,
    promise_money,
    receive_money,
    release_money,
    return_money,
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
from ketnoi.support.rules import Bill, Said

__all__ = [
    "Bill",
    "Refused",
    "Said",
    "await_assessment",
    "bring_back",
    "change_step",
    "correct_entry",
    "drop_step",
    "end_fund",
    "end_goal",
    "end_plan",
    "go_round",
    "lay_step_down_again",
    "mark_assessment_mistaken",
    "mark_support_mistaken",
    "open_fund",
    "plan_step",
    "promise_money",
    "receive_money",
    "record_assessment",
    "record_support",
    "release_money",
    "report_step",
    "return_money",
    "return_step",
    "review_plan",
    "set_goal",
]
