"""The keys of counsellors, and which colleague supervises whom."""

import uuid
from typing import Any

from django.db import models
from django.db.models import F, Q

from ketnoi.foundation.action import Record
from ketnoi.foundation.confiding import Confided
from ketnoi.foundation.crypto import KeyClass, WrappedKey, boxes
from ketnoi.foundation.guard import ByAgency, ByMember, Guard


def a_record(to: str, *, null: bool = False) -> Any:
    """A column that names another record, which is never taken away."""
    return models.ForeignKey(to, on_delete=models.PROTECT, related_name="+", null=null)


class CounsellorKey(Record):
    """What is closed with that only one counsellor, and who supervises her, is to read."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member: Any = models.OneToOneField(
        "agencies.Member", on_delete=models.PROTECT, related_name="counsellor_key"
    )
    public = models.BinaryField()

    @classmethod
    def new_pair(cls, member: Any) -> "tuple[CounsellorKey, CounsellorSecret]":
        """A fresh pair for a counsellor, not yet written down."""
        public, secret = boxes.new_pair()
        key = cls(member=member, public=public)
        wrapped = CounsellorSecret._meta.get_field("wrapped").close(secret, row=key.pk)
        about = {"member": member, "agency_id": member.agency_id, "wrapped": wrapped}
        return key, CounsellorSecret(key=key, **about)


class CounsellorSecret(Record):
    """What opens what was closed for a counsellor: she reaches it, and who supervises her today."""

    guarded = Guard(
        see=(Confided("agency_id", by="member_id"),),
        # A colleague who is given a course may have had none before.
        add=(ByAgency("agency_id"),),
        change=(),
    )

    key: Any = models.OneToOneField(
        CounsellorKey, on_delete=models.PROTECT, primary_key=True, related_name="secret"
    )
    member = a_record("agencies.Member")
    agency = a_record("agencies.Agency")
    wrapped = WrappedKey(kind=KeyClass.NARRATIVE.value, bound_to="counsellor-secret")

    @property
    def plain(self) -> bytes:
        """The secret itself, in memory only."""
        return self._meta.get_field("wrapped").open(self.wrapped, row=self.pk)


class Supervision(Record):
    """That one colleague supervises another, from when to when. The counsellor names her.

    It holds from the yes of the colleague until one of the two ends it, or until its last day.
    """

    confides = True
    guarded = Guard(
        see=(ByAgency("agency_id"),),
        add=(ByMember("counsellor_id", home="agency_id"),),
        change=(
            ByMember("counsellor_id", home="agency_id"),
            ByMember("supervisor_id", home="agency_id"),
        ),
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    counsellor = a_record("agencies.Member")
    supervisor = a_record("agencies.Member")
    named_at = models.DateTimeField("mời lúc")
    until = models.DateField("đến hết ngày", null=True)
    agreed_at = models.DateTimeField("nhận lời lúc", null=True)
    ended_at = models.DateTimeField("thôi lúc", null=True)
    ended_by = a_record("agencies.Member", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["counsellor"], condition=Q(ended_at=None), name="one_supervisor_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(counsellor=F("supervisor")), name="nobody_supervises_herself"
            ),
        ]
