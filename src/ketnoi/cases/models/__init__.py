"""The file, what belongs to it, the papers attached to it, and who broke the glass."""

from ketnoi.cases.models.attachments import Attachment
from ketnoi.cases.models.emergency import EmergencyOpening, EmergencyReview
from ketnoi.cases.models.file import (
    Case,
    CaseAccess,
    CaseState,
    Charge,
    Consent,
    Note,
    OfCase,
)
from ketnoi.cases.models.tasks import Task
from ketnoi.cases.models.wraps import Wrap

__all__ = [
    "Attachment",
    "Case",
    "CaseAccess",
    "CaseState",
    "Charge",
    "Consent",
    "EmergencyOpening",
    "EmergencyReview",
    "Note",
    "OfCase",
    "Task",
    "Wrap",
]
