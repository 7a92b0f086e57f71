"""The beds of a shelter, counted by unit, and who counted them at night; no person is named."""

import uuid

from django.db import models
from django.db.models import F, Q

from ketnoi.agencies.terms import Role
from ketnoi.foundation.action import Record
from ketnoi.foundation.guard import ByAgency, ByRole, Guard
from ketnoi.protection.terms import Unit

OWN = ByAgency("agency_id")
SEEN = (OWN, ByRole(Role.COORDINATOR.value))


class Beds(Record):
    """How many places a unit of a shelter has and how many are taken; the database refuses more.

    It is a count and not a question about stays: a stay that is hidden from whoever asks would not
    be among them. `places` is empty until the shelter has said how many there are; then whoever
    comes is counted all the same.
    """

    guarded = Guard(see=SEEN, add=(OWN,), change=(OWN,))

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    unit = models.CharField("phòng", max_length=20, choices=Unit)
    places = models.PositiveSmallIntegerField("số chỗ", null=True)
    taken = models.PositiveSmallIntegerField("đã có người", default=0)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "unit"], name="beds_of_a_unit"),
            models.CheckConstraint(
                condition=Q(places=None) | Q(taken__lte=F("places")), name="no_bed_is_taken_twice"
            ),
            models.CheckConstraint(condition=Q(taken__gte=0), name="no_fewer_than_no_bed_is_taken"),
        ]


class NightCount(Record):
    """That somebody went round the house in the evening and found it as the book says."""

    guarded = Guard(see=SEEN, add=(OWN,), change=())

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    night = models.DateField("đêm")
    taken = models.PositiveSmallIntegerField("chỗ có người")
    at = models.DateTimeField()
    by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["agency", "-at"], name="night_of_shelter")]
