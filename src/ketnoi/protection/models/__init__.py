"""A shelter stay, and apart from it the place, which only the shelter reads."""

import uuid

from django.db import models
from django.db.models import F, Q

from ketnoi.foundation.belonging import InFile, ToldToAgencies
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.envelope import spoken
from ketnoi.foundation.guard import ByAgency, Guard, Opened, TakingPart
from ketnoi.protection.models.beds import Beds as Beds
from ketnoi.protection.models.beds import NightCount as NightCount
from ketnoi.protection.models.plans import SafetyPlan as SafetyPlan
from ketnoi.protection.terms import LeftReason, LeftTo, Unit

LETTERS = 10


def fresh_code() -> str:
    """By what name the pages of a stay are called: random, and nothing else of it is in them."""
    return spoken.new(LETTERS)


class ShelterStay(InFile):
    """Somebody is safe in a shelter, from a moment to a moment. It never says where.

    It names its file by code, for the shelter must be able to write that she left when the file is
    open to it no longer: else a bed would be taken for ever.
    """

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
    code = models.CharField("mã lần tạm lánh", max_length=16, unique=True, default=fresh_code)
    file_code = models.CharField("mã hồ sơ", max_length=16)
    unit = models.CharField("phòng", max_length=20, choices=Unit)
    children = models.PositiveSmallIntegerField("con cùng vào", default=0)
    rules_heard_on = models.DateField("nghe nội quy ngày", null=True)
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
        indexes = [
            models.Index(fields=["agency"], condition=Q(left_at=None), name="running_stays"),
        ]


class StayPlace(ToldToAgencies):
    """Where she is. Sealed with a key of its own for the shelter; no door to the file opens it."""

    guarded = Guard(see=(ByAgency("agency_id"),), change=(), hides="stay_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stay = models.OneToOneField(ShelterStay, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    key = models.ForeignKey("people.DataKey", on_delete=models.PROTECT, related_name="+")
    address = SealedText("nơi ở")
