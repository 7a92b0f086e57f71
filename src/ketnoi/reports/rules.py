"""Until when a number may be shown, how sure it is, and which numbers are too small to be told."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from math import sqrt

FRESH = timedelta(minutes=25)
SURE = 1.96
"""Nineteen of twenty such intervals hold what is true."""


def is_recent(*, at: datetime, now: datetime) -> bool:
    """Whether a count may still be shown: two rounds of the system and a little.

    Source: the rounds of `jobs`. A clock that was moved back makes a count of the future old.
    """
    return timedelta() <= now - at <= FRESH


def interval(*, part: int, whole: int) -> tuple[float, float]:
    """Between which shares (0 to 1) the true one lies, with so few asked: 95 %.

    Source: Wilson 1927, the score interval; it stays honest for few people and near 0 and 1.
    """
    share, z2 = part / whole, SURE**2
    middle = (share + z2 / (2 * whole)) / (1 + z2 / whole)
    reach = SURE * sqrt(share * (1 - share) / whole + z2 / (4 * whole**2)) / (1 + z2 / whole)
    return max(middle - reach, 0.0), min(middle + reach, 1.0)


def may_be_told(*, part: int, whole: int, fewest: int) -> bool:
    """Whether nobody can be known by these numbers: enough on this side, and on the other or none.

    part: women with this support who answered; whole: all who answered. What is left over is
    looked at too: else the few without it would follow by subtraction. Source: the network's rule.
    """
    return part >= fewest and (part == whole or whole - part >= fewest)


def verdict(*, given: tuple[int, int], rest: tuple[int, int]) -> str:
    """`more` or `fewer` stay in work with it than without; `unsure` where chance can explain it.

    given, rest: (in work, answered). It says what goes together, not what is the cause.
    Source: two intervals of 95 % that do not touch; stricter than one test, for many are looked at.
    """
    if not rest[1]:
        return "unsure"
    with_it = interval(part=given[0], whole=given[1])
    without = interval(part=rest[0], whole=rest[1])
    if with_it[0] > without[1]:
        return "more"
    return "fewer" if with_it[1] < without[0] else "unsure"


def told_lines(counts: Mapping[str, int], *, fewest: int) -> tuple[dict[str, int], int]:
    """Which of several counts may be told one by one, and how many are left for all others.

    Few are told together: the smallest, with the next smallest until they are enough, so that
    none follows from the sum. Of too few altogether nothing is told. Source: the network's rule.
    """
    whole = sum(counts.values())
    told = {name: count for name, count in counts.items() if count}
    together = 0
    for name in sorted(told, key=lambda one: (told[one], one)):
        if told[name] >= fewest and (not together or together >= fewest):
            break
        together += told.pop(name)
    return (told, together) if whole >= fewest and together >= fewest or not together else ({}, 0)
