"""Pages of loans."""

from ketnoi.lending.views.easing import (
    ask_again,
    forgive,
    forgiveness,
    pause,
    reschedule,
    return_forgiveness,
)
from ketnoi.lending.views.loans import correct, loan, loans, own_loans

__all__ = [
    "ask_again",
    "correct",
    "forgive",
    "forgiveness",
    "loan",
    "loans",
    "own_loans",
    "pause",
    "reschedule",
    "return_forgiveness",
]
