"""What is done in counselling."""

from ketnoi.counselling.actions.courses import (
    begin_course,
    end_course,
    hand_on_course,
    tell_others,
)
from ketnoi.counselling.actions.dangers import answer_danger, raise_danger
from ketnoi.counselling.actions.groups import (
    begin_group,
    end_group,
    free_seat,
    give_seat,
    hold_meeting,
)
from ketnoi.counselling.actions.sittings import mark_sitting_mistaken, write_sitting
from ketnoi.counselling.actions.supervising import (
    agree_to_supervise,
    end_supervision,
    name_supervisor,
)
from ketnoi.foundation.action import Refused

__all__ = [
    "Refused",
    "agree_to_supervise",
    "answer_danger",
    "begin_course",
    "begin_group",
    "end_course",
    "end_group",
    "end_supervision",
    "free_seat",
    "give_seat",
    "hand_on_course",
    "hold_meeting",
    "mark_sitting_mistaken",
    "name_supervisor",
    "raise_danger",
    "tell_others",
    "write_sitting",
]
