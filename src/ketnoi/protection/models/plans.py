"""What she will do if it becomes dangerous, in her words."""

import uuid

from django.db import models

from ketnoi.foundation.belonging import ClosedForAgencies, InFile
from ketnoi.foundation.crypto import SealedDocument, TextInside
from ketnoi.foundation.guard import Guard, TakingPart

LEAST = 1024
"""What most plans take: how much she said does not show."""
WORDS = ("signs", "places", "people", "take", "code_word")


class SafetyPlan(ClosedForAgencies, InFile):
    """Her plan for danger. It is never edited: the next one stands in its place.

    It is read by the agency that wrote it down with her, and by no other.
    """

    guarded = Guard(see=(TakingPart(),), change=(), hides="case_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField("lần thứ")
    seal = models.UUIDField()
    sealed_words = SealedDocument(least=LEAST)
    signs = TextInside("sealed_words", "dấu hiệu báo trước")
    places = TextInside("sealed_words", "nơi đến được")
    people = TextInside("sealed_words", "người gọi được")
    take = TextInside("sealed_words", "đồ mang theo")
    code_word = TextInside("sealed_words", "lời hẹn riêng")
    review_on = models.DateField("xem lại trước hết ngày")
    written_at = models.DateTimeField("ghi lúc")
    written_by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "agency", "number"], name="safety_plans_in_order"
            ),
        ]

    def sealed_by(self) -> uuid.UUID:
        """The key of what this agency writes in the file for itself."""
        return self.seal

    def erased_with(self) -> bytes:
        """The key of the person: with it every word goes."""
        return self.case.key.plain
