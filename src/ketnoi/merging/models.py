"""That two files were found to be about one person, and that it was taken back."""

import json
import uuid
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from ketnoi.cases.terms import Status
from ketnoi.foundation.belonging import InFile
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import ByAgency, Guard
from ketnoi.merging.terms import Reason


class Merge(InFile):
    """Who found out when that `other` is about the person of `case`, and what was replaced.

    It is never changed but once: when it is undone. The replaced values are sealed with the key of
    the file that goes on, to be given back exactly.
    """

    guarded = Guard(see=(ByAgency("holder_id"),), hides="case_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("gộp lúc")
    by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField("vì sao", max_length=10, choices=Reason)
    words = SealedText("ghi rõ")
    replaced = SealedText("giá trị trước khi gộp")
    status = models.CharField("trạng thái trước khi gộp", max_length=20, choices=Status)
    settled = ArrayField(models.UUIDField(), default=list)
    along = ArrayField(models.UUIDField(), default=list)
    undone_at = models.DateTimeField("tách lúc", null=True)
    undone_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(case=F("other")), name="merge_of_two_files"),
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="merge_undone_by_somebody",
            ),
            models.UniqueConstraint(
                fields=["other"], condition=Q(undone_at=None), name="merged_once_at_a_time"
            ),
        ]
        indexes = [models.Index(fields=["case"], name="merge_of_case")]

    @property
    def changes(self) -> dict[str, dict[str, list[Any]]]:
        """What was replaced in her record and in the file: for each column, before and after."""
        return json.loads(self.replaced.open() or "{}")
