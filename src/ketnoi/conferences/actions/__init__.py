"""What is done with given work and with conferences. Each action is one sentence of the field."""

from ketnoi.conferences.actions.meeting import (
    answer_invitation,
    call_conference,
    call_off_conference,
    move_conference,
    propose_topic,
)
from ketnoi.conferences.actions.minutes import confirm_minutes, correct_minutes, hold_conference
from ketnoi.conferences.actions.returning import bring_back, end_talks, go_round
from ketnoi.conferences.actions.work import answer_assignment, give_assignment, take_back
from ketnoi.foundation.action import Refused

__all__ = [
    "Refused",
    "answer_assignment",
    "answer_invitation",
    "bring_back",
    "call_conference",
    "call_off_conference",
    "confirm_minutes",
    "correct_minutes",
    "end_talks",
    "give_assignment",
    "go_round",
    "hold_conference",
    "move_conference",
    "propose_topic",
    "take_back",
]
