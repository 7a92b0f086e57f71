"""Groups: a series of meetings, who has a seat, who came, what is noted of a meeting."""

import uuid
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q

from ketnoi.counselling import terms
from ketnoi.counselling.models.class_of_two import CounsellorKey, a_record
from ketnoi.counselling.models.courses import CLASS, HERS, LEAST, InClass
from ketnoi.foundation.action import Record
from ketnoi.foundation.confiding import Confided
from ketnoi.foundation.crypto import SealedDocument, TextInside, boxes
from ketnoi.foundation.guard import Guard

RUN = Confided("agency_id", by="counsellor_id")
RUN_BY_HER = Confided("agency_id", by="counsellor_id", alone=True)


class OfCounsellor(Record):
    """A record of a counsellor that belongs to no file."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    counsellor = a_record("agencies.Member")

    class Meta:
        abstract = True


class Group(OfCounsellor):
    """A group that meets: what for, in which room, for how many women. Nobody is named in it."""

    guarded = Guard(see=(RUN,), add=(RUN_BY_HER,), change=(RUN_BY_HER,))

    theme = models.CharField("chủ đề", max_length=20, choices=terms.Theme)
    room = models.CharField("phòng", max_length=60)
    seats = models.PositiveSmallIntegerField("số chỗ")
    begins_on = models.DateField("từ ngày")
    to = a_record("counselling.CounsellorKey")
    closed = models.BinaryField()
    made_at = models.DateTimeField("lập lúc")
    ended_at = models.DateTimeField("kết thúc lúc", null=True)

    def trail_chain(self) -> tuple[UUID, UUID]:
        """A chain of its own, at the agency of the counsellor."""
        return self.pk, self.agency_id

    def close(self, plain: bytes, *, to: CounsellorKey) -> bytes:
        """Its key closed for its counsellor."""
        return boxes.close(plain, to=bytes(to.public), place=self._place(to.pk))

    @cached_property
    def opened(self) -> bytes:
        """Its key in memory. Only who reaches the secret of the counsellor comes so far."""
        place = self._place(self.to_id)
        return boxes.reopen(bytes(self.closed), secret=self.to.secret.plain, place=place)

    def _place(self, to: Any) -> str:
        return f"group|{self.pk}|{to}"


class Meeting(OfCounsellor):
    """That a group met, and a note about the group without a name in it."""

    guarded = Guard(see=(RUN,), add=(RUN_BY_HER,), change=())

    group = a_record("counselling.Group")
    held_on = models.DateField("ngày")
    minutes = models.PositiveSmallIntegerField("số phút")
    sealed_words = SealedDocument(least=LEAST)
    note = TextInside("sealed_words", "ghi chú về nhóm")
    written_at = models.DateTimeField("ghi lúc")

    class Meta:
        indexes = [models.Index(fields=["group", "-held_on"], name="meeting_of_group")]

    def trail_chain(self) -> tuple[UUID, UUID]:
        """The chain of its group."""
        return self.group_id, self.agency_id

    def data_key(self) -> bytes:
        """The key of its group."""
        return self.group.opened

    def seal_owner(self) -> str:
        """The meeting itself, bound into its note."""
        return str(self.pk)


class Seat(InClass):
    """That a woman has a place in a group. Seats are numbered: there are never more than given."""

    guarded = Guard(see=(CLASS,), add=(HERS,), change=(HERS,), hides="case_id")

    group = a_record("counselling.Group")
    counsellor = a_record("agencies.Member")
    number = models.PositiveSmallIntegerField()
    since = models.DateTimeField("từ")
    left_at = models.DateTimeField("thôi lúc", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "number"], condition=Q(left_at=None), name="one_on_a_seat"
            ),
            models.UniqueConstraint(
                fields=["group", "case"], condition=Q(left_at=None), name="one_seat_for_a_woman"
            ),
        ]

    def trail_chain(self) -> tuple[UUID, UUID]:
        """A chain of its own: who else has a seat does not stand beside it."""
        return self.pk, self.agency_id


class Participation(InClass):
    """That she came to a meeting of her group."""

    guarded = Guard(see=(CLASS,), add=(HERS,), change=(), hides="case_id")

    meeting = a_record("counselling.Meeting")
    seat = a_record("counselling.Seat")
    counsellor = a_record("agencies.Member")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "seat"], name="there_once"),
        ]

    def trail_chain(self) -> tuple[UUID, UUID]:
        """The chain of her seat."""
        return self.seat_id, self.agency_id
