"""Somebody offers something that is needed; how many offers one hour has brought."""

import uuid

from django.db import models
from django.db.models import Q

from ketnoi.drives.models.drives import OWN, THE_ROUND, a_record
from ketnoi.drives.models.goods import Need, an_account
from ketnoi.drives.terms import Giver, PledgeEnd, PledgeState
from ketnoi.foundation.action import Record
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import ByRole, Guard

AN_OFFER = ByRole("visitor", only={"state": PledgeState.OFFERED.value})


class Pledge(Record):
    """Somebody offers so many of what is needed. It counts once somebody has called and agreed.

    Name and telephone are sealed with the key of the drive, and go when the pledge ends. A visitor
    of the public page adds one and reads none.
    """

    guarded = Guard(see=(OWN, THE_ROUND), add=(OWN, AN_OFFER), change=(OWN, THE_ROUND))

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="pledges")
    giver = models.CharField("ai góp", max_length=20, choices=Giver)
    name = SealedText("tên người hoặc đơn vị góp")
    phone = SealedText("số điện thoại")
    offered = models.PositiveIntegerField("số lượng ngỏ lời")
    offered_at = models.DateTimeField("ngỏ lời lúc")
    noted_by = a_record("agencies.Member", null=True)
    key = models.UUIDField("lần bấm", unique=True)
    state = models.CharField(max_length=10, choices=PledgeState, default=PledgeState.OFFERED)
    agreed = models.PositiveIntegerField("số lượng đã xác nhận", null=True)
    arrives_on = models.DateField("dự kiến đến ngày", null=True)
    confirmed_at = models.DateTimeField("xác nhận lúc", null=True)
    confirmed_by = a_record("agencies.Member", null=True)
    ending = models.CharField("vì sao", max_length=20, choices=PledgeEnd, blank=True)
    ended_at = models.DateTimeField("kết thúc lúc", null=True)
    ended_by = a_record("agencies.Member", null=True)
    promised = an_account("còn chờ đến")
    stock = an_account("đã đến")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(promised__gte=0, stock__gte=0), name="pledge_is_never_overdrawn"
            ),
            models.CheckConstraint(
                condition=Q(state="offered", promised=0, stock=0, agreed=None, ended_at=None)
                | Q(state="confirmed", agreed__isnull=False, ended_at=None)
                | Q(state="ended", promised=0, ended_at__isnull=False) & ~Q(ending=""),
                name="pledge_stands_as_it_says",
            ),
        ]
        indexes = [models.Index(fields=["need", "offered_at"], name="pledge_of_need")]

    def data_key(self) -> bytes:
        """The key of its drive."""
        return self.need.drive.data_key()

    def seal_owner(self) -> str:
        """The need and the record."""
        return f"{self.need_id}/{self.pk}"

    @property
    def is_here(self) -> bool:
        """Whether all of what was agreed has come."""
        return self.state == PledgeState.CONFIRMED and self.promised == 0


class OfferHour(Record):
    """How many offers the public page took for one need within one hour, and of whom it is not
    known."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="+")
    hour = models.DateTimeField()
    offers = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["need", "hour"], name="one_count_of_an_hour")
        ]
