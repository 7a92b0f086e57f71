"""A follow-up, and what was said in it."""

import uuid
from datetime import date, datetime

from django.db import models
from django.db.models import F, Q

from ketnoi.agencies.terms import Role
from ketnoi.cases.terms import CloseReason
from ketnoi.foundation.belonging import InFile
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import ByAgency, ByRole, Guard
from ketnoi.reintegration import rules, terms

SIDES = (ByAgency("holder_id"), ByAgency("agency_id"))
COORDINATOR = ByRole(Role.COORDINATOR.value)


class OfFollowUp(InFile):
    """A record of a file's follow-ups, written in the chain of the file."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class FollowUp(OfFollowUp):
    """She is asked how it goes, after so many months. Codes and days only; words are sealed apart.

    What is not yet due waits; it is done once, or skipped.
    """

    guarded = Guard(
        see=(*SIDES, COORDINATOR), add=(ByAgency("holder_id"),), change=SIDES, hides="case_id"
    )

    code = models.CharField("mã hồ sơ", max_length=16)
    month = models.PositiveSmallIntegerField("tháng thứ", choices=terms.Month)
    start_on = models.DateField("tính từ ngày")
    due_on = models.DateField("chậm nhất ngày")
    made_at = models.DateTimeField()
    done_at = models.DateTimeField("thăm hỏi lúc", null=True)
    done_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )
    how = models.CharField("bằng cách nào", max_length=10, choices=terms.How, blank=True)
    outcome = models.CharField("tình hình", max_length=10, choices=terms.Outcome, blank=True)
    went_wrong = models.CharField(max_length=20, choices=terms.WentWrong, blank=True)
    work = models.CharField("việc làm", max_length=10, choices=terms.Work, blank=True)
    income_band = models.CharField("thu nhập", max_length=10, choices=terms.IncomeBand, blank=True)
    skipped_at = models.DateTimeField("bỏ lúc", null=True)
    skipped_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "start_on", "month"],
                condition=Q(skipped_at=None),
                name="follow_up_once_a_start",
            ),
            models.CheckConstraint(
                condition=Q(done_at=None) | Q(skipped_at=None), name="follow_up_done_or_skipped"
            ),
        ]
        indexes = [models.Index(fields=["case", "month"], name="follow_up_of_case")]

    @property
    def plan(self) -> tuple[datetime, date]:
        """The plan it belongs to."""
        return self.made_at, self.start_on

    @property
    def in_work(self) -> bool | None:
        """Whether she works, by the one definition there is; None while it was not said."""
        return rules.in_work(work=self.work)

    def standing(self, today: date) -> terms.Standing:
        """Where it stands on that day."""
        return terms.Standing(
            rules.standing(
                is_done=self.done_at is not None,
                is_skipped=self.skipped_at is not None,
                due_on=self.due_on,
                today=today,
            )
        )


class FollowUpNote(OfFollowUp):
    """What she said, sealed with her key; a coordinator never reaches this table."""

    guarded = Guard(see=SIDES, change=(), hides="case_id")

    follow_up = models.OneToOneField(FollowUp, on_delete=models.PROTECT, related_name="+")
    body = SealedText("điều chị ấy cho biết")
    written_at = models.DateTimeField()
    author = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")


class Closing(OfFollowUp):
    """One officer says that support can end; another, who leads, agrees or sends it back."""

    guarded = Guard(
        see=(ByAgency("holder_id"),),
        add=(ByAgency("holder_id"),),
        change=(ByAgency("holder_id"),),
        hides="case_id",
    )

    reason = models.CharField("vì sao kết thúc", max_length=20, choices=CloseReason)
    proposed_at = models.DateTimeField("đề nghị lúc")
    proposed_by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=10, choices=terms.ClosingState, default=terms.ClosingState.PROPOSED
    )
    why = models.CharField("vì sao chưa", max_length=20, choices=terms.NotYet, blank=True)
    ended_at = models.DateTimeField("trả lời lúc", null=True)
    ended_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(state="proposed"), name="one_closing_waits"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "dropped"]) | ~Q(ended_by=F("proposed_by")),
                name="closing_by_four_eyes",
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", ended_at=None)
                | (~Q(state="proposed") & Q(ended_at__isnull=False)),
                name="closing_ends_at_a_moment",
            ),
        ]
