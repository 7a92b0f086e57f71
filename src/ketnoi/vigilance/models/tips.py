"""A tip, the box in which it is answered, and the desk that reads it."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from ketnoi.foundation.action import Record
from ketnoi.foundation.belonging import WithOwnKey
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import ByAgency, ByRole, Guard, OwnLink, Through
from ketnoi.foundation.uploads import Media
from ketnoi.vigilance import terms

VERIFIES, LEADS = (ByAgency("agency_id", role=role) for role in ("verifier", "lead"))
READERS = (VERIFIES, LEADS)
HOLDER = OwnLink("mailbox")
"""Whoever holds the receipt: the name of the box is made of it, and nobody is named."""
FORGETS = ByRole("system")
"""Years later, what was told goes with its key: the system does it, whoever works then."""
OF_TIP = Through("tip_id", parent="vigilance.Tip")
PICTURES = [(media.value, media.name) for media in (Media.JPEG, Media.PNG)]


def a_record(name: str, **more: Any) -> Any:
    """A record of another domain, which stays as long as this one."""
    return models.ForeignKey(name, on_delete=models.PROTECT, related_name="+", **more)


class Desk(Record):
    """That an agency reads what the public tells, and since when. The one open longest is told."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    since = models.DateTimeField("từ lúc")
    opened_by = a_record("agencies.Member")
    ended_at = models.DateTimeField("đến lúc", null=True)
    ended_by = a_record("agencies.Member", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency"], condition=Q(ended_at=None), name="one_desk_of_an_agency"
            )
        ]


class Tip(WithOwnKey):
    """What somebody told. Who it was is not known; what was told is sealed with a key of its own.

    `mailbox` is made of the receipt with a key: it finds the box, and no receipt is found from it.
    """

    guarded = Guard(see=(*READERS, HOLDER, FORGETS), add=(HOLDER,), change=())

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    key = a_record("people.DataKey")
    mailbox = models.UUIDField(unique=True)
    channel = models.CharField("tin đến qua", max_length=10, choices=terms.Channel)
    what = SealedText("điều thấy")
    place = SealedText("ở đâu, khi nào")
    who = SealedText("ai, cái gì")
    came_at = models.DateTimeField("đến lúc")
    typed_by = a_record("agencies.Member", null=True)
    read_by = models.DateTimeField("cần đọc trước")
    answer_by = models.DateTimeField("cần trả lời trước")

    class Meta:
        indexes = [models.Index(fields=["agency", "-came_at"], name="tip_of_agency")]


class Message(Record):
    """A word or a picture in the box of a tip: of whoever told it, or of the desk (`author`)."""

    guarded = Guard(see=(OF_TIP,), add=(OF_TIP,), change=())

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tip = models.ForeignKey(Tip, on_delete=models.PROTECT, related_name="messages")
    author = a_record("agencies.Member", null=True)
    press = models.UUIDField("lần bấm", unique=True)
    words = SealedText("lời")
    media = models.CharField(max_length=4, choices=PICTURES, blank=True)
    picture = SealedText("ảnh")
    at = models.DateTimeField("lúc")

    class Meta:
        indexes = [models.Index(fields=["tip", "at"], name="message_of_tip")]

    def data_key(self) -> bytes:
        """The key of its tip."""
        return self.tip.data_key()

    def seal_owner(self) -> str:
        """The tip and the record."""
        return f"{self.tip_id}/{self.pk}"
