"""What the network agreed about counselling: days, seats, which numbers are told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

REVIEW, SMALL = "counselling.danger", "report.small_number"


def may_be_held_on(*, held_on: date, today: date) -> bool:
    """A session is written down once it was held. Source: the nature of a record."""
    return held_on <= today


def may_follow(*, next_on: date | None, held_on: date) -> bool:
    """The next session comes after this one, if any was agreed. Source: the nature of a plan."""
    return next_on is None or next_on > held_on


def free_seats(*, taken: frozenset[int], seats: int) -> list[int]:
    """The seats of a group that nobody is known to have, in order.

    Source: the network's own rule; a group has as many women as it was planned for, and no more.
    """
    return [number for number in range(1, seats + 1) if number not in taken]


@dataclass(frozen=True)
class Sum:
    """How many sessions and minutes there were, with how many different people."""

    sessions: int
    minutes: int
    people: int


def hidden(months: Mapping[int, Sum], *, whole: Sum, least: int) -> frozenset[int | None]:
    """Which months are not told, and None for the whole: those of few people, and one more where
    a single hidden month would follow from the sum.

    Source: the network's own practice (small numbers are not told).
    """
    few = {month for month, told in months.items() if 0 < told.people < least}
    rest = {month: told for month, told in months.items() if told.people >= least}
    if len(few) == 1 and rest:
        few.add(min(rest, key=lambda month: (rest[month].people, month)))
    return frozenset({*few, *([None] if 0 < whole.people < least else [])})
