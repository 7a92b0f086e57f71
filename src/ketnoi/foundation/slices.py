"""A page of a long list, found without counting the list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

LAST = 200


@dataclass(frozen=True)
class Slice:
    """One page of a list: what is on it, and whether there is more."""

    object_list: Sequence[Any]
    number: int
    more: bool

    def has_next(self) -> bool:
        """Whether a page comes after this one."""
        return self.more and self.number < LAST

    def has_previous(self) -> bool:
        """Whether a page comes before this one."""
        return self.number > 1

    def has_other_pages(self) -> bool:
        """Whether there is anything to turn to."""
        return self.has_next() or self.has_previous()

    def next_page_number(self) -> int:
        """The page after this one."""
        return self.number + 1

    def previous_page_number(self) -> int:
        """The page before this one."""
        return self.number - 1


def page_of(found: QuerySet, number: str | None, *, size: int = 25) -> Slice:
    """One page of what was found. A page that makes no sense is the first one."""
    wanted = min(int(number), LAST) if number and number.isdecimal() and int(number) else 1
    start = (wanted - 1) * size
    rows = list(found[start : start + size + 1])
    return Slice(rows[:size], wanted, more=len(rows) > size)
