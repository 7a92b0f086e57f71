"""When a request to be called may end, what is danger in words, and how a call may end."""

from ketnoi.intake.rules.callbacks import (
    FORM_LASTS,
    is_over,
    may_be_written_down,
    may_end,
    may_keep_more,
    says_danger,
)
from ketnoi.intake.rules.calls import call_may_end, clock_of

__all__ = [
    "FORM_LASTS",
    "call_may_end",
    "clock_of",
    "is_over",
    "may_be_written_down",
    "may_end",
    "may_keep_more",
    "says_danger",
]
