"""What is done at the first conversation, and for whoever asks to be called."""

from ketnoi.foundation.action import Refused
from ketnoi.intake.actions.answering import begin_call, end_call, keep_call
from ketnoi.intake.actions.asking import ask_to_be_called, name_duty
from ketnoi.intake.actions.calling import (
    claim_callback,
    end_callback,
    note_attempt,
    release_callback,
)
from ketnoi.intake.actions.missed import add_missed, bring_missed, drop_missed
from ketnoi.intake.actions.reception import drop_drafts, leave_unrecorded, receive
from ketnoi.intake.actions.rounds import forget_callbacks, tell_of_callbacks

__all__ = [
    "Refused",
    "add_missed",
    "ask_to_be_called",
    "begin_call",
    "bring_missed",
    "claim_callback",
    "drop_drafts",
    "drop_missed",
    "end_call",
    "end_callback",
    "forget_callbacks",
    "keep_call",
    "leave_unrecorded",
    "name_duty",
    "note_attempt",
    "receive",
    "release_callback",
    "tell_of_callbacks",
]
