"""Opportunities, and lists of them that come in. No person is named in either."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _

from ketnoi.foundation.action import Record
from ketnoi.foundation.guard import ByAgency, Guard
from ketnoi.foundation.vietnamese.phones import format_phone
from ketnoi.livelihood import rules, terms
from ketnoi.livelihood.models.columns import words


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
    introduced = models.PositiveIntegerField(default=0)
    hours = models.CharField("giờ làm, giờ học", max_length=200, blank=True)
    shifts = words(terms.Hours)
    has_childcare = models.BooleanField("có gửi trẻ", default=False)
    is_accessible = models.BooleanField("tiếp cận được", default=False)
    least_age = models.PositiveSmallIntegerField("từ tuổi", null=True)
    most_age = models.PositiveSmallIntegerField("đến tuổi", null=True)
    schooling = models.CharField("học vấn", max_length=20, choices=terms.Schooling, blank=True)
    skills = words(terms.Skill)
    wage = models.BigIntegerField("số tiền một tháng", null=True)
    phone = models.CharField("số gọi nơi nhận", max_length=20, blank=True)
    requirements = models.TextField("yêu cầu", blank=True)
    verified_on = models.DateField("kiểm tra ngày", null=True)
    verified_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )
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
            models.CheckConstraint(
                condition=Q(verified_on=None, verified_by=None)
                | Q(verified_on__isnull=False, verified_by__isnull=False),
                name="verified_on_and_by",
            ),
            models.CheckConstraint(
                condition=Q(least_age=None) | Q(most_age=None) | Q(least_age__lte=F("most_age")),
                name="from_age_to_age",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-made_at"], condition=Q(withdrawn_at=None), name="opportunity_open"
            ),
        ]

    @property
    def shifts_in_words(self) -> str:
        """At which times of the day."""
        return ", ".join(str(terms.Hours(shift).label) for shift in self.shifts)

    @property
    def asks_for(self) -> str:
        """What is asked of somebody: age, schooling, skills."""
        ages = [
            _("từ {number} tuổi").format(number=self.least_age) if self.least_age else "",
            _("đến {number} tuổi").format(number=self.most_age) if self.most_age else "",
        ]
        skills = [str(terms.Skill(skill).label) for skill in self.skills]
        return ", ".join(filter(None, [*ages, self.get_schooling_display(), *skills]))

    @property
    def phone_words(self) -> str:
        """The number of the partner as it is read aloud."""
        return format_phone(self.phone) if self.phone else ""

    @property
    def left(self) -> int:
        """Places nobody has taken yet."""
        return rules.places_left(places=self.places, taken=self.taken)

    def is_on_offer(self, today: date) -> bool:
        """Whether it may still be proposed on that day."""
        return rules.is_on_offer(
            withdrawn=self.withdrawn_at is not None, until=self.until, today=today
        )


class OfferList(Record):
    """A list of opportunities that somebody sent in: looked at first, then added or dropped whole.

    `rows` are its lines as they were understood, with what is wrong with each. No person is in it.
    """

    guarded = Guard(see=(ByAgency("agency_id"),))

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=10, choices=terms.ListState, default=terms.ListState.LOOKED_AT
    )
    rows = models.JSONField(default=list)
    brought_at = models.DateTimeField()
    brought_by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    added = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["agency", "-brought_at"], name="offer_list_of_agency")]
