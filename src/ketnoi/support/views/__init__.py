"""Pages of support, of assessments and of the plan."""

from ketnoi.support.views.assessing import assess, assessments, mistaken_assessment
from ketnoi.support.views.giving import mistaken, support
from ketnoi.support.views.planning import end_goal, goal, plan, printed, review
from ketnoi.support.views.steps import change, drop, step

__all__ = [
    "assess",
    "assessments",
    "change",
    "drop",
    "end_goal",
    "goal",
    "mistaken",
    "mistaken_assessment",
    "plan",
    "printed",
    "review",
    "step",
    "support",
]
