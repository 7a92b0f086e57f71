"""Support that was given, how she lives, and her plan."""

from ketnoi.support.models.assessing import Assessment, Finding
from ketnoi.support.models.giving import SupportGiven
from ketnoi.support.models.planning import Goal, Plan, PlanStep

__all__ = ["Assessment", "Finding", "Goal", "Plan", "PlanStep", "SupportGiven"]
