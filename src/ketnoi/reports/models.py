"""The numbers of the board, kept for each coordinator as she may know them."""

import uuid

from django.db import models

from ketnoi.foundation.action import Record
from ketnoi.foundation.guard import ByMember, ByRole, Guard


class Reading(Record):
    """What was counted for one coordinator, and when; the next count takes its place.

    `waiting` has a line for each agency: its name, how much waits there, how much of it is late.
    """

    guarded = Guard(
        see=(ByMember("member_id"), ByRole("system")),
        add=(ByRole("system"),),
        change=(ByRole("system"),),
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.OneToOneField("agencies.Member", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    sent = models.PositiveIntegerField()
    due = models.PositiveIntegerField()
    in_time = models.PositiveIntegerField()
    median_days = models.FloatField(null=True)
    to_ask = models.PositiveIntegerField(default=0)
    answered = models.PositiveIntegerField(default=0)
    in_work = models.PositiveIntegerField(default=0)
    lost = models.PositiveIntegerField()
    forgotten = models.PositiveIntegerField()
    without_deadline = models.PositiveIntegerField()
    waiting = models.JSONField(default=list)
    more = models.PositiveIntegerField()
