"""Walk-ins with their wishes, what a child's papers are, appointments, consultation sessions."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from ketnoi.foundation.belonging import InFile
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import ByAgency, Guard, TakingPart
from ketnoi.osso import terms
from ketnoi.people.terms import Country

HOLDER, OURS = ByAgency("holder_id"), ByAgency("agency_id")
# What an office did, it and the holder know; that she sees a psychologist is nobody else's matter.
KEPT = Guard(see=(HOLDER, OURS), add=(TakingPart(),), change=(HOLDER, OURS), hides="case_id")

# Also when the door to the file has closed since: that nobody meets can still be said.
HISTORY = Guard(see=(HOLDER, OURS), hides="case_id")


def a_record(to: str, *, null: bool = False) -> Any:
    """A column that names another record, which is never taken away."""
    return models.ForeignKey(to, on_delete=models.PROTECT, related_name="+", null=null)


class AtOffice(InFile):
    """A record of one file at one office."""

    guarded = KEPT

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = a_record("cases.Case")
    holder = a_record("agencies.Agency")
    agency = a_record("agencies.Agency")

    class Meta:
        abstract = True


class WalkIn(AtOffice):
    """That she came to the office: from which country she returned, and what she said."""

    country = models.CharField("về từ nước nào", max_length=2, choices=Country, blank=True)
    back_year = models.PositiveSmallIntegerField("năm về", null=True)
    words = SealedText("điều chị ấy mong muốn")
    came_at = models.DateTimeField("đến lúc")
    received_by = a_record("agencies.Member")

    class Meta:
        indexes = [models.Index(fields=["case", "-came_at"], name="walk_in_of_case")]


class Wish(AtOffice):
    """One kind of service she asked for, and what became of it."""

    walk_in = a_record("osso.WalkIn")
    category = models.CharField("loại dịch vụ", max_length=20, choices=terms.Category)
    state = models.CharField(max_length=20, choices=terms.WishState, default=terms.WishState.WAITS)
    referral = models.UUIDField(null=True)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = a_record("agencies.Member", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "agency", "category"],
                condition=Q(state="waits"),
                name="one_wish_waits",
            ),
            models.CheckConstraint(
                condition=Q(state="referred", referral__isnull=False)
                | ~Q(state="referred") & Q(referral=None),
                name="handed_on_by_a_referral",
            ),
        ]


class ChildPapers(AtOffice):
    """Where a child was born and registered, and its nationality; the newest record counts."""

    tie = a_record("people.Tie")
    born_in = models.CharField("sinh ở nước nào", max_length=2, choices=Country, blank=True)
    registered = models.CharField("khai sinh", max_length=10, choices=terms.Registered)
    nationality = models.CharField("quốc tịch", max_length=10, choices=terms.Nationality)
    noted_at = models.DateTimeField()
    noted_by = a_record("agencies.Member")

    class Meta:
        indexes = [models.Index(fields=["case", "-noted_at"], name="child_papers_of_case")]


class Appointment(AtOffice):
    """That she and the office meet: when, about what, how. No word of it says more."""

    code = models.CharField("mã hồ sơ", max_length=16)
    category = models.CharField("về việc gì", max_length=20, choices=terms.Category)
    channel = models.CharField("gặp ở đâu", max_length=20, choices=terms.Channel)
    starts_at = models.DateTimeField("lúc")
    state = models.CharField(max_length=20, choices=terms.State, default=terms.State.PLANNED)
    made_at = models.DateTimeField()
    made_by = a_record("agencies.Member")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "agency", "starts_at"],
                condition=Q(state="planned"),
                name="planned_once",
            )
        ]
        indexes = [models.Index(fields=["case", "-starts_at"], name="appointment_of_case")]

    @property
    def subject(self) -> str:
        """How a task leads to its page."""
        return f"{self.code}/{self.pk}"


class AppointmentEvent(AtOffice):
    """That an appointment was made, moved, kept, missed or called off, or that she was called."""

    guarded = HISTORY

    appointment = a_record("osso.Appointment")
    step = models.CharField(max_length=20, choices=terms.Step)
    starts_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=20, choices=terms.Why, blank=True)
    answer = models.CharField(max_length=20, choices=terms.CallAnswer, blank=True)
    at = models.DateTimeField()
    by = a_record("agencies.Member")

    class Meta:
        indexes = [models.Index(fields=["appointment", "at"], name="step_of_appointment")]


class Session(AtOffice):
    """One consultation session: one client, one category, one channel. It is counted once.

    The client is the woman herself, or somebody of her family (`tie`).
    """

    tie = a_record("people.Tie", null=True)
    appointment: Any = models.OneToOneField(
        "osso.Appointment", on_delete=models.PROTECT, null=True, related_name="+"
    )
    category = models.CharField("loại dịch vụ", max_length=20, choices=terms.Category)
    channel = models.CharField("cách gặp", max_length=20, choices=terms.Channel)
    held_on = models.DateField("ngày")
    minutes = models.PositiveSmallIntegerField("số phút", null=True)
    noted_at = models.DateTimeField()
    noted_by = a_record("agencies.Member")
    mistaken_at = models.DateTimeField(null=True)
    mistaken_by = a_record("agencies.Member", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(mistaken_at=None, mistaken_by=None)
                | ~Q(mistaken_at=None) & ~Q(mistaken_by=None),
                name="session_mistaken_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(minutes=None) | Q(minutes__gt=0), name="session_takes_time"
            ),
        ]
        indexes = [models.Index(fields=["agency", "held_on"], name="session_of_office")]
