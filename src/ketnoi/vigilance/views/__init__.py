"""Pages of tips: the public ones, and those of the desk."""

from ketnoi.vigilance.views.desk import desk, tip, tips, type_tip
from ketnoi.vigilance.views.handing import hand_over, handed, receive
from ketnoi.vigilance.views.public import box, picture, tell, word
from ketnoi.vigilance.views.reading import answer, kept_picture, sight

__all__ = [
    "answer",
    "box",
    "desk",
    "hand_over",
    "handed",
    "kept_picture",
    "picture",
    "receive",
    "sight",
    "tell",
    "tip",
    "tips",
    "type_tip",
    "word",
]
