"""What is done at a one-stop office."""

from ketnoi.foundation.action import Refused
from ketnoi.osso.actions.ending import end_one_stop
from ketnoi.osso.actions.keeping import call_back, keep_appointment, miss_appointment
from ketnoi.osso.actions.meeting import call_off_appointment, make_appointment, move_appointment
from ketnoi.osso.actions.papers import note_child_papers
from ketnoi.osso.actions.sessions import mark_session_mistaken, record_session
from ketnoi.osso.actions.walking_in import receive_walk_in, record_walk_in
from ketnoi.osso.actions.wishes import answer_wish, hand_on_wishes

__all__ = [
    "Refused",
    "answer_wish",
    "call_back",
    "call_off_appointment",
    "end_one_stop",
    "hand_on_wishes",
    "keep_appointment",
    "make_appointment",
    "mark_session_mistaken",
    "miss_appointment",
    "move_appointment",
    "note_child_papers",
    "receive_walk_in",
    "record_session",
    "record_walk_in",
]
