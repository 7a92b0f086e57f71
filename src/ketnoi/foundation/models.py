"""What the foundation keeps in the database: holidays, notices, and the trail."""

import uuid

from django.db import models

from ketnoi.foundation.action import Record
from ketnoi.foundation.trail.models import Line

__all__ = ["Holiday", "Line", "Notice"]


class Holiday(Record):
    """A day on which offices are closed, with the text that says so."""

    on = models.DateField(primary_key=True)
    name = models.CharField(max_length=80)
    source = models.CharField(max_length=200)

    class Meta:
        db_table = "foundation_holiday"


class Notice(Record):
    """That a member was told there is something to do. Never what it is."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.UUIDField()
    channel = models.CharField(max_length=10)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "foundation_notice"
