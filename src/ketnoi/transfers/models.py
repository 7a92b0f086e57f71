"""A transfer of the sender; at the receiver what was opened, and what was taken in."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from ketnoi.cases.terms import Basis, Given, Pack
from ketnoi.foundation.action import Record
from ketnoi.foundation.belonging import InFile, WithOwnKey
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import ByAgency, ByMember, ByRole, Guard
from ketnoi.transfers.terms import OPEN, Reason, State

MEMBER = "agencies.Member"


class Transfer(InFile):
    """That a file is to go to an office in another province: where, why, what, on what ground.

    Her yes stands here and not among her consents: those name an agency of this network. The packet
    is closed with a code that is kept nowhere.
    """

    guarded = Guard(
        see=(ByAgency("holder_id"), ByRole("system")), add=(ByAgency("holder_id"),), hides="case_id"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    province = models.ForeignKey("places.Province", on_delete=models.PROTECT, related_name="+")
    office = SealedText("nơi nhận")
    reason = models.CharField("vì sao", max_length=10, choices=Reason)
    packs = ArrayField(models.CharField(max_length=20, choices=Pack), default=list)
    notes = ArrayField(models.UUIDField(), default=list)
    attachments = ArrayField(models.UUIDField(), default=list)
    basis = models.CharField("căn cứ", max_length=20, choices=Basis)
    basis_reason = SealedText("lý do")
    wording = SealedText("lời đã đọc")
    language = models.CharField("ngôn ngữ", max_length=5, blank=True)
    given = models.CharField("cách đồng ý", max_length=20, choices=Given, blank=True)
    representative = models.ForeignKey(
        "people.Representative", on_delete=models.PROTECT, null=True, related_name="+"
    )
    state = models.CharField(max_length=12, choices=State, default=State.PROPOSED)
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(MEMBER, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(MEMBER, on_delete=models.PROTECT, null=True, related_name="+")
    decline = SealedText("vì sao không duyệt")
    lapses_at = models.DateTimeField(null=True)
    packet = models.BinaryField(null=True)
    packet_at = models.DateTimeField(null=True)
    receipt_mark = models.CharField(max_length=128, blank=True)
    wrong_receipts = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(MEMBER, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(state__in=OPEN), name="transferred_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("started_by")),
                name="transfer_by_two_people",
            ),
            models.CheckConstraint(
                condition=Q(state="sent") | Q(packet=None), name="packet_only_while_sent"
            ),
        ]
        indexes = [
            models.Index(
                fields=["lapses_at"], condition=Q(state__in=OPEN), name="transfer_to_lapse"
            ),
            models.Index(fields=["case", "-started_at"], name="transfer_of_case"),
        ]

    @property
    def is_open(self) -> bool:
        """Whether it may still come to something."""
        return self.state in OPEN

    @property
    def words(self) -> list[str]:
        """The packs as people call them."""
        return [str(Pack(pack).label) for pack in self.packs]


class Arrival(WithOwnKey):
    """A packet that was opened and not taken in: its opener alone reads it, for a day."""

    guarded = Guard(
        see=(ByMember("opener_id"), ByRole("system")), add=(ByMember("opener_id"),), change=None
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    opener = models.ForeignKey(MEMBER, on_delete=models.PROTECT, related_name="+")
    key = models.ForeignKey("people.DataKey", on_delete=models.PROTECT, related_name="+")
    content = SealedText("nội dung")
    made_at = models.DateTimeField()
    until = models.DateTimeField()


class Taken(Record):
    """That a packet was taken in somewhere in this installation: half of a hash, no agency."""

    mark = models.CharField(primary_key=True, max_length=32)


class Receipt(InFile):
    """That a file came from another province, and the code that says there that it arrived."""

    guarded = Guard(see=(ByAgency("holder_id"),), change=(), hides="case_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.OneToOneField("cases.Case", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    taken = models.OneToOneField(Taken, on_delete=models.PROTECT, related_name="+")
    code = SealedText("mã đã nhận")
    origin = SealedText("từ đâu")
    at = models.DateTimeField()
    by = models.ForeignKey(MEMBER, on_delete=models.PROTECT, related_name="+")
