"""Nouns of counselling."""

from ketnoi.counselling.models.class_of_two import (
    CounsellorKey,
    CounsellorSecret,
    Supervision,
)
from ketnoi.counselling.models.courses import Course, DangerRaised, Sitting, Tally
from ketnoi.counselling.models.groups import Group, Meeting, Participation, Seat

__all__ = [
    "CounsellorKey",
    "CounsellorSecret",
    "Course",
    "DangerRaised",
    "Group",
    "Meeting",
    "Participation",
    "Seat",
    "Sitting",
    "Supervision",
    "Tally",
]
