"""What a loan is: its schedule, how a payment is split, what is met and what is not."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from ketnoi.foundation.timing import add_months, is_working_day

MOST_LENT = 10**10
MOST_INSTALMENTS = 120
MOST_PAUSED = 12
A_YEAR_IN_PERCENT = 1200
STEPS = frozenset({1, 3, 6})

MOVES = {
    "lent": ("outside", "owed"),
    "repaid": ("owed", "repaid"),
    "interest": ("outside", "interest"),
    "forgiven": ("owed", "forgiven"),
}
"""Out of which account into which an entry moves money. Source: double entry."""


@dataclass(frozen=True)
class Instalment:
    """What is to be paid on one day."""

    number: int
    due_on: date
    principal: int
    interest: int

    @property
    def total(self) -> int:
        """Both together. Source: the schedule."""
        return self.principal + self.interest


@dataclass(frozen=True)
class Stand:
    """One instalment and what of it is still to come."""

    instalment: Instalment
    left: int

    def is_missed(self, today: date) -> bool:
        """Whether its day has passed and something is still to come. Source: the schedule."""
        return self.left > 0 and self.instalment.due_on < today


@dataclass(frozen=True)
class Wanted:
    """How a loan is to be paid back: from when, in how many parts, how far apart."""

    first_due_on: date
    count: int
    every: int = 1


@dataclass(frozen=True)
class Agreed:
    """What was agreed on when money was lent. `rate`: percent for a year; none is fine."""

    source: str
    purpose: str
    amount: int
    rate: Decimal
    granted_on: date
    wanted: Wanted
    words: str = ""


def is_a_sum(*, amount: int) -> bool:
    """Whether that much can be lent or paid back.

    Source: the network's own rule (ten thousand million đồng is a slip of the hand).
    """
    return 0 < amount <= MOST_LENT


def is_a_rate(*, rate: Decimal, most: int) -> bool:
    """Whether a loan may cost that many percent a year; none is fine. `most`: the dated fact.

    Source: Civil Code 2015 art. 468(1) (twenty percent a year at most).
    """
    return 0 <= rate <= most


def can_be_planned(*, wanted: Wanted, amount: int, from_on: date) -> bool:
    """Whether a sum can be paid back so: at least one đồng each time, not before it is had.

    Source: the network's own rule.
    """
    parts = 0 < wanted.count <= min(MOST_INSTALMENTS, amount)
    return parts and wanted.every in STEPS and wanted.first_due_on >= from_on


def may_be_written_on(*, on: date, first: date, today: date) -> bool:
    """Money is written down on the day it moved or later, and not before it was lent.

    Source: the nature of a record.
    """
    return first <= on <= today


def open_day(*, day: date, closed: Collection[date]) -> date:
    """A day on which one can pay: the next working day, where an office is closed.

    Source: Civil Code 2015 art. 148(5).
    """
    while not is_working_day(day, closed):
        day += timedelta(days=1)
    return day


def equal_parts(*, principal: int, count: int) -> list[int]:
    """The same whole đồng each time; the last part carries what is left over.

    Source: the network's own rule.
    """
    part = principal // count
    return [part] * (count - 1) + [principal - part * (count - 1)]


def interest_on(*, remaining: int, rate: Decimal, months: int) -> int:
    """What so many months cost on what is still owed, by twelve equal months, rounded down.

    Source: the network's own rule; what does not come to a whole đồng is hers.
    """
    return int(remaining * rate * months / A_YEAR_IN_PERCENT)


def schedule(
    *,
    principal: int,
    rate: Decimal,
    wanted: Wanted,
    closed: Collection[date],
    carried: int = 0,
) -> list[Instalment]:
    """When how much is to be paid. `carried`: interest of earlier days, which is asked for first.

    No interest is ever reckoned on what came late. Source: the network's own rule.
    """
    remaining, made = principal, []
    for at, part in enumerate(equal_parts(principal=principal, count=wanted.count)):
        day = add_months(wanted.first_due_on, at * wanted.every)
        cost = interest_on(remaining=remaining, rate=rate, months=wanted.every)
        cost = max(0, cost + (0 if at else carried))
        made.append(Instalment(at + 1, open_day(day=day, closed=closed), part, cost))
        remaining -= part
    return made


def stands(*, instalments: Sequence[Instalment], paid: int) -> list[Stand]:
    """What is still to come of each, when what was paid is counted to the earliest first.

    Where more was taken back than was paid under this schedule, the last one carries it.
    Source: the network's own rule.
    """
    rest, found = max(paid, 0), []
    for one in instalments:
        met = min(rest, one.total)
        rest -= met
        found.append(Stand(one, one.total - met))
    if paid < 0:
        found[-1] = Stand(found[-1].instalment, found[-1].left - paid)
    return found


def next_unmet(*, stands: Iterable[Stand]) -> Stand | None:
    """The earliest instalment of which something is still to come. Source: the schedule."""
    return next((stand for stand in stands if stand.left), None)


def behind(*, stands: Iterable[Stand], today: date) -> int:
    """How much should have come by now: a reason to ask what happened, and no more than that.

    Source: the network's own rule.
    """
    return sum(stand.left for stand in stands if stand.is_missed(today))


def interest_due(*, instalments: Iterable[Instalment], on: date, paid: int) -> int:
    """The interest that a payment on a day is counted to first: up to the instalment it is for.

    Later months cost nothing when she pays early. Source: the network's own rule.
    """
    due = 0
    for one in instalments:
        due += one.interest
        if one.due_on >= on:
            break
    return max(0, due - paid)


def interest_carried(*, instalments: Iterable[Instalment], today: date, paid: int) -> int:
    """Interest of days that have passed and was not paid; below zero where it was paid ahead.

    Source: the network's own rule.
    """
    return sum(one.interest for one in instalments if one.due_on < today) - paid


def split(*, amount: int, interest: int) -> tuple[int, int]:
    """A payment: what of it is interest, and what pays the loan back. Source: the schedule."""
    cost = min(amount, interest)
    return cost, amount - cost


def are_two(*, proposed: Any, decides: Any) -> bool:
    """Whether somebody else than who proposed it decides. Source: the network's four eyes."""
    return decides is not None and proposed != decides


def state(*, outside: int, owed: int, forgiven: int, behind: int) -> str:
    """Where a loan stands, by its accounts. Source: the nature of a loan."""
    if not outside:
        return "taken_back"
    if owed:
        return "behind" if behind else "running"
    return "forgiven" if forgiven else "repaid"
