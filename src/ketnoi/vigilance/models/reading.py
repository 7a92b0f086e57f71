"""What the desk makes of a tip: how far it is believed, what it names, to whom it goes."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from ketnoi.foundation.action import Record
from ketnoi.foundation.belonging import WithOwnKey
from ketnoi.foundation.crypto import KeyedTag, SealedText
from ketnoi.foundation.guard import ByAgency, Guard
from ketnoi.vigilance import terms
from ketnoi.vigilance.models.tips import FORGETS, READERS, Tip, a_record

TAKERS = tuple(ByAgency("to_id", role=role) for role in ("verifier", "lead"))


class OfTip(Record):
    """A record that only those reach who read tips at the desk; whoever told it does not."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    author = a_record("agencies.Member")
    at = models.DateTimeField("lúc")
    tip: Any
    tip_id: Any

    class Meta:
        abstract = True

    def data_key(self) -> bytes:
        """The key of its tip."""
        return self.tip.data_key()

    def seal_owner(self) -> str:
        """The tip and the record."""
        return f"{self.tip_id}/{self.pk}"


class Triage(OfTip):
    """Somebody read a tip and says how far it is to be believed; the latest counts."""

    guarded = Guard(see=READERS)

    tip = models.ForeignKey(Tip, on_delete=models.PROTECT, related_name="triages")
    credibility = models.CharField("độ tin cậy", max_length=10, choices=terms.Credibility)
    standing = models.CharField("tình trạng", max_length=10, choices=terms.Standing)
    same_as = models.ForeignKey(Tip, on_delete=models.PROTECT, related_name="+", null=True)
    why = SealedText("vì sao")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(standing="same", same_as__isnull=False)
                | ~Q(standing="same") & Q(same_as=None),
                name="triage_says_same_as_which",
            )
        ]
        indexes = [models.Index(fields=["tip", "-at"], name="triage_of_tip")]


class Sighting(OfTip):
    """A telephone, a page, a plate or somebody that a tip names; sealed, found by a keyed tag."""

    guarded = Guard(see=(*READERS, FORGETS), add=READERS)

    tip = models.ForeignKey(Tip, on_delete=models.PROTECT, related_name="sightings")
    sign = models.CharField("loại", max_length=10, choices=terms.Sign)
    value = SealedText("dấu hiệu")
    value_tag = KeyedTag(of="value", purpose="sighting", near=["tip__key"], db_index=True)


class HandOver(WithOwnKey):
    """What was given to the police of a tip, by when they answer, that they have it, and what came.

    It holds its own words: the police read what was handed to them, not the box of whoever told.
    """

    guarded = Guard(see=(*READERS, *TAKERS, FORGETS), add=READERS, change=TAKERS)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    tip = models.ForeignKey(Tip, on_delete=models.PROTECT, related_name="handed")
    to = a_record("agencies.Agency")
    key = a_record("people.DataKey")
    words = SealedText("nội dung chuyển")
    handed_at = models.DateTimeField("chuyển lúc")
    handed_by = a_record("agencies.Member")
    due_at = models.DateTimeField("cần trả lời trước")
    received_at = models.DateTimeField("nhận lúc", null=True)
    received_by = a_record("agencies.Member", null=True)
    outcome = models.CharField("kết quả", max_length=15, choices=terms.Outcome, blank=True)
    answer = SealedText("trả lời")
    answered_at = models.DateTimeField("trả lời lúc", null=True)
    answered_by = a_record("agencies.Member", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tip", "to"], name="handed_once_to_an_agency"),
            models.CheckConstraint(
                condition=Q(answered_at=None, outcome="")
                | Q(answered_at__isnull=False, received_at__isnull=False) & ~Q(outcome=""),
                name="handed_answered_after_receipt",
            ),
        ]
        indexes = [models.Index(fields=["to", "due_at"], name="handed_to_agency")]
