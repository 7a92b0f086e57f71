"""Pages of support, of assessments, of the plan, and of money."""

from ketnoi.support.views.assessing import assess, assessments, mistaken_assessment
from ketnoi.support.views.funds import correct, end_fund, fund, funds, sheet
from ketnoi.support.views.giving import mistaken, support
from ketnoi.support.views.money import give_back, money, release
from ketnoi.support.views.planning import end_goal, goal, plan, printed, review
from ketnoi.support.views.steps import change, drop, step

__all__ = [
    "assess",
    "assessments",
    "change",
    "correct",
    "drop",
    "end_fund",
    "end_goal",
    "fund",
    "funds",
    "give_back",
    "goal",
    "mistaken",
    "mistaken_assessment",
    "money",
    "plan",
    "printed",
    "release",
    "review",
    "sheet",
    "step",
    "support",
]
