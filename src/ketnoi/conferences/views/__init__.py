"""Pages of given work and of conferences."""

from ketnoi.conferences.views.meetings import (
    call_off,
    conference,
    conferences,
    confirm,
    correct,
    move,
    reply,
    topic,
)
from ketnoi.conferences.views.minutes import minutes
from ketnoi.conferences.views.work import again, assignment, assignments, take_back

__all__ = [
    "again",
    "assignment",
    "assignments",
    "call_off",
    "conference",
    "conferences",
    "confirm",
    "correct",
    "minutes",
    "move",
    "reply",
    "take_back",
    "topic",
]
