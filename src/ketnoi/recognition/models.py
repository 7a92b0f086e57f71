"""A question to agencies nobody names, its arrival at one that may know her, an introduction."""

import uuid

from django.db import models
from django.db.models import Q

from ketnoi.foundation.belonging import InFile
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import ByAgency, ByRole, Guard
from ketnoi.recognition.terms import Answer, Ground

OWN = (ByAgency("holder_id"),)
SYSTEM = ByRole("system")


class OfFile(InFile):
    """A record of one file, which only the agency that holds the file ever reads."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    code = models.CharField("mã hồ sơ", max_length=16)
    keeper = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Question(OfFile):
    """Somebody asks whether another agency supports the person of this file too.

    It stands until a day; whether it reached anybody is written nowhere that the asker can read.
    """

    guarded = Guard(see=OWN, hides="case_id")

    ground = models.CharField("căn cứ", max_length=20, choices=Ground)
    consent = models.ForeignKey(
        "cases.Consent", on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason = SealedText("luật nào, vì sao")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    until = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(stopped_at=None), name="one_question_at_a_time"
            )
        ]
        indexes = [models.Index(fields=["asked_by", "-asked_at"], name="question_by")]


class Approach(OfFile):
    """That a question may be about the person of this file: on the desk of who holds this one.

    It says nothing of who asks. Only kn.recognise() writes it; the holder answers it.
    """

    guarded = Guard(see=(*OWN, SYSTEM), add=(), hides="case_id")

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    by_paper = models.BooleanField(default=False)
    by_phone = models.BooleanField(default=False)
    by_name = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
    answer = models.CharField("trả lời", max_length=20, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )
    consent = models.ForeignKey(
        "cases.Consent", on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason = SealedText("luật nào, vì sao")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "case"], name="asked_once_about_a_file")
        ]


class Introduction(OfFile):
    """That she agreed in two agencies to be known by both: what this one is told of the other.

    Only kn.recognise() writes it, one row for each side: agency, officer and code, nothing else.
    """

    guarded = Guard(see=(*OWN, SYSTEM), add=(), change=(SYSTEM,), hides="case_id")

    approach = models.ForeignKey(Approach, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    partner_keeper = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, related_name="+"
    )
    partner_code = models.CharField("mã hồ sơ ở nơi kia", max_length=16)
    ground = models.CharField("căn cứ", max_length=20, choices=Ground)
    made_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["approach", "case"], name="introduced_once")]
