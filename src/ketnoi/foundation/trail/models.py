"""A line of the trail as Django reads it. Nothing writes it but kn.trail_append()."""

from typing import Any

from django.db import models
from django.db.models import Q

from ketnoi.foundation.guard.reach import ByAgency, Guard, Opened


class LineQuerySet(models.QuerySet):
    """Lines of the trail."""

    def visible_to(self, member: Any) -> "LineQuerySet":
        """Lines of her agency, of its files, and shared lines of files it takes part in."""
        return self.filter(Line.guarded.q(member))

    def done(self) -> "LineQuerySet":
        """What was done, without what was only looked at."""
        return self.exclude(facts__has_key="look")

    def looks(self) -> "LineQuerySet":
        """What was looked at."""
        return self.filter(Q(facts__has_key="look"))


class Line(models.Model):
    """Who did what to which record, and when. No names, no words about a person."""

    guarded = Guard(
        see=(ByAgency("agency"), ByAgency("holder"), Opened("chain", {"shared": True})),
        add=(),
        change=(),
        hides="chain",
    )

    id = models.BigAutoField(primary_key=True)
    chain = models.UUIDField()
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=60)
    agency = models.UUIDField(null=True)
    holder = models.UUIDField(null=True)
    verb = models.CharField(max_length=60)
    about = models.CharField(max_length=120)
    facts = models.JSONField(default=dict)
    shared = models.BooleanField(default=False)
    prev = models.BinaryField()
    hash = models.BinaryField()

    objects = LineQuerySet.as_manager()

    class Meta:
        db_table = "kn_trail"
        constraints = [models.UniqueConstraint(fields=["chain", "seq"], name="trail_one_chain")]

    def __str__(self) -> str:
        return f"line {self.pk}"
