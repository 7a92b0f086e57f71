"""What the foundation keeps in the database: holidays and the trail."""

from django.db import models

from ketnoi.foundation.action import Record
from ketnoi.foundation.trail.models import Line

__all__ = ["Holiday", "Line"]


class Holiday(Record):
    """A day on which offices are closed, with the text that says so."""

    on = models.DateField(primary_key=True)
    name = models.CharField(max_length=80)
    source = models.CharField(max_length=200)

    class Meta:
        db_table = "foundation_holiday"
