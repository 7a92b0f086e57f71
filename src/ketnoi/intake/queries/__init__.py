"""What pages may ask about the first conversation, and about who waits to be called."""

from ketnoi.intake.queries.callbacks import (
    Waiting,
    attempts_of,
    callback,
    duty,
    is_sent,
    late_callbacks,
    said_for,
    to_call_now,
    to_forget,
    untold_late,
    waiting,
    words_of,
)
from ketnoi.intake.queries.reception import (
    begun,
    draft,
    drafts_of,
    gone_drafts,
    likely,
    looked_up,
    paper_in,
    person_of,
)

__all__ = [
    "Waiting",
    "attempts_of",
    "begun",
    "callback",
    "draft",
    "drafts_of",
    "duty",
    "gone_drafts",
    "is_sent",
    "late_callbacks",
    "likely",
    "looked_up",
    "paper_in",
    "person_of",
    "said_for",
    "to_call_now",
    "to_forget",
    "untold_late",
    "waiting",
    "words_of",
]
