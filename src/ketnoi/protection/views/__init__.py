"""The pages of a shelter: its house, and the stays in it."""

from ketnoi.protection.views.house import (
    count,
    house,
    keep,
    occupancy,
    places,
    release,
)
from ketnoi.protection.views.plans import card, plan
from ketnoi.protection.views.stays import complete, review, room, stay

__all__ = [
    "card",
    "complete",
    "count",
    "house",
    "keep",
    "occupancy",
    "places",
    "plan",
    "release",
    "review",
    "room",
    "stay",
]
