"""Pages of the first conversation, of asking to be called, and of calling back."""

from ketnoi.intake.views.answering import begin, call
from ketnoi.intake.views.asking import ask, thanks
from ketnoi.intake.views.calling import callback, callbacks, claim, end, overseen, release
from ketnoi.intake.views.missed import (
    add_missed,
    bring_missed,
    drop_missed,
    missed_list,
    missed_template,
)
from ketnoi.intake.views.reception import new

__all__ = [
    "add_missed",
    "ask",
    "begin",
    "bring_missed",
    "call",
    "callback",
    "callbacks",
    "claim",
    "drop_missed",
    "end",
    "missed_list",
    "missed_template",
    "new",
    "overseen",
    "release",
    "thanks",
]
