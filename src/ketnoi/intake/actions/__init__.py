"""What is done at the first conversation, and for whoever asks to be called."""

from ketnoi.foundation.action import Refused
from ketnoi.intake.actions.asking import ask_to_be_called, name_duty
from ketnoi.intake.actions.calling import (
    claim_callback,
    end_callback,
    note_attempt,
    release_callback,
)
from ketnoi.intake.actions.reception import drop_drafts, leave_unrecorded, receive
from ketnoi.intake.actions.rounds import forget_callbacks, tell_of_callbacks

__all__ = [
    "Refused",
    "ask_to_be_called",
    "claim_callback",
    "drop_drafts",
    "end_callback",
    "forget_callbacks",
    "leave_unrecorded",
    "name_duty",
    "note_attempt",
    "receive",
    "release_callback",
    "tell_of_callbacks",
]
