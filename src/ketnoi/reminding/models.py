"""That something that waits was said again."""

import uuid

from django.db import models

from ketnoi.foundation.action import Record
from ketnoi.foundation.guard import ByRole, Guard
from ketnoi.reminding.terms import Word


class Reminder(Record):
    """That a word was said about a task, once. Nobody reads it but the system that says it."""

    guarded = Guard(see=(ByRole("system"),), change=())

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    task = models.ForeignKey("cases.Task", on_delete=models.PROTECT, related_name="+")
    word = models.CharField(max_length=10, choices=Word)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["task", "word"], name="a_word_is_said_once")]
