"""Support that was given, how she lives, her plan, and the money of funds."""

from ketnoi.support.models.assessing import Assessment, Finding
from ketnoi.support.models.funds import Commitment, Entry, Fund
from ketnoi.support.models.giving import SupportGiven
from ketnoi.support.models.planning import Goal, Plan, PlanStep

__all__ = [
    "Assessment",
    "Commitment",
    "Entry",
    "Finding",
    "Fund",
    "Goal",
    "Plan",
    "PlanStep",
    "SupportGiven",
]
