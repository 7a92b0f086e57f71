"""Drafts of those who did not want to be recorded, and how many there were."""

import uuid

from django.db import models

from ketnoi.foundation.action import Record
from ketnoi.foundation.belonging import WithOwnKey
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import ByAgency, ByMember, ByRole, Guard


class Draft(WithOwnKey):
    """What was typed before she said no: its author alone reads it, and it goes within a day."""

    guarded = Guard(
        see=(ByMember("author_id"), ByRole("system")), add=(ByMember("author_id"),), change=None
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    author = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    key = models.ForeignKey("people.DataKey", on_delete=models.PROTECT, related_name="+")
    answers = SealedText("câu trả lời")
    made_at = models.DateTimeField("viết lúc")
    until = models.DateTimeField("mất lúc")


class Unrecorded(Record):
    """That somebody did not want to be recorded: a day and an agency, no person."""

    guarded = Guard(
        see=(ByAgency("agency_id"), ByMember("by_id", home="agency_id"), ByRole("coordinator"))
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
