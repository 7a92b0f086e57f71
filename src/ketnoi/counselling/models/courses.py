"""Courses of sessions with one woman, what others are told of them, and dangers raised."""

import uuid
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q

from ketnoi.counselling import terms
from ketnoi.counselling.models.class_of_two import CounsellorKey, a_record
from ketnoi.foundation.belonging import InFile
from ketnoi.foundation.confiding import InConfidence
from ketnoi.foundation.crypto import SealedDocument, TextInside, boxes, lock, unlock
from ketnoi.foundation.guard import ByAgency, Guard, Opened, TakingPart, Through

LEAST = 1024
"""What most sessions take: how much was written does not show."""
CLASS = InConfidence(by="counsellor_id")
HERS = InConfidence(by="counsellor_id", alone=True)
TOLD = {"told": True}


class InClass(InFile):
    """A record of a file at an agency. Its lines stand in the chain of its course, not of the file:
    whoever reads the timeline of the file does not learn that she is counselled."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = a_record("cases.Case")
    holder = a_record("agencies.Agency")
    agency = a_record("agencies.Agency")

    class Meta:
        abstract = True


class Course(InClass):
    """That a counsellor sees a woman. Its key is closed for her, inside a layer of the person's.

    Who is her counsellor is changed by PostgreSQL alone (`foundation.confiding.hand_on`).
    """

    guarded = Guard(see=(CLASS,), add=(HERS,), change=(HERS,), hides="case_id")

    counsellor = a_record("agencies.Member")
    since = models.DateTimeField("người này từ")
    to = a_record("counselling.CounsellorKey")
    closed = models.BinaryField()
    begun_at = models.DateTimeField("bắt đầu lúc")
    ended_at = models.DateTimeField("kết thúc lúc", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "counsellor"],
                condition=Q(ended_at=None),
                name="one_course_with_a_counsellor",
            ),
        ]

    def trail_chain(self) -> tuple[UUID, UUID]:
        """A chain of its own, at the agency of the counsellor."""
        return self.pk, self.agency_id

    def close(self, plain: bytes, *, to: CounsellorKey) -> bytes:
        """Its key closed for a counsellor, inside the layer that goes with the person."""
        place = self._place(to.pk)
        inner = boxes.close(plain, to=bytes(to.public), place=place)
        return lock(inner, self.case.key.plain, place)

    @cached_property
    def opened(self) -> bytes:
        """Its key in memory. Only who reaches the secret of the counsellor comes so far."""
        return self.opened_with(self.to.secret.plain)

    def opened_with(self, secret: bytes) -> bytes:
        """Its key. Raises InvalidTag for another secret, or the data key of another person."""
        place = self._place(self.to_id)
        inner = unlock(bytes(self.closed), self.case.key.plain, place)
        return boxes.reopen(inner, secret=secret, place=place)

    def _place(self, to: Any) -> str:
        return f"course|{self.pk}|{to}"


class Sitting(InClass):
    """One meeting of a counsellor with a woman. It is never edited; a wrong one is marked.

    The note, the topics and how she said she feels lie in one sealed document.
    """

    guarded = Guard(see=(Through("course_id", parent="counselling.Course"),), hides="case_id")

    course = a_record("counselling.Course")
    form = models.CharField("cách gặp", max_length=20, choices=terms.Form)
    held_on = models.DateField("ngày")
    minutes = models.PositiveSmallIntegerField("số phút")
    next_on = models.DateField("gặp lại ngày", null=True)
    sealed_words = SealedDocument(least=LEAST)
    note = TextInside("sealed_words", "ghi chú")
    topics = TextInside("sealed_words", "chủ đề")
    feeling = TextInside("sealed_words", "chị ấy thấy thế nào")
    written_at = models.DateTimeField("ghi lúc")
    written_by = a_record("agencies.Member")
    mistaken_at = models.DateTimeField("ghi nhầm lúc", null=True)

    class Meta:
        indexes = [models.Index(fields=["course", "-held_on"], name="sitting_of_course")]
        constraints = [
            models.CheckConstraint(condition=Q(minutes__gt=0), name="sitting_takes_time"),
        ]

    def trail_chain(self) -> tuple[UUID, UUID]:
        """The chain of its course."""
        return self.course_id, self.agency_id

    def data_key(self) -> bytes:
        """The key of its course."""
        return self.course.opened


class Tally(InClass):
    """What others who take part may know, if she agreed: how often, how long, when next."""

    guarded = Guard(
        see=(
            CLASS,
            ByAgency("holder_id", TOLD),
            ByAgency("agency_id", TOLD),
            Opened("case_id", TOLD),
        ),
        add=(HERS,),
        change=(HERS,),
        hides="case_id",
    )

    counsellor = a_record("agencies.Member")
    course: Any = models.OneToOneField(
        "counselling.Course", on_delete=models.PROTECT, null=True, related_name="tally"
    )
    seat: Any = models.OneToOneField(
        "counselling.Seat", on_delete=models.PROTECT, null=True, related_name="tally"
    )
    told = models.BooleanField("chị ấy đồng ý cho biết", default=False)
    asked_at = models.DateTimeField("hỏi chị ấy lúc")
    sessions = models.PositiveSmallIntegerField(default=0)
    minutes = models.PositiveIntegerField(default=0)
    next_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(course=None, seat__isnull=False) | Q(course__isnull=False, seat=None),
                name="tally_of_one_thing",
            ),
        ]

    def trail_chain(self) -> tuple[UUID, UUID]:
        """The chain of what it counts."""
        return self.course_id or self.seat_id, self.agency_id


class DangerRaised(InFile):
    """That somebody learned of a danger: one word of a list, and nothing of where it was said."""

    guarded = Guard(
        see=(ByAgency("holder_id"), ByAgency("agency_id"), Opened("case_id")),
        add=(TakingPart(),),
        change=(ByAgency("holder_id"),),
        hides="case_id",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = a_record("cases.Case")
    holder = a_record("agencies.Agency")
    agency = a_record("agencies.Agency")
    kind = models.CharField("nguy hiểm", max_length=20, choices=terms.Danger)
    raised_at = models.DateTimeField("báo lúc")
    raised_by = a_record("agencies.Member")
    answered_at = models.DateTimeField("đã xem xét lúc", null=True)
    answered_by = a_record("agencies.Member", null=True)

    class Meta:
        indexes = [models.Index(fields=["case", "-raised_at"], name="danger_of_case")]
