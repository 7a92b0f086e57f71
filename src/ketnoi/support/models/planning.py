"""Her plan: what she wants, and the steps by which agencies help her to it."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import AmongInvited, Guard, TakingPart
from ketnoi.support.models.of_file import HOLDER, OfFile, a_record
from ketnoi.support.terms import Area, GoalEnd, StepOutcome


class Plan(OfFile):
    """That there is a plan in a file, and on which day it is looked at again."""

    guarded = Guard(see=(HOLDER,), add=(HOLDER,), change=(HOLDER,), hides="case_id")

    review_on = models.DateField("xem lại ngày")
    made_at = models.DateTimeField()
    made_by = a_record("agencies.Member")
    reviewed_at = models.DateTimeField("đã xem lại lúc", null=True)
    reviewed_by = a_record("agencies.Member", null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case"], name="one_plan_of_a_file")]


class Goal(OfFile):
    """What she wants, in her own words. It is not reworded; another one takes its place.

    The holder reads it, and an agency that takes part while one of the steps to it is its own
    (`told`, a copy the actions keep).
    """

    guarded = Guard(
        see=(HOLDER, AmongInvited("told")), add=(HOLDER,), change=(HOLDER,), hides="case_id"
    )

    told = ArrayField(models.UUIDField(), default=list)
    area = models.CharField("lĩnh vực", max_length=20, choices=Area)
    words = SealedText("điều chị ấy mong muốn")
    set_at = models.DateTimeField()
    set_by = a_record("agencies.Member")
    ended_as = models.CharField("kết thúc vì", max_length=20, choices=GoalEnd, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = a_record("agencies.Member", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_as="", ended_at=None) | ~Q(ended_as="") & ~Q(ended_at=None),
                name="goal_ended_at_a_moment",
            )
        ]
        indexes = [models.Index(fields=["case", "set_at"], name="goal_of_case")]


class PlanStep(OfFile):
    """One step to a goal: what is done, by which agency, until which day, and what came of it.

    The holder reads it, and the agency whose step it is while it takes part in the file.
    """

    guarded = Guard(
        see=(HOLDER, TakingPart()), add=(HOLDER,), change=(HOLDER, TakingPart()), hides="case_id"
    )

    goal = a_record("support.Goal")
    code = models.CharField("mã hồ sơ", max_length=16)
    agency = a_record("agencies.Agency")
    words = SealedText("việc cần làm")
    due_on = models.DateField("xong trước hết ngày")
    given_at = models.DateTimeField()
    given_by = a_record("agencies.Member")
    returned_at = models.DateTimeField("quay lại lúc", null=True)
    outcome = models.CharField("kết quả", max_length=20, choices=StepOutcome, blank=True)
    told = SealedText("kết quả ra sao")
    reported_at = models.DateTimeField(null=True)
    reported_by = a_record("agencies.Member", null=True)
    dropped_at = models.DateTimeField("bỏ lúc", null=True)
    dropped_by = a_record("agencies.Member", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", reported_at=None, reported_by=None)
                | ~Q(outcome="") & ~Q(reported_at=None) & ~Q(reported_by=None),
                name="step_reported_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(dropped_at=None) | Q(outcome=""), name="step_reported_or_dropped"
            ),
        ]
        indexes = [models.Index(fields=["case", "due_on"], name="step_of_case")]

    @property
    def subject(self) -> str:
        """How a task leads to its page."""
        return f"{self.code}/{self.pk}"

    @property
    def waits(self) -> bool:
        """Whether it lies on a desk."""
        return not self.outcome and self.dropped_at is None

    def is_late(self, today: date) -> bool:
        """Whether its day has passed and nothing came of it."""
        return self.waits and self.due_on < today
