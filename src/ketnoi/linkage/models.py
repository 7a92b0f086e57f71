"""Lists, their rows, and pairs that may be one person."""

import uuid

from django.db import models

from ketnoi.foundation.action import Record
from ketnoi.foundation.belonging import WithOwnKey
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import ByAgency, Guard
from ketnoi.linkage.terms import Decision, Flaw, ListState

OWN = Guard(see=(ByAgency("agency_id"),))


class ReturneeList(WithOwnKey):
    """A list somebody sent in. Its key seals everything in it: without the key, nothing is left."""

    guarded = OWN

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    keeper = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    key = models.ForeignKey("people.DataKey", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ListState, default=ListState.SENT)
    made_at = models.DateTimeField()
    file = SealedText("tệp")
    read_to = models.PositiveIntegerField(default=0)
    good = models.PositiveIntegerField(default=0)
    bad = models.PositiveIntegerField(default=0)

    def trail_chain(self) -> tuple[uuid.UUID, uuid.UUID]:
        """A list has a chain of its own, which its agency reads."""
        return self.pk, self.agency_id


class OfList(Record):
    """A record of a list, sealed with its key and reached as it is."""

    guarded = OWN

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    source = models.ForeignKey(ReturneeList, on_delete=models.CASCADE, related_name="%(class)ss")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    def trail_chain(self) -> tuple[uuid.UUID, uuid.UUID]:
        """The chain of the list."""
        return self.source_id, self.agency_id

    def data_key(self) -> bytes:
        """The key of the list."""
        return self.source.key.plain

    def seal_owner(self) -> str:
        """The list and the record."""
        return f"{self.source_id}/{self.pk}"


class Row(OfList):
    """One line of a list. A line with a flaw is told with its reason, and compared with nobody."""

    number = models.PositiveIntegerField()
    flaw = models.CharField(max_length=10, choices=Flaw, blank=True)
    told = SealedText("nội dung dòng")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "number"], name="linkage_one_row_a_line")
        ]


class Pair(OfList):
    """Two records that may be one person: how likely, on what they agree, what was decided."""

    guarded = Guard(see=OWN.see, hides="person_id")

    one = models.ForeignKey(Row, on_delete=models.CASCADE, related_name="+")
    two = models.ForeignKey(Row, on_delete=models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )
    likely = models.PositiveSmallIntegerField()
    codes = models.CharField(max_length=40)
    decision = models.CharField(max_length=10, choices=Decision, default=Decision.OPEN)
    decided_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
