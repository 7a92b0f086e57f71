"""The pages of counselling."""

from ketnoi.counselling.views.courses import begin, course, end, file, hand_on, tell
from ketnoi.counselling.views.dangers import danger, raise_danger
from ketnoi.counselling.views.desk import (
    agree,
    desk,
    end_supervision,
    numbers,
    supervisor,
)
from ketnoi.counselling.views.groups import end_group, free, group, groups, meeting, seat
from ketnoi.counselling.views.sittings import mistaken, sitting

__all__ = [
    "agree",
    "begin",
    "course",
    "danger",
    "desk",
    "end",
    "end_group",
    "end_supervision",
    "file",
    "free",
    "group",
    "groups",
    "hand_on",
    "meeting",
    "mistaken",
    "numbers",
    "raise_danger",
    "seat",
    "sitting",
    "supervisor",
    "tell",
]
