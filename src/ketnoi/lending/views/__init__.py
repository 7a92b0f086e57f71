"""Pages of loans and of savings groups."""

from ketnoi.lending.views.easing import (
    ask_again,
    forgive,
    forgiveness,
    pause,
    reschedule,
    return_forgiveness,
)
from ketnoi.lending.views.groups import (
    correct_entry,
    forget,
    group,
    groups,
    meeting,
    saver,
    share_out,
)
from ketnoi.lending.views.loans import correct, loan, loans, own_loans

__all__ = [
    "ask_again",
    "correct",
    "correct_entry",
    "forget",
    "forgive",
    "forgiveness",
    "group",
    "groups",
    "loan",
    "loans",
    "meeting",
    "own_loans",
    "pause",
    "reschedule",
    "return_forgiveness",
    "saver",
    "share_out",
]
