"""Opportunities, placements, and the steps of a placement."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q

from ketnoi.agencies.terms import Role
from ketnoi.foundation.action import Record
from ketnoi.foundation.belonging import InFile
from ketnoi.foundation.guard import ByAgency, ByRole, Guard
from ketnoi.livelihood import rules, terms

SIDES = (ByAgency("agency_id"), ByAgency("holder_id"))
COORDINATOR = ByRole(Role.COORDINATOR.value)


class Opportunity(Record):
    """A job, a training seat, a loan, tools, a market stall, a mentor. No person is named in it.

    Every member of the network may see it. `taken` counts places across all agencies, which see
    only their own placements; the database refuses more than there are.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("loại", max_length=10, choices=terms.Kind)
    title = models.CharField("tên cơ hội", max_length=200)
    partner = models.CharField("nơi nhận", max_length=200)
    commune = models.ForeignKey(
        "places.Commune", on_delete=models.PROTECT, null=True, related_name="+"
    )
    places = models.PositiveIntegerField("số chỗ")
    taken = models.PositiveIntegerField("số chỗ đã nhận", default=0)
    hours = models.CharField("giờ làm, giờ học", max_length=200, blank=True)
    has_childcare = models.BooleanField("có gửi trẻ", default=False)
    wage = models.BigIntegerField("số tiền một tháng", null=True)
    requirements = models.TextField("yêu cầu", blank=True)
    verified_on = models.DateField("kiểm tra ngày", null=True)
    until = models.DateField("nhận đến ngày", null=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField("rút lúc", null=True)
    withdrawn_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(taken__lte=F("places")), name="places_not_oversold"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="withdrawn_at_and_by",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-made_at"], condition=Q(withdrawn_at=None), name="opportunity_open"
            ),
        ]

    @property
    def left(self) -> int:
        """Places nobody has taken yet."""
        return rules.places_left(places=self.places, taken=self.taken)

    def is_on_offer(self, today: date) -> bool:
        """Whether it may still be proposed on that day."""
        return rules.is_on_offer(
            withdrawn=self.withdrawn_at is not None, until=self.until, today=today
        )


class Placement(InFile):
    """The way of one person to one opportunity: proposed, her answer, the partner's, start, end.

    `agency` handles it (a job centre); it knows the code of the file and nothing else of it.
    """

    guarded = Guard(
        see=(*SIDES, COORDINATOR), add=(ByAgency("agency_id"),), change=SIDES, hides="case_id"
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
    partner_said = models.CharField(max_length=10, choices=terms.PartnerAnswer, blank=True)
    partner_said_at = models.DateTimeField(null=True)
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

    guarded = Guard(see=(*SIDES, COORDINATOR), add=SIDES, change=(), hides="placement_id")

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
