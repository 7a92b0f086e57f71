"""What pages ask about tips: the box of whoever told, and the desk that reads."""

from ketnoi.vigilance.queries.boxes import box, has_come, holder_of, in_groups, receipt_of
from ketnoi.vigilance.queries.desks import (
    desk,
    handed,
    handed_to,
    links_of,
    own_desk,
    partners,
    picture,
    tip,
    tips_of,
)
from ketnoi.vigilance.queries.forgetting import handed_to_forget, tips_to_forget

__all__ = [
    "box",
    "desk",
    "handed",
    "handed_to",
    "handed_to_forget",
    "has_come",
    "holder_of",
    "in_groups",
    "links_of",
    "own_desk",
    "partners",
    "picture",
    "receipt_of",
    "tip",
    "tips_of",
    "tips_to_forget",
]
