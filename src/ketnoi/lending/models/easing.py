"""The schedules of a loan, one after another, and the wish to forgive what is still owed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import Guard, TakingPart
from ketnoi.lending import rules
from ketnoi.lending.models.of_loan import HOLDER, LENDER, OfLending, a_record
from ketnoi.lending.terms import ForgivenessState, ScheduleKind, Why


class Schedule(OfLending):
    """When how much is to be paid, as it was reckoned on a day. It stays; another one follows it.

    The one with the highest number holds. `principal` is what was owed when it was made, and
    `interest_before` what had been paid as interest until then.
    """

    guarded = Guard(see=(HOLDER, LENDER), add=(TakingPart(),), change=(), hides="case_id")

    loan = a_record("lending.Loan")
    number = models.PositiveSmallIntegerField("lịch số")
    kind = models.CharField("loại", max_length=20, choices=ScheduleKind)
    why = models.CharField("vì sao", max_length=20, choices=Why, blank=True)
    words = SealedText("chị ấy nói gì")
    principal = models.BigIntegerField("gốc còn nợ khi lập")
    every = models.PositiveSmallIntegerField("mấy tháng một lần")
    interest_before = models.BigIntegerField("lãi đã trả trước đó", default=0)
    days = ArrayField(models.DateField())
    principals = ArrayField(models.BigIntegerField())
    interests = ArrayField(models.BigIntegerField())
    key = models.UUIDField("lần bấm")
    made_at = models.DateTimeField("lập lúc")
    made_by = a_record("agencies.Member")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=ScheduleKind.FIRST, number=1, why="")
                | ~Q(kind=ScheduleKind.FIRST) & Q(number__gt=1) & ~Q(why=""),
                name="schedule_changed_for_a_reason",
            ),
            models.CheckConstraint(condition=Q(principal__gt=0), name="schedule_of_something"),
            models.UniqueConstraint(fields=["loan", "number"], name="schedule_numbered_once"),
            models.UniqueConstraint(fields=["loan", "key"], name="schedule_pressed_once"),
        ]

    @property
    def instalments(self) -> list[rules.Instalment]:
        """Its lines."""
        lines = zip(self.days, self.principals, self.interests, strict=True)
        return [rules.Instalment(at, *line) for at, line in enumerate(lines, start=1)]


class Forgiveness(OfLending):
    """One officer of the lender says that the rest need not be paid; a lead agrees or does not."""

    guarded = Guard(see=(HOLDER, LENDER), add=(TakingPart(),), change=(LENDER,), hides="case_id")

    loan = a_record("lending.Loan")
    why = models.CharField("vì sao", max_length=20, choices=Why)
    words = SealedText("chị ấy nói gì")
    proposed_at = models.DateTimeField("đề nghị lúc")
    proposed_by = a_record("agencies.Member")
    state = models.CharField(
        max_length=10, choices=ForgivenessState, default=ForgivenessState.PROPOSED
    )
    ended_at = models.DateTimeField("trả lời lúc", null=True)
    ended_by = a_record("agencies.Member", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["loan"], condition=Q(state="proposed"), name="one_forgiveness_waits"
            ),
            models.CheckConstraint(
                condition=~Q(state="agreed")
                | Q(ended_by__isnull=False) & ~Q(ended_by=F("proposed_by")),
                name="forgiven_by_four_eyes",
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", ended_at=None)
                | ~Q(state="proposed") & Q(ended_at__isnull=False),
                name="forgiveness_ends_at_a_moment",
            ),
        ]

    @property
    def subject(self) -> str:
        """How a task leads to its page."""
        return f"{self.loan.code}/{self.pk}"
