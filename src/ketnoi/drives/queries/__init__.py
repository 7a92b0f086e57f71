"""Drives of a member's agency, and what the public may know of them."""

from ketnoi.drives.queries.books import (
    Booked,
    entries_of,
    entry_of_need,
    pledge_of_need,
    pledges_of,
    to_call,
)
from ketnoi.drives.queries.drives import (
    drive,
    drives_of,
    evidence_of,
    evidence_to_check,
    need_of_drive,
    needs_of,
)
from ketnoi.drives.queries.public import Line, line, lines, told

__all__ = [
    "Booked",
    "Line",
    "drive",
    "drives_of",
    "entries_of",
    "entry_of_need",
    "evidence_of",
    "evidence_to_check",
    "line",
    "lines",
    "need_of_drive",
    "needs_of",
    "pledge_of_need",
    "pledges_of",
    "to_call",
    "told",
]
