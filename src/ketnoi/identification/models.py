"""What was decided about somebody's legal status."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from ketnoi.foundation.belonging import InFile
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import ByAgency, Guard, Opened, TakingPart
from ketnoi.identification.terms import Evidence, LegalStatus, PaperKind


class StatusDecision(InFile):
    """A body came to a legal status on a day, on these grounds.

    It is never edited: what was decided later stands beside it, and the newest counts.
    """

    guarded = Guard(
        see=(ByAgency("holder_id"), ByAgency("agency_id"), Opened("case_id")),
        add=(TakingPart(),),
        change=(),
        hides="case_id",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    status = models.CharField("tình trạng", max_length=20, choices=LegalStatus)
    body_name = models.CharField("cơ quan kết luận", max_length=200)
    number = SealedText("số văn bản")
    decided_on = models.DateField("ngày kết luận")
    paper = models.CharField("giấy tờ", max_length=20, choices=PaperKind)
    evidence = ArrayField(models.CharField(max_length=20, choices=Evidence), default=list)
    noted_at = models.DateTimeField("ghi lúc")
    noted_by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "-decided_on"], name="decision_of_case")]
