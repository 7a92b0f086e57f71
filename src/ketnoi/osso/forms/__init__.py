"""What is typed at a one-stop office."""

from ketnoi.osso.forms.meeting import (
    CallingBack,
    CallingOff,
    Holding,
    Keeping,
    Meeting,
    Mistaking,
    Moving,
)
from ketnoi.osso.forms.walking_in import MOST_ROWS, Papers, Sorting, WalkingIn, typed

__all__ = [
    "MOST_ROWS",
    "CallingBack",
    "CallingOff",
    "Holding",
    "Keeping",
    "Meeting",
    "Mistaking",
    "Moving",
    "Papers",
    "Sorting",
    "WalkingIn",
    "typed",
]
