"""What can be true of support that was given: its day, its length, its cost."""

from datetime import date
from decimal import Decimal

MOST_HOURS = Decimal(1000)
MOST_COST = 10**10


def may_be_given_on(*, given_on: date, today: date) -> bool:
    """Support is written down when it was given, today or earlier.

    Source: the nature of a record.
    """
    return given_on <= today


def can_last(*, hours: Decimal | None) -> bool:
    """Whether one record can count that many hours; none is fine.

    Source: the network's own rule (a long course is 1000 hours).
    """
    return hours is None or 0 < hours <= MOST_HOURS


def can_cost(*, cost: int | None) -> bool:
    """Whether one record can cost that much in đồng; none is fine.

    Source: the network's own rule (ten thousand million đồng is a slip of the hand).
    """
    return cost is None or 0 <= cost <= MOST_COST


def needs_funds(*, cost: int | None) -> bool:
    """Whether it must be said who paid. Source: the network's own rule (reports by source)."""
    return bool(cost)
