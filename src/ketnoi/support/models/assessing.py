"""How her life is, in nine parts, as it was asked on a day."""

from django.db import models
from django.db.models import Q

from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import Guard, TakingPart
from ketnoi.support.models.of_file import HOLDER, OfFile, a_record
from ketnoi.support.terms import Area, Level, Occasion


class Assessment(OfFile):
    """Somebody asked her how she lives, on a day. It stays; a wrong one is marked.

    The agency that asked and the holder of the file read it. Others who take part do not: how her
    mind or her health is, is no business of the office that helps her with papers.
    """

    guarded = Guard(
        see=(HOLDER, TakingPart()), add=(TakingPart(),), change=(TakingPart(),), hides="case_id"
    )

    agency = a_record("agencies.Agency")
    occasion = models.CharField("dịp", max_length=20, choices=Occasion)
    asked_on = models.DateField("hỏi ngày")
    noted_at = models.DateTimeField("ghi lúc")
    noted_by = a_record("agencies.Member")
    mistaken_at = models.DateTimeField("ghi nhầm lúc", null=True)
    mistaken_by = a_record("agencies.Member", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(mistaken_at=None, mistaken_by=None)
                | ~Q(mistaken_at=None) & ~Q(mistaken_by=None),
                name="assessment_mistaken_by_somebody",
            )
        ]
        indexes = [models.Index(fields=["case", "asked_on"], name="assessment_of_case")]


class Finding(OfFile):
    """One part of her life in an assessment: a step of the scale, or that it was not asked."""

    guarded = Guard(see=(HOLDER, TakingPart()), add=(TakingPart(),), change=(), hides="case_id")

    agency = a_record("agencies.Agency")
    assessment = a_record("support.Assessment")
    area = models.CharField("lĩnh vực", max_length=20, choices=Area)
    level = models.CharField("mức", max_length=20, choices=Level, blank=True)
    words = SealedText("điều chị ấy cho biết")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "area"], name="area_asked_once")
        ]
