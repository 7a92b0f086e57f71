"""Steps that cross domains: each calls the actions of the domains it crosses, all or none."""

from ketnoi.foundation.action import Refused
from ketnoi.pathway.actions.crossing import (
    accept,
    admit_at_night,
    ask_several,
    follow,
    propose,
    recall,
    redirect,
    refer_wishes,
    return_unanswered,
    stop_sharing,
    withdraw,
)
from ketnoi.pathway.actions.ending import agree_to_close, close, end_support, mark_mistaken

__all__ = [
    "Refused",
    "accept",
    "admit_at_night",
    "agree_to_close",
    "ask_several",
    "close",
    "end_support",
    "follow",
    "mark_mistaken",
    "propose",
    "recall",
    "redirect",
    "refer_wishes",
    "return_unanswered",
    "stop_sharing",
    "withdraw",
]
