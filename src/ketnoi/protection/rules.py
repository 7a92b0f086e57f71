"""What the law and the network agreed about shelter stays: who gives them, and their clocks."""

from datetime import datetime

GIVES_SHELTER = frozenset({"shelter"})
REVIEW = "stay.review"
LIMITS = ("shelter.essential_needs", "shelter.emergency")
"""How long a stay may last: Decree 162/2025 art. 17, Decree 20/2021 art. 24(4)."""


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
