"""Drafts of the first conversation, requests to be called, and tries to call."""

from ketnoi.intake.models.callbacks import (
    BlockedNumber,
    Callback,
    CallbackAttempt,
    CallbackHour,
    CallbackWords,
    Duty,
    SentForm,
)
from ketnoi.intake.models.reception import Draft, Unrecorded

__all__ = [
    "BlockedNumber",
    "Callback",
    "CallbackAttempt",
    "CallbackHour",
    "CallbackWords",
    "Draft",
    "Duty",
    "SentForm",
    "Unrecorded",
]
