"""Pages of the first conversation, of asking to be called, and of calling back."""

from ketnoi.intake.views.asking import ask, thanks
from ketnoi.intake.views.calling import callback, callbacks, claim, end, overseen, release
from ketnoi.intake.views.reception import new

__all__ = [
    "ask",
    "callback",
    "callbacks",
    "claim",
    "end",
    "new",
    "overseen",
    "release",
    "thanks",
]
