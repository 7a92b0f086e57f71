"""Somebody asks to be called: the request with its clock, apart from it what she said."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from ketnoi.agencies.terms import Role
from ketnoi.foundation.action import Record
from ketnoi.foundation.belonging import WithOwnKey
from ketnoi.foundation.crypto import KeyedTag, SealedDocument, SealedText, TextInside
from ketnoi.foundation.guard import ByAgency, ByRole, Guard
from ketnoi.intake.terms import (
    Attempt,
    CallbackOutcome,
    CallbackState,
    CameBy,
    IfAnother,
    MayAnswer,
)

OWN = ByAgency("agency_id")
THE_ROUND = ByRole("system")
A_VISITOR = ByRole("visitor")
OVERSEEN = ByRole(Role.COORDINATOR.value)


def a_record(name: str, **more: Any) -> Any:
    """A record of another domain, which stays as long as this one."""
    return models.ForeignKey(name, on_delete=models.PROTECT, related_name="+", **more)


class Duty(Record):
    """Which agency calls back, from when to when; one at a time. Public, and about no person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    since = models.DateTimeField("từ")
    until = models.DateTimeField("đến", null=True)
    named_by = a_record("agencies.Member", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                models.Value(1), condition=Q(until=None), name="one_agency_calls_back"
            )
        ]


class Callback(Record):
    """Somebody asks to be called by an agency. Here is only what everybody who oversees it may
    know: since when, by when, how often it was tried, how it ended. What she said lies apart.
    """

    guarded = Guard(
        see=(OWN, OVERSEEN, THE_ROUND),
        add=(OWN, ByRole("visitor", only={"state": CallbackState.WAITING.value})),
        change=(OWN, THE_ROUND),
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    came_by = models.CharField("đến bằng cách nào", max_length=10, choices=CameBy)
    is_danger = models.BooleanField("có lời báo nguy hiểm", default=False)
    asked_at = models.DateTimeField("nhờ lúc")
    due_at = models.DateTimeField("cần gọi trước")
    told_late = models.DateTimeField("đã nhắc về hạn", null=True)
    state = models.CharField(max_length=10, choices=CallbackState, default=CallbackState.WAITING)
    claimed_by = a_record("agencies.Member", null=True)
    claimed_at = models.DateTimeField("nhận gọi lúc", null=True)
    outcome = models.CharField("kết quả", max_length=15, choices=CallbackOutcome, blank=True)
    ended_by = a_record("agencies.Member", null=True)
    ended_at = models.DateTimeField("xong lúc", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting", claimed_by=None, ended_at=None, outcome="")
                | Q(state="claimed", claimed_by__isnull=False, ended_at=None, outcome="")
                | Q(state="ended", ended_at__isnull=False) & ~Q(outcome=""),
                name="callback_stands_as_it_says",
            )
        ]
        indexes = [
            models.Index(
                fields=["agency", "due_at"], condition=Q(ended_at=None), name="callback_to_make"
            )
        ]


class CallbackWords(WithOwnKey):
    """What somebody said who asks to be called: sealed, read by the agency that calls, and gone
    a month after the request ended. Her number is found again by a keyed tag only.
    """

    guarded = Guard(see=(OWN, THE_ROUND), add=(OWN, A_VISITOR), change=(THE_ROUND,))

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    callback = models.OneToOneField(Callback, on_delete=models.PROTECT, related_name="words")
    key = a_record("people.DataKey")
    sealed_words = SealedDocument()
    called = TextInside("sealed_words", "cách gọi")
    number = TextInside("sealed_words", "số điện thoại")
    other_way = TextInside("sealed_words", "cách khác")
    safe_hours = TextInside("sealed_words", "giờ an toàn")
    may_answer = TextInside("sealed_words", "ai có thể nghe")
    if_another = TextInside("sealed_words", "nếu người khác nghe máy")
    code_word = TextInside("sealed_words", "mật khẩu nhỏ")
    language = TextInside("sealed_words", "ngôn ngữ")
    number_tag = KeyedTag(of="number", purpose="callback", near=["key"], null=True, db_index=True)

    @property
    def who(self) -> str:
        """Who may answer, in words."""
        said = self.may_answer.open()
        return str(MayAnswer(said).label) if said else ""

    @property
    def to_another(self) -> str:
        """What is said to somebody else who answers; never who calls."""
        return str(IfAnother(self.if_another.open() or IfAnother.WRONG_NUMBER).label)


class CallbackAttempt(Record):
    """That somebody tried to call, and what came of it; no word of what was said."""

    guarded = Guard(see=(OWN, OVERSEEN, THE_ROUND), add=(OWN,), change=None)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    callback = models.ForeignKey(Callback, on_delete=models.PROTECT, related_name="attempts")
    result = models.CharField("kết quả", max_length=15, choices=Attempt)
    key = models.UUIDField("lần bấm", unique=True)
    at = models.DateTimeField("gọi lúc")
    by = a_record("agencies.Member")

    class Meta:
        indexes = [models.Index(fields=["callback", "at"], name="attempts_of_callback")]


class BlockedNumber(WithOwnKey):
    """Whoever answers this number asked not to be called. A visitor's form asks for the tag, so
    that nothing is kept; nobody is told that it is here.
    """

    guarded = Guard(see=(OWN, A_VISITOR, THE_ROUND), add=(OWN,), change=(THE_ROUND,))

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    key = a_record("people.DataKey")
    number = SealedText("số điện thoại")
    number_tag = KeyedTag(of="number", purpose="callback", near=["key"], db_index=True)
    at = models.DateTimeField("từ")
    until = models.DateTimeField("đến")
    by = a_record("agencies.Member")


class SentForm(Record):
    """That a form with this random number was sent: sent again, it is no second request."""

    key = models.UUIDField(primary_key=True)
    at = models.DateTimeField()


class CallbackHour(Record):
    """How many requests of one number came within one hour. The mark is another one each hour."""

    mark = models.BigIntegerField(primary_key=True)
    hour = models.DateTimeField()
    kept = models.PositiveIntegerField(default=0)
