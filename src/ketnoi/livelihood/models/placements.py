"""Placements, their steps, and what a partner is told of somebody."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _

from ketnoi.foundation.action import Record
from ketnoi.foundation.belonging import InFile
from ketnoi.foundation.guard import ByAgency, Guard, Through
from ketnoi.livelihood import terms
from ketnoi.livelihood.models.columns import COORDINATOR, SIDES, SYSTEM, codes
from ketnoi.livelihood.models.offers import Opportunity


class Placement(InFile):
    """The way of one person to one opportunity: proposed, her answer, the partner's, start, end.

    `agency` handles it (a job centre); it knows the code of the file and nothing else of it.
    """

    guarded = Guard(
        see=(*SIDES, COORDINATOR, SYSTEM),
        add=(ByAgency("agency_id"),),
        change=(*SIDES, SYSTEM),
        hides="case_id",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    code = models.CharField("mã hồ sơ", max_length=16)
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    opportunity = models.ForeignKey(Opportunity, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=terms.State, default=terms.State.PROPOSED)
    state_at = models.DateTimeField()
    asked_at = models.DateTimeField("đề xuất lúc")
    proposed_by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    she_said = models.CharField(max_length=10, choices=terms.HerAnswer, blank=True)
    she_said_at = models.DateTimeField(null=True)
    she_said_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )
    told = codes()
    partner_said = models.CharField(max_length=10, choices=terms.PartnerAnswer, blank=True)
    partner_said_at = models.DateTimeField(null=True)
    partner_reason = models.CharField(max_length=10, choices=terms.PartnerReason, blank=True)
    started_on = models.DateField("bắt đầu ngày", null=True)
    ended_on = models.DateField("kết thúc ngày", null=True)
    outcome = models.CharField("kết quả", max_length=20, choices=terms.Outcome, blank=True)
    income_band = models.CharField("thu nhập", max_length=10, choices=terms.IncomeBand, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "opportunity", "agency"],
                condition=Q(state__in=terms.OPEN),
                name="one_proposal_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")),
                name="placement_ends_after_it_starts",
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-asked_at"], name="placement_of_case"),
            models.Index(fields=["agency", "-state_at"], name="placement_of_agency"),
            models.Index(fields=["holder", "-state_at"], name="placement_of_holder"),
        ]

    @property
    def is_open(self) -> bool:
        """Whether something may still happen."""
        return self.state in terms.OPEN


class PlacementStep(Record):
    """That a placement came to a state: when, and who wrote it down."""

    guarded = Guard(
        see=(*SIDES, COORDINATOR), add=(*SIDES, SYSTEM), change=(), hides="placement_id"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=terms.State)
    at = models.DateTimeField()
    by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["placement", "at"], name="step_of_placement")]

    @property
    def text(self) -> str:
        """What happened, as a timeline says it."""
        return self.get_state_display()

    @property
    def who(self) -> str:
        """Who wrote it down, and for which agency."""
        return f"{self.by.name} ({self.by.agency.name})"


class Candidate(Record):
    """Somebody, as a partner with an account knows her: codes that she agreed to tell, and no more.

    It names no file, no holder and no job centre. It exists from her yes on.
    """

    guarded = Guard(
        see=(ByAgency("agency_id"), Through("placement_id", parent="livelihood.Placement")),
        add=(Through("placement_id", parent="livelihood.Placement"),),
        change=(ByAgency("agency_id"), Through("placement_id", parent="livelihood.Placement")),
        hides="placement_id",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.PositiveSmallIntegerField("người thứ")
    placement = models.OneToOneField(Placement, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    opportunity = models.ForeignKey(Opportunity, on_delete=models.PROTECT, related_name="+")
    told = codes()
    state = models.CharField(max_length=10, choices=terms.Asked, default=terms.Asked.WAITING)
    reason = models.CharField("lý do", max_length=10, choices=terms.PartnerReason, blank=True)
    told_at = models.DateTimeField("được giới thiệu lúc")
    answered_at = models.DateTimeField("trả lời lúc", null=True)
    answered_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["opportunity", "number"], name="candidate_number_once"),
            models.CheckConstraint(
                condition=Q(state="declined") | Q(reason=""), name="only_a_no_has_a_reason"
            ),
        ]
        indexes = [models.Index(fields=["agency", "-told_at"], name="candidate_of_agency")]

    @property
    def title(self) -> str:
        """How a partner tells one from the other: a number, and for what."""
        number = _("Người thứ {number}").format(number=self.number)
        return f"{number} – {self.opportunity.title}"

    @property
    def waits(self) -> bool:
        """Whether the partner has not answered yet."""
        return self.state == terms.Asked.WAITING
