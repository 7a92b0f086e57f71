"""What is done about shelter: beds are counted and kept; she comes, is looked after, leaves."""

from ketnoi.foundation.action import Refused
from ketnoi.protection.actions.beds import (
    change_bed,
    count_night,
    free_bed,
    keep_bed,
    lock_house,
    move_count,
    set_places,
    take_bed,
    tell_network,
)
from ketnoi.protection.actions.plans import write_plan
from ketnoi.protection.actions.stays import (
    admit,
    change_room,
    complete_stay,
    keep_place,
    leave,
    review_stay,
)

__all__ = [
    "Refused",
    "admit",
    "change_bed",
    "change_room",
    "complete_stay",
    "count_night",
    "free_bed",
    "keep_bed",
    "keep_place",
    "leave",
    "lock_house",
    "move_count",
    "review_stay",
    "set_places",
    "take_bed",
    "tell_network",
    "write_plan",
]
