"""What is kept of a first hour: drafts, calls that are answered or missed, calls to return."""

from ketnoi.intake.models.callbacks import (
    BlockedNumber,
    Callback,
    CallbackAttempt,
    CallbackHour,
    CallbackWords,
    Duty,
    SentForm,
)
from ketnoi.intake.models.calls import Call, CallWords, MissedList
from ketnoi.intake.models.reception import Draft, Unrecorded

__all__ = [
    "BlockedNumber",
    "Call",
    "CallWords",
    "Callback",
    "CallbackAttempt",
    "CallbackHour",
    "CallbackWords",
    "Draft",
    "Duty",
    "MissedList",
    "SentForm",
    "Unrecorded",
]
