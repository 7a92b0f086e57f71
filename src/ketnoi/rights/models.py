"""A request of a person about her data, with its clocks and its answer."""

import uuid

from django.db import models
from django.db.models import Q

from ketnoi.foundation.belonging import InFile
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import ByAgency, Guard
from ketnoi.rights.terms import Asker, Check, Ground, Outcome, Right


class DataRequest(InFile):
    """That she (or somebody for her) asked something about her data, and what came of it.

    Words are sealed with her key: when she is erased, the request stays as codes and days.
    """

    guarded = Guard(see=(ByAgency("holder_id"),), hides="case_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    right = models.CharField("yêu cầu", max_length=10, choices=Right)
    asker = models.CharField("ai yêu cầu", max_length=20, choices=Asker)
    check_made = models.CharField("cách xác nhận", max_length=20, choices=Check)
    words = SealedText("lời yêu cầu")
    received_at = models.DateTimeField("nhận lúc")
    received_by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    clock = models.CharField("thời hạn theo", max_length=40)
    due_at = models.DateTimeField("hạn trả lời")
    acknowledged_at = models.DateTimeField("đã phản hồi lúc", null=True)
    extended_at = models.DateTimeField("gia hạn lúc", null=True)
    outcome = models.CharField("kết quả", max_length=10, choices=Outcome, blank=True)
    ground = models.CharField("lý do", max_length=10, choices=Ground, blank=True)
    answer = SealedText("lời trả lời")
    answered_at = models.DateTimeField("trả lời lúc", null=True)
    answered_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["case", "-received_at"], name="data_request_of_case")]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at=None) | ~Q(outcome=""), name="answer_has_an_outcome"
            ),
        ]
