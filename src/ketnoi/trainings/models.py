"""Events of the network."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from ketnoi.foundation.action import Record
from ketnoi.trainings import rules
from ketnoi.trainings.terms import Kind, Precision


class NetworkEvent(Record):
    """Something the network did or lived through together, with where that is written."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.SlugField(max_length=60, unique=True)
    kind = models.CharField("loại", max_length=10, choices=Kind)
    title = models.CharField("tên", max_length=250)
    held_on = models.DateField("ngày")
    precision = models.CharField("độ chính xác", max_length=5, choices=Precision)
    place = models.CharField("nơi", max_length=120, blank=True)
    organiser = models.ForeignKey(
        "agencies.Agency", on_delete=models.PROTECT, null=True, related_name="+"
    )
    topics = ArrayField(models.CharField(max_length=250), default=list, blank=True)
    about = models.TextField("nội dung", blank=True)
    source = models.CharField("nguồn", max_length=200)

    class Meta:
        ordering = ["-held_on", "title"]

    @property
    def when(self) -> str:
        """The day as exactly as the source tells it."""
        return rules.when(held_on=self.held_on, precision=self.precision)
