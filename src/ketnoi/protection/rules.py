"""What the law and the network agreed about shelter stays: who gives them, beds, clocks."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

GIVES_SHELTER = frozenset({"shelter"})
REVIEW = "stay.review"
KEPT = "shelter.bed_kept"
COMPLETED = "shelter.file"
"""Within what time the file of a stay is completed: Decree 20/2021 art. 28(2)."""
LIMITS = ("shelter.essential_needs", "shelter.emergency")
"""How long a stay may last: Decree 162/2025 art. 17, Decree 20/2021 art. 24(4)."""
PLAN_REVIEW = "safety.review"
MORNING = timedelta(hours=6)


def gives_shelter(*, function: str) -> bool:
    """Whether agencies of this function take people in. Source: Decree 162/2025 arts. 13, 17."""
    return function in GIVES_SHELTER


def may_begin_at(*, admitted_at: datetime, now: datetime) -> bool:
    """A stay begins at any hour, day or night, but not in the future.

    Source: Decree 20/2021 art. 28(2) (received at once).
    """
    return admitted_at <= now


def may_end_at(*, left_at: datetime, admitted_at: datetime, now: datetime) -> bool:
    """A stay ends after it began and not in the future. Source: the nature of a record."""
    return admitted_at <= left_at <= now


def free_places(*, places: int | None, taken: int, held: int) -> int | None:
    """How many places of a unit nobody has and nothing is kept of; None while nobody said how many
    there are. Source: the nature of a count."""
    return None if places is None else max(0, places - taken - held)


def all_free(units: Iterable[int | None], *, kept: int) -> int | None:
    """How many places of the whole house are free, less what is kept for other agencies.

    They ask for a place and not for a unit. Source: the network's own agreement.
    """
    free = list(units)
    if not free or None in free:
        return None
    return sum(each or 0 for each in free) - kept


def has_room(*, unit: int | None, house: int | None) -> bool:
    """Whether somebody can be taken into a unit: nobody is turned away by a count that nobody made.

    Source: Decree 20/2021 art. 28(2) (received at once); the network's own agreement on holds.
    """
    return (unit is None or unit > 0) and (house is None or house > 0)


def may_be_reviewed(*, on: date, today: date, latest: date) -> bool:
    """Whether a plan may wait until that day. Source: the network's own agreement."""
    return today <= on <= latest


def lines_of(text: str) -> list[str]:
    """What she named, one by one. Source: how people write a list."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def night_of(moment: datetime) -> date:
    """The evening a moment of the night belongs to: until six it is still the one before.

    Source: the practice of shelters.
    """
    return (moment - MORNING).date()
