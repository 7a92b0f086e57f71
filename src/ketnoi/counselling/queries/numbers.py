"""How much was done, as numbers: PostgreSQL adds up what nobody else may read."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from ketnoi.counselling import access, rules
from ketnoi.foundation import confiding
from ketnoi.law import queries as law


@dataclass(frozen=True)
class Numbers:
    """A year of an agency by months and in all; nothing stands where a number is hidden."""

    year: int
    months: list[tuple[int, rules.Sum | None]]
    whole: rules.Sum | None
    least: int


def numbers(member: Any, *, year: int, today: date) -> Numbers | None:
    """What was done at the agency of whoever leads it; nothing for anybody else."""
    if not access.may_read_numbers(member=member):
        return None
    least = law.fact(rules.SMALL, on=today).value or 0
    counted = confiding.numbers(date(year, 1, 1), date(year, 12, 31))
    found = {row.month: rules.Sum(row.sessions, row.minutes, row.people) for row in counted}
    whole = found.pop(None, rules.Sum(0, 0, 0))
    shown = range(1, (today.month if year == today.year else 12) + 1)
    months = {month: found.get(month, rules.Sum(0, 0, 0)) for month in shown}
    gone = rules.hidden(months, whole=whole, least=least)
    rows = [(month, None if month in gone else told) for month, told in months.items()]
    return Numbers(year, rows, None if None in gone else whole, least)
