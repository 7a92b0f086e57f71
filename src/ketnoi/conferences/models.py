"""Work that is given across agencies; conferences, who was invited, who came, what was said."""

import uuid
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from ketnoi.conferences import terms
from ketnoi.foundation.belonging import ClosedForAgencies, InFile
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import AmongInvited, ByAgency, Guard, TakingPart

HOLDER, INVITED = ByAgency("holder_id"), AmongInvited("invited")


def a_record(to: str, *, null: bool = False) -> Any:
    """A column that names another record, which is never taken away."""
    return models.ForeignKey(to, on_delete=models.PROTECT, related_name="+", null=null)


def agencies() -> ArrayField:
    """A column that names the agencies which were invited."""
    return ArrayField(models.UUIDField(), default=list)


class OfFile(InFile):
    """A record of one file."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = a_record("cases.Case")
    holder = a_record("agencies.Agency")

    class Meta:
        abstract = True


class Shared(ClosedForAgencies, OfFile):
    """A record whose words are sealed with the key of all who take part in the file."""

    seal = models.UUIDField()

    class Meta:
        abstract = True

    def sealed_by(self) -> UUID:
        """The key of all who take part."""
        return self.seal

    def erased_with(self) -> bytes:
        """The key of the person: with it every word goes."""
        return self.case.key.plain


class Conference(Shared):
    """That agencies meet about a file: when, how, and whether she herself was asked.

    It is seen by the holder and by those who were invited, while they take part in the file.
    """

    guarded = Guard(see=(HOLDER, INVITED), add=(HOLDER,), change=(HOLDER,), hides="case_id")

    code = models.CharField("mã hồ sơ", max_length=16)
    invited = agencies()
    starts_at = models.DateTimeField("bắt đầu lúc")
    way = models.CharField("cách họp", max_length=20, choices=terms.Way)
    place = SealedText("nơi họp hoặc liên kết")
    her_part = models.CharField("người được hỗ trợ", max_length=20, choices=terms.HerPart)
    not_asked = models.CharField("vì sao chưa hỏi", max_length=20, choices=terms.NotAsked)
    her_words = SealedText("điều người đó nhờ nói thay")
    state = models.CharField(max_length=20, choices=terms.State, default=terms.State.CALLED)
    called_at = models.DateTimeField()
    called_by = a_record("agencies.Member")

    class Meta:
        indexes = [models.Index(fields=["case", "-starts_at"], name="conference_of_case")]

    @property
    def subject(self) -> str:
        """How a task leads to its page."""
        return f"{self.code}/{self.pk}"


class ConferenceEvent(OfFile):
    """That a conference was called, moved, called off, held, or its minutes confirmed."""

    guarded = Guard(see=(HOLDER, INVITED), add=(TakingPart(),), change=(), hides="case_id")

    conference = a_record("conferences.Conference")
    invited = agencies()
    agency = a_record("agencies.Agency")
    step = models.CharField(max_length=20, choices=terms.Step)
    starts_at = models.DateTimeField(null=True)
    why = models.CharField("vì sao", max_length=20, choices=terms.Why, blank=True)
    at = models.DateTimeField()
    by = a_record("agencies.Member")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conference"], condition=Q(step="confirmed"), name="confirmed_once"
            )
        ]
        indexes = [models.Index(fields=["conference", "at"], name="event_of_conference")]


class Invitee(OfFile):
    """That an agency was invited to a conference, and whether it comes."""

    guarded = Guard(
        see=(HOLDER, INVITED), add=(HOLDER,), change=(HOLDER, TakingPart()), hides="case_id"
    )

    conference = a_record("conferences.Conference")
    invited = agencies()
    agency = a_record("agencies.Agency")
    coming = models.CharField("có dự không", max_length=20, choices=terms.Coming, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = a_record("agencies.Member", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "agency"], name="invited_once")
        ]


class AgendaItem(Shared):
    """Something that a conference is to talk about, in the order in which it was proposed."""

    guarded = Guard(see=(HOLDER, INVITED), add=(TakingPart(),), change=(), hides="case_id")

    conference = a_record("conferences.Conference")
    invited = agencies()
    agency = a_record("agencies.Agency")
    position = models.PositiveSmallIntegerField()
    words = SealedText("nội dung")
    proposed_at = models.DateTimeField()
    proposed_by = a_record("agencies.Member")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "position"], name="agenda_in_order")
        ]


class Attendance(OfFile):
    """That somebody came to a conference: an officer, she herself, who represents her."""

    guarded = Guard(see=(HOLDER, INVITED), add=(HOLDER,), change=(), hides="case_id")

    conference = a_record("conferences.Conference")
    invited = agencies()
    presence = models.CharField(max_length=20, choices=terms.Presence)
    member = a_record("agencies.Member", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "presence", "member"],
                nulls_distinct=False,
                name="came_once",
            )
        ]


class Minutes(Shared):
    """What was said at a conference. It is never edited; a correction is a further entry."""

    guarded = Guard(see=(HOLDER, INVITED), add=(TakingPart(),), change=(), hides="case_id")

    conference = a_record("conferences.Conference")
    invited = agencies()
    agency = a_record("agencies.Agency")
    author = a_record("agencies.Member")
    is_correction = models.BooleanField(default=False)
    body = SealedText("biên bản")
    written_at = models.DateTimeField("viết lúc")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conference"], condition=Q(is_correction=False), name="minutes_once"
            )
        ]


class Assignment(Shared):
    """A piece of work in a file that one agency gave to itself, to an officer, or to another one.

    It is seen by the holder, by who gave it and who got it while they take part, and, where a
    conference decided it, by those who were invited.
    """

    guarded = Guard(
        see=(HOLDER, TakingPart("from_agency_id"), TakingPart("to_agency_id"), INVITED),
        add=(TakingPart("from_agency_id"),),
        change=(HOLDER, TakingPart("from_agency_id"), TakingPart("to_agency_id")),
        hides="case_id",
    )

    code = models.CharField("mã hồ sơ", max_length=16)
    conference = a_record("conferences.Conference", null=True)
    invited = agencies()
    instead_of = a_record("self", null=True)
    kind = models.CharField("loại việc", max_length=20, choices=terms.Work)
    words = SealedText("việc cần làm")
    from_agency = a_record("agencies.Agency")
    given_by = a_record("agencies.Member")
    given_at = models.DateTimeField()
    to_agency = a_record("agencies.Agency")
    to_member = a_record("agencies.Member", null=True)
    due_at = models.DateTimeField("hạn")
    answer = models.CharField("kết quả", max_length=20, choices=terms.Answer, blank=True)
    cannot = models.CharField("vì sao không", max_length=20, choices=terms.Cannot, blank=True)
    outcome = SealedText("kết quả ra sao")
    answered_at = models.DateTimeField(null=True)
    answered_by = a_record("agencies.Member", null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = a_record("agencies.Member", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | ~Q(answer="") & ~Q(answered_at=None),
                name="answered_at_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | ~Q(ended_at=None) & ~Q(ended_by=None),
                name="work_ended_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["case", "-given_at"], name="assignment_of_case")]

    @property
    def subject(self) -> str:
        """How a task leads to its page."""
        return f"{self.code}/{self.pk}"

    @property
    def waits(self) -> bool:
        """Whether it lies on the desk of whoever got it."""
        return not self.answer and self.ended_at is None

    @property
    def came_back(self) -> bool:
        """Whether it lies on the desk of whoever gave it again."""
        return self.answer in {terms.Answer.CANNOT, terms.Answer.LEFT} and self.ended_at is None

    @property
    def stands(self) -> str:
        """Where it stands, as a list says it."""
        if self.ended_at:
            return str(terms.TAKEN_BACK)
        return str(self.get_answer_display() if self.answer else terms.WAITS)
