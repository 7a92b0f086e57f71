"""A call that somebody answers, apart from it what was said; and lists of calls nobody answered."""

import uuid

from django.db import models
from django.db.models import Q

from ketnoi.foundation.action import Record
from ketnoi.foundation.belonging import WithOwnKey
from ketnoi.foundation.crypto import KeyedTag, SealedDocument, SealedText, TextInside
from ketnoi.foundation.guard import Guard
from ketnoi.intake.models.callbacks import OVERSEEN, OWN, THE_ROUND, a_record
from ketnoi.intake.terms import Aged, Asks, CallOutcome, Danger, ListState, Spoken, WhoCalls
from ketnoi.people.terms import Sex

LEAST = 1024
"""A few sentences; shorter notes are padded to this."""


class Call(Record):
    """A call that somebody answers, in codes: what it is about and how it ended, nobody's name.

    Whoever oversees the network counts these; what was said lies apart.
    """

    guarded = Guard(see=(OWN, OVERSEEN, THE_ROUND), add=(OWN,), change=(OWN, THE_ROUND))

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    begun_at = models.DateTimeField("bắt đầu lúc")
    begun_by = a_record("agencies.Member")
    danger = models.CharField("nguy hiểm", max_length=10, choices=Danger, blank=True)
    asks = models.CharField("về việc gì", max_length=15, choices=Asks, blank=True)
    who_calls = models.CharField("ai gọi", max_length=10, choices=WhoCalls, blank=True)
    sex = models.CharField("giới", max_length=10, choices=Sex, blank=True)
    aged = models.CharField("khoảng tuổi", max_length=10, choices=Aged, blank=True)
    language = models.CharField("ngôn ngữ", max_length=10, choices=Spoken, blank=True)
    province = a_record("places.Province", null=True)
    due_at = models.DateTimeField("cần kết quả trước")
    told_late = models.DateTimeField("đã nhắc về hạn", null=True)
    outcome = models.CharField("kết quả", max_length=10, choices=CallOutcome, blank=True)
    ended_at = models.DateTimeField("xong lúc", null=True)
    ended_by = a_record("agencies.Member", null=True)
    callback = a_record("intake.Callback", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, outcome="")
                | Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(outcome=""),
                name="call_ends_with_an_outcome",
            )
        ]
        indexes = [
            models.Index(fields=["agency", "due_at"], condition=Q(ended_at=None), name="call_open"),
            models.Index(fields=["begun_at"], name="calls_by_time"),
        ]


class CallWords(WithOwnKey):
    """What somebody said on the telephone: sealed, read by the agency that answered, and gone a
    month after the call ended. Her number is found again by a keyed tag only.
    """

    guarded = Guard(see=(OWN, THE_ROUND), add=(OWN,), change=(OWN, THE_ROUND))

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    call = models.OneToOneField(Call, on_delete=models.PROTECT, related_name="words")
    key = a_record("people.DataKey")
    sealed_words = SealedDocument(least=LEAST)
    called = TextInside("sealed_words", "cách gọi")
    number = TextInside("sealed_words", "số điện thoại")
    safe_hours = TextInside("sealed_words", "giờ an toàn")
    notes = TextInside("sealed_words", "ghi chú")
    number_tag = KeyedTag(of="number", purpose="callback", near=["key"], null=True, db_index=True)


class MissedList(WithOwnKey):
    """A list of calls nobody answered: looked at first, then added or dropped whole.

    Its lines are sealed with a key of its own, which goes as soon as it is added or dropped.
    """

    guarded = Guard(see=(OWN, THE_ROUND), add=(OWN,), change=(OWN, THE_ROUND))

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    key = a_record("people.DataKey")
    lines = SealedText("các dòng")
    state = models.CharField(max_length=10, choices=ListState, default=ListState.LOOKED_AT)
    brought_at = models.DateTimeField()
    brought_by = a_record("agencies.Member")
    ended_at = models.DateTimeField(null=True)
    added = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["agency", "-brought_at"], name="missed_list_of_agency")]
