"""A drive of an agency, and what was told about what it did."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from ketnoi.drives import rules
from ketnoi.foundation.action import Record
from ketnoi.foundation.belonging import WithOwnKey
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import ByAgency, ByRole, Guard

OWN = ByAgency("agency_id")
THE_PUBLIC = ByRole("visitor", only={"is_public": True})
THE_ROUND = ByRole("system")
"""Nobody of an agency: what goes away by itself goes by the round of the system."""


def a_record(name: str, **more: Any) -> Any:
    """A record of another domain, which stays as long as this one."""
    return models.ForeignKey(name, on_delete=models.PROTECT, related_name="+", **more)


class Drive(WithOwnKey):
    """An agency looks for things that are needed. Its key seals who offers them, and nothing else.

    When the key is destroyed, nobody knows any more who gave; the numbers stay.
    """

    guarded = Guard(see=(OWN, THE_PUBLIC, THE_ROUND), add=(OWN,), change=(OWN, THE_ROUND))

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    key = a_record("people.DataKey")
    title = models.CharField("tên đợt vận động", max_length=120)
    is_public = models.BooleanField(default=False)
    opened_at = models.DateTimeField("mở lúc")
    opened_by = a_record("agencies.Member")
    ended_at = models.DateTimeField("kết thúc lúc", null=True)
    ended_by = a_record("agencies.Member", null=True)
    forgotten_at = models.DateTimeField("quên người góp lúc", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False, is_public=False),
                name="drive_ended_at_and_by",
            ),
            models.CheckConstraint(
                condition=Q(forgotten_at=None) | Q(ended_at__isnull=False),
                name="drive_forgets_after_its_end",
            ),
        ]
        indexes = [models.Index(fields=["agency", "-opened_at"], name="drive_of_agency")]


class Evidence(Record):
    """What a drive did: how many people it reached, and one sentence.

    The sentence is sealed until a second person has looked for names in it; what was checked is
    printed on a public page.
    """

    guarded = Guard(see=(OWN, THE_PUBLIC, THE_ROUND), add=(OWN,), change=(OWN, THE_ROUND))

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    drive = models.ForeignKey(Drive, on_delete=models.PROTECT, related_name="told")
    people = models.PositiveIntegerField("bao nhiêu người được giúp")
    words = SealedText("một câu về việc đã làm được")
    sentence = models.CharField("câu đã kiểm tra", max_length=300, blank=True)
    is_public = models.BooleanField(default=False)
    written_at = models.DateTimeField("ghi lúc")
    written_by = a_record("agencies.Member")
    checked_at = models.DateTimeField("kiểm tra lúc", null=True)
    checked_by = a_record("agencies.Member", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(checked_at=None, checked_by=None, is_public=False, sentence="")
                | Q(checked_at__isnull=False, checked_by__isnull=False),
                name="evidence_is_checked_before_it_is_told",
            ),
            models.CheckConstraint(
                condition=~Q(checked_by=models.F("written_by")),
                name="evidence_is_checked_by_a_second_person",
            ),
        ]

    def data_key(self) -> bytes:
        """The key of its drive."""
        return self.drive.data_key()

    def seal_owner(self) -> str:
        """The drive and the record."""
        return f"{self.drive_id}/{self.pk}"

    @property
    def reached(self) -> int | None:
        """How many people it reached, where so many cannot be recognised."""
        return rules.told(people=self.people)
