"""What the foundation keeps in the database: holidays, the trail, what was shredded."""

from django.db import models

from ketnoi.foundation.action import Record
from ketnoi.foundation.guard import ByAgency, Guard
from ketnoi.foundation.trail.models import Line

__all__ = ["Bucket", "Holiday", "Line", "Shred", "UsedProof"]


class Holiday(Record):
    """A day on which offices are closed, with the text that says so."""

    on = models.DateField(primary_key=True)
    name = models.CharField(max_length=80)
    source = models.CharField(max_length=200)

    class Meta:
        db_table = "foundation_holiday"


class Shred(Record):
    """That a key was destroyed for good: whose, when, on what ground. Only ids and codes."""

    guarded = Guard(see=(ByAgency("agency"),), add=(), change=(), hides="person")

    key = models.UUIDField(primary_key=True)
    person = models.UUIDField()
    agency = models.UUIDField()
    at = models.DateTimeField()
    ground = models.CharField(max_length=40)


class Bucket(Record):
    """How much the public forms still take from one network today; its name changes every day."""

    mark = models.BigIntegerField(primary_key=True)
    day = models.DateField(db_index=True)
    left_over = models.FloatField()
    filled_at = models.DateTimeField()

    class Meta:
        db_table = "foundation_bucket"


class UsedProof(Record):
    """That a step more was taken, until it could not be taken anyway; by whom is not known."""

    id = models.UUIDField(primary_key=True)
    until = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "foundation_used_proof"
