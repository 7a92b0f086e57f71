"""That she is taken from one agency to another: who holds it now and until when, step by step."""

import uuid
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from ketnoi.agencies.terms import Role
from ketnoi.dwelling.models.books import MEMBER, a_record
from ketnoi.dwelling.terms import OPEN, State, Step, Why
from ketnoi.foundation.action import Record
from ketnoi.foundation.belonging import WithOwnKey
from ketnoi.foundation.crypto import SealedDocument, TextInside
from ketnoi.foundation.guard import ByAgency, ByRole, Guard, Through

HANDS = (ByAgency("giver_id"), ByAgency("receiver_id"))
SYSTEM = ByRole("system")
OPEN_STATES = [state.value for state in OPEN]


class Transport(Record):
    """From which agency to which, when, and who must do something about it by when.

    The database keeps no open one without somebody and a moment. There is no place in it: what is
    said of the way stands in `TransportWords`, for the two hands alone.
    """

    guarded = Guard(
        see=(*HANDS, ByRole(Role.COORDINATOR.value), SYSTEM),
        add=(ByAgency("house_id"),),
        change=(*HANDS, SYSTEM),
        hides="stay_id",
    )
    hand: Any = None

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stay = a_record("protection.ShelterStay")
    case = a_record("cases.Case")
    house = a_record("agencies.Agency")
    giver = a_record("agencies.Agency")
    receiver = a_record("agencies.Agency")
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    owner = a_record("agencies.Agency", null=True)
    due_at = models.DateTimeField("trước lúc", null=True)
    planned_at = models.DateTimeField("hẹn đi lúc")
    arrive_by = models.DateTimeField("phải đến trước")
    left_at = models.DateTimeField("đi lúc", null=True)
    arrived_at = models.DateTimeField("đến lúc", null=True)
    made_at = models.DateTimeField("lập lúc")
    made_by = a_record(MEMBER)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=OPEN_STATES, owner__isnull=False, due_at__isnull=False)
                | ~Q(state__in=OPEN_STATES) & Q(owner=None, due_at=None),
                name="open_transport_has_owner_and_deadline",
            ),
            models.CheckConstraint(
                condition=Q(house=F("giver")) | Q(house=F("receiver")),
                name="the_house_is_one_hand",
            ),
            models.CheckConstraint(
                condition=~Q(giver=F("receiver")), name="two_hands_of_a_transport"
            ),
        ]
        indexes = [
            models.Index(fields=["stay", "-planned_at"], name="transport_of_stay"),
            models.Index(
                fields=["arrive_by"], condition=Q(due_at__isnull=False), name="open_transports"
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Whether somebody must do something about it."""
        return self.state in OPEN_STATES

    @property
    def late_kind(self) -> str:
        """How its state is marked: nobody overlooks one that is overdue."""
        return "late" if self.state == State.OVERDUE else "plain"

    def trail_chain(self) -> tuple[UUID, UUID]:
        """The chain of the house; what the other hand does stands in a chain of its own."""
        if self.hand in (None, self.house_id):
            return self.stay_id, self.house_id
        return self.pk, self.hand


class TransportEvent(Record):
    """That a transport came to a step: which, when, by whom."""

    guarded = Guard(
        see=(Through("transport_id", parent="dwelling.Transport"),), change=(), hides="stay_id"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    transport = models.ForeignKey(Transport, on_delete=models.PROTECT, related_name="+")
    stay = a_record("protection.ShelterStay")
    step = models.CharField(max_length=10, choices=Step)
    why = models.CharField(max_length=10, choices=Why, blank=True)
    moment = models.DateTimeField("xảy ra lúc")
    noted_at = models.DateTimeField("ghi lúc")
    noted_by = a_record(MEMBER, null=True)

    class Meta:
        indexes = [models.Index(fields=["transport", "noted_at"], name="step_of_transport")]


class TransportWords(WithOwnKey):
    """Who drives, who goes along, where they meet: read by the two hands, never by a coordinator.

    Sealed with a key of its own. A shelter cannot close it for a partner's key: only whoever
    holds a file may close something for another agency.
    """

    guarded = Guard(see=HANDS, change=(), hides="stay_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    transport = models.OneToOneField(Transport, on_delete=models.PROTECT, related_name="+")
    stay = a_record("protection.ShelterStay")
    giver = a_record("agencies.Agency")
    receiver = a_record("agencies.Agency")
    key = a_record("people.DataKey")
    sealed_words = SealedDocument()
    escort = TextInside("sealed_words", "ai lái xe, ai đi cùng")
    meeting = TextInside("sealed_words", "điểm hẹn")
