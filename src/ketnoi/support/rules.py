"""What can be true of support that was given, of how she lives, and of the steps of her plan."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from decimal import Decimal
from typing import Any
from uuid import UUID

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


SCALE = ("very_hard", "hard", "in_between", "fair", "good")
"""The steps of the one scale, the lowest first. Source: the network's own rule."""

END_OF_WORK, END_OF_DAY = time(17), time(23, 59)
NEEDS_A_LOOK = frozenset({"partly", "not_possible", "changed_mind"})


@dataclass(frozen=True)
class Said:
    """What she said about one part of her life: a step of the scale, and words beside it."""

    level: str = ""
    words: str = ""


def is_worth_keeping(*, said: Mapping[str, Said]) -> bool:
    """Whether she was asked about anything at all. Source: the nature of an assessment."""
    return any(one.level or one.words for one in said.values())


def change(*, before: str, after: str) -> str:
    """What became of one part of her life between two days: better, the same, or harder.

    Where it was not asked on one of the two days, nothing is said. This is the one definition:
    pages, numbers and reports compare with it. Source: the network's own rule.
    """
    if not (before and after):
        return "unknown"
    steps = SCALE.index(after) - SCALE.index(before)
    return "same" if steps == 0 else "better" if steps > 0 else "harder"


def first_and_latest(*, levels: Iterable[str]) -> tuple[str, str]:
    """The first step that was picked and the latest one, out of all in the order of their days.

    Empty where it was never asked; the latest is empty where it was asked only once.
    Source: the network's own rule.
    """
    asked = [level for level in levels if level]
    return (asked[0] if asked else "", asked[-1] if len(asked) > 1 else "")


def due_moment(*, day: date, now: datetime, zone: tzinfo) -> datetime:
    """By when a step is due: at the end of work of its day, or of the day itself.

    Source: the network's own practice.
    """
    usual = datetime.combine(day, END_OF_WORK, tzinfo=zone)
    return usual if usual > now else datetime.combine(day, END_OF_DAY, tzinfo=zone)


def is_ahead(*, day: date, today: date) -> bool:
    """Whether something can still be done until a day. Source: the nature of a deadline."""
    return day >= today


def needs_a_look(*, outcome: str) -> bool:
    """Whether the plan has to be looked at after a step: it did not come to what was planned.

    Source: the network's own rule; nobody is left with a step that failed.
    """
    return outcome in NEEDS_A_LOOK


MOVES = {
    "received": ("outside", "free"),
    "promised": ("free", "promised"),
    "released": ("promised", "free"),
    "paid": ("promised", "paid"),
    "returned": ("paid", "free"),
}
"""Out of which account into which an entry moves money. Source: double entry."""

MOST_MONEY = 10**12


def is_open_on(*, day: date, opened_on: date, ends_on: date | None) -> bool:
    """Whether a fund may be used on a day: from its first day to its last, both included.

    Source: the network's own rule; money of a programme ends with its decision.
    """
    return opened_on <= day and (ends_on is None or day <= ends_on)


def is_a_sum(*, amount: int) -> bool:
    """Whether an amount can be moved at all.

    Source: the network's own rule (a million million đồng is a slip of the hand).
    """
    return 0 < amount <= MOST_MONEY


def is_within_norm(*, cost: int | None, norm: int, quantity: Decimal | None) -> bool:
    """Whether a cost keeps within a norm for so many units; one unit where none was counted.

    Source: the dated amount that was named; norms of the state are upper bounds.
    """
    return cost is None or cost <= norm * (quantity or 1)


def can_be_counted(*, quantity: Decimal | None, unit: str) -> bool:
    """Whether a quantity says of what it is one; neither is fine. Source: the nature of a count."""
    if quantity is None:
        return not unit
    return bool(unit) and 0 < quantity <= MOST_HOURS


@dataclass(frozen=True)
class Bill:
    """How support was counted, which norm bounds it, and the promise from which it was paid.

    `key` is the press of the button: the same one writes support down, and pays it, once.
    """

    quantity: Decimal | None = None
    unit: str = ""
    norm: str = ""
    commitment: Any = None
    document: str = ""
    key: UUID | None = None
