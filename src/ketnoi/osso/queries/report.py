"""The numbers of a one-stop office: sessions and people, by month and category. Defined once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from ketnoi.cases import queries as cases
from ketnoi.law import queries as law
from ketnoi.osso import rules
from ketnoi.osso.models import Session
from ketnoi.osso.terms import Category


@dataclass(frozen=True)
class Report:
    """A year of an office: a row for each month and one for all, a column for each category and
    one for all; what is hidden because few people stand behind it."""

    year: int
    months: list[int]
    counts: list[list[rules.Count]]
    hidden: set[rules.Cell]
    least: int

    @property
    def cells(self) -> list[list[rules.Count | None]]:
        """The counts as they may be shown; nothing where a number is hidden."""
        return [
            [None if (row, column) in self.hidden else count for column, count in enumerate(line)]
            for row, line in enumerate(self.counts)
        ]


def report(member: Any, *, year: int, today: date) -> Report:
    """What this office did in a year, as far as it has come."""
    months = list(range(1, (today.month if year == today.year else 12) + 1))
    held = list(_held(member, date(year, 1, 1), date(year, 12, 31)))
    counts = rules.table(held, months=months, categories=Category.values)
    least = law.fact(rules.SMALL, on=today).value or 0
    return Report(year, months, counts, rules.hidden(counts, least=least), least)


def totals(member: Any, *, since: date, until: date) -> rules.Count:
    """Sessions of an office between two days, and the different people they were held with."""
    return rules.counted(_held(member, since, until))


def _held(member: Any, since: date, until: date) -> Iterator[rules.Held]:
    """The sessions that count: held in these days, not marked as a mistake."""
    found = Session.objects.visible_to(member).filter(
        agency_id=member.files, held_on__range=(since, until), mistaken_at=None
    )
    today = cases.merged_files(member)
    columns = ("held_on", "category", "case_id", "tie__relative_id")
    for on, category, case_id, relative in found.values_list(*columns):
        yield rules.Held(on.month, category, relative or _of_today(case_id, today))


def _of_today(case_id: UUID, today: dict[UUID, UUID]) -> UUID:
    """Two files of one woman are one client."""
    return today.get(case_id, case_id)
