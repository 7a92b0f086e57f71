"""Pages of files: work lists, lists of files, and what is done in one file."""

from ketnoi.cases.views.attachments import attachment, attachment_mistaken, attachments
from ketnoi.cases.views.consents import consents
from ketnoi.cases.views.emergency import (
    emergency,
    emergency_confirm,
    emergency_end,
    emergency_review,
)
from ketnoi.cases.views.family import (
    family,
    relative,
    relative_end,
    relative_paper,
    relative_person,
    relative_representative,
    relative_reveal,
    relative_tie,
)
from ketnoi.cases.views.file import (
    charge,
    describe,
    looks,
    note,
    note_mistaken,
    reopen,
    who,
)
from ketnoi.cases.views.lists import cases, search, tick, today
from ketnoi.cases.views.person import address, paper, person, phone, representative, reveal

__all__ = [
    "address",
    "attachment",
    "attachment_mistaken",
    "attachments",
    "cases",
    "charge",
    "consents",
    "describe",
    "emergency",
    "emergency_confirm",
    "emergency_end",
    "emergency_review",
    "looks",
    "family",
    "note",
    "note_mistaken",
    "paper",
    "person",
    "phone",
    "relative",
    "relative_end",
    "relative_paper",
    "relative_person",
    "relative_representative",
    "relative_reveal",
    "relative_tie",
    "reopen",
    "representative",
    "reveal",
    "search",
    "tick",
    "today",
    "who",
]
