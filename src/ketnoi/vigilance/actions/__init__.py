"""What is done with a tip: told, read, answered, linked, handed to the police."""

from ketnoi.foundation.action import Refused
from ketnoi.vigilance.actions.desks import close_desk, open_desk
from ketnoi.vigilance.actions.forgetting import forget_tips
from ketnoi.vigilance.actions.handing import answer_hand_over, hand_over, receive_hand_over
from ketnoi.vigilance.actions.reading import answer_tip, judge_tip, note_sighting
from ketnoi.vigilance.actions.telling import add_picture, add_word, tell_tip

__all__ = [
    "Refused",
    "add_picture",
    "add_word",
    "answer_hand_over",
    "answer_tip",
    "close_desk",
    "forget_tips",
    "hand_over",
    "judge_tip",
    "note_sighting",
    "open_desk",
    "receive_hand_over",
    "tell_tip",
]
