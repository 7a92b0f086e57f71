"""What is done with a file."""

from ketnoi.cases.actions.attachments import attach, mark_attachment_mistaken
from ketnoi.cases.actions.consent import give_consent, keep_consent, withdraw_consent
from ketnoi.cases.actions.doors import close_doors, open_door, prepare_door
from ketnoi.cases.actions.emergency import (
    confirm_emergency,
    end_emergency,
    open_in_emergency,
    review_emergency,
)
from ketnoi.cases.actions.files import (
    begin_support,
    close_case,
    describe_case,
    hand_over,
    mark_case_mistaken,
    move_case,
    open_case,
    reopen_case,
    reveal,
    transfer_case,
)
from ketnoi.cases.actions.keeping_out import refuse_agencies
from ketnoi.cases.actions.merging import Folded, fold_case, unfold_case
from ketnoi.cases.actions.notes import mark_note_mistaken, write_note
from ketnoi.cases.actions.restricting import lift_restriction, restrict_case
from ketnoi.cases.actions.tasks import (
    Place,
    ask,
    carry_on,
    hand,
    keep_going,
    settle,
    settle_all,
    tick_task,
)
from ketnoi.cases.actions.wraps import key_of, seal_apart, tell_apart
from ketnoi.foundation.action import Refused

__all__ = [
    "Folded",
    "Place",
    "Refused",
    "ask",
    "attach",
    "begin_support",
    "carry_on",
    "close_case",
    "close_doors",
    "confirm_emergency",
    "describe_case",
    "end_emergency",
    "fold_case",
    "give_consent",
    "hand",
    "hand_over",
    "keep_consent",
    "keep_going",
    "key_of",
    "lift_restriction",
    "mark_attachment_mistaken",
    "mark_case_mistaken",
    "mark_note_mistaken",
    "move_case",
    "open_case",
    "open_door",
    "open_in_emergency",
    "prepare_door",
    "refuse_agencies",
    "reopen_case",
    "restrict_case",
    "reveal",
    "review_emergency",
    "seal_apart",
    "settle",
    "settle_all",
    "tell_apart",
    "tick_task",
    "transfer_case",
    "unfold_case",
    "withdraw_consent",
    "write_note",
]
