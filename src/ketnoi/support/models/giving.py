"""Support that an agency gave."""

import uuid

from django.db import models
from django.db.models import Q

from ketnoi.foundation.belonging import InFile
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import ByAgency, Guard, TakingPart
from ketnoi.support.terms import Funds, SupportKind, Unit


class SupportGiven(InFile):
    """One agency did one thing for somebody on a day. It stays; a wrong record is marked.

    The agency that gave it and the holder of the file read it. Others who take part do not: that
    somebody sees a psychologist is no business of every office that helps her.
    """

    guarded = Guard(
        see=(ByAgency("holder_id"), ByAgency("agency_id")),
        add=(TakingPart(),),
        change=(ByAgency("agency_id"),),
        hides="case_id",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("loại hỗ trợ", max_length=20, choices=SupportKind)
    given_on = models.DateField("ngày hỗ trợ")
    hours = models.DecimalField("số giờ", max_digits=6, decimal_places=2, null=True)
    cost = models.BigIntegerField("chi phí", null=True)
    funds = models.CharField("nguồn chi", max_length=20, choices=Funds, blank=True)
    quantity = models.DecimalField("số lượng", max_digits=6, decimal_places=2, null=True)
    unit = models.CharField("đơn vị tính", max_length=20, choices=Unit, blank=True)
    norm = models.CharField("định mức", max_length=80, blank=True)
    norm_amount = models.BigIntegerField("mức chi một đơn vị", null=True)
    payment = models.OneToOneField(
        "support.Entry", on_delete=models.PROTECT, null=True, related_name="+"
    )
    key = models.UUIDField("lần bấm", null=True)
    detail = SealedText("nội dung")
    noted_at = models.DateTimeField("ghi lúc")
    noted_by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    mistaken_at = models.DateTimeField("ghi nhầm lúc", null=True)
    mistaken_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(hours=None) | Q(hours__gt=0), name="support_takes_time"
            ),
            models.CheckConstraint(condition=Q(cost=None) | Q(cost__gte=0), name="support_cost"),
            models.CheckConstraint(
                condition=Q(quantity=None, unit="") | Q(quantity__gt=0) & ~Q(unit=""),
                name="support_is_counted_in_something",
            ),
            models.CheckConstraint(
                condition=Q(norm="", norm_amount=None) | ~Q(norm="") & Q(norm_amount__gt=0),
                name="support_norm_has_its_amount",
            ),
            models.UniqueConstraint(fields=["agency", "key"], name="support_pressed_once"),
        ]
        indexes = [models.Index(fields=["case", "-given_on"], name="support_of_case")]
