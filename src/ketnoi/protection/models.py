"""A shelter stay, and apart from it the place, which only the shelter reads."""

import uuid

from django.db import models
from django.db.models import F, Q

from ketnoi.foundation.belonging import InFile, ToldToAgencies
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import ByAgency, Guard, Opened, TakingPart
from ketnoi.protection.terms import LeftReason, LeftTo, Unit


class ShelterStay(InFile):
    """Somebody is safe in a shelter, from a moment to a moment. It never says where."""

    guarded = Guard(
        see=(ByAgency("holder_id"), ByAgency("agency_id"), Opened("case_id")),
        add=(TakingPart(),),
        change=(ByAgency("agency_id"),),
        hides="case_id",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    unit = models.CharField("phòng", max_length=20, choices=Unit)
    house_rules_read = models.BooleanField("đã nghe nội quy", default=False)
    admitted_at = models.DateTimeField("vào lúc")
    admitted_by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    review_due_on = models.DateField("xem lại trước ngày")
    left_at = models.DateTimeField("rời lúc", null=True)
    left_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )
    left_reason = models.CharField("lý do rời", max_length=20, choices=LeftReason, blank=True)
    left_to = models.CharField("nơi đến", max_length=20, choices=LeftTo, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "agency"], condition=Q(left_at=None), name="one_open_stay"
            ),
            models.CheckConstraint(
                condition=Q(left_at=None) | Q(left_at__gte=F("admitted_at")),
                name="stay_ends_after_it_began",
            ),
        ]


class StayPlace(ToldToAgencies):
    """Where she is. Sealed with a key of its own for the shelter; no door to the file opens it."""

    guarded = Guard(see=(ByAgency("agency_id"),), change=(), hides="stay_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stay = models.OneToOneField(ShelterStay, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    key = models.ForeignKey("people.DataKey", on_delete=models.PROTECT, related_name="+")
    address = SealedText("nơi ở")
