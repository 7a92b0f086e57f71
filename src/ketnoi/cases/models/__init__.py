"""The file, what belongs to it, and the papers that are attached to it."""

from ketnoi.cases.models.attachments import Attachment
from ketnoi.cases.models.file import (
    Case,
    CaseAccess,
    CaseState,
    Charge,
    Consent,
    Note,
    OfCase,
    Task,
)

__all__ = [
    "Attachment",
    "Case",
    "CaseAccess",
    "CaseState",
    "Charge",
    "Consent",
    "Note",
    "OfCase",
    "Task",
]
