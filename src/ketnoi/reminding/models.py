"""That something that waits was said again."""

import uuid

from django.db import models
from django.db.models import Q

from ketnoi.foundation.action import Record
from ketnoi.foundation.guard import ByRole, Guard
from ketnoi.reminding.terms import Word


class Reminder(Record):
    """That a word was said about a task. Nobody reads it but the system that says it.

    Only the word to coordinators is said again while the task waits: `turn` counts from 0.
    """

    guarded = Guard(see=(ByRole("system"),), change=())

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    task = models.ForeignKey("cases.Task", on_delete=models.PROTECT, related_name="+")
    word = models.CharField(max_length=10, choices=Word)
    turn = models.PositiveSmallIntegerField(default=0)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["task", "word", "turn"], name="a_word_is_said_once_a_turn"
            )
        ]


class Feed(Record):
    """An address from which a member's calendar reads when something is due, and nothing else."""

    id = models.UUIDField(primary_key=True, editable=False)
    member = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField("lập lúc")
    ended_at = models.DateTimeField("thôi lúc", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member"], condition=Q(ended_at=None), name="one_feed_of_a_member"
            )
        ]
