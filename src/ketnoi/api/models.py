"""Addresses of programs that are told when something happened to a request."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from ketnoi.agencies.terms import Role
from ketnoi.foundation.action import Record
from ketnoi.foundation.crypto import KeyClass, WrappedKey
from ketnoi.foundation.guard import ByRole, Guard, OfHome

MANAGERS = tuple(OfHome("agency_id", role=role.value) for role in (Role.LEAD, Role.ADMIN))


class Webhook(Record):
    """An address of an agency's program, and what we sign with; it hears ids and nothing else."""

    guarded = Guard(see=(*MANAGERS, ByRole("system")), add=MANAGERS)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    url = models.URLField("địa chỉ", max_length=300)
    wrapped = WrappedKey(kind=KeyClass.NARRATIVE.value, bound_to="webhook")
    since = models.DateTimeField("từ")
    made_by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    failing_since = models.DateTimeField("không nghe từ", null=True)
    ended_at = models.DateTimeField("thôi lúc", null=True)
    ended_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "url"], condition=Q(ended_at=None), name="an_address_once"
            )
        ]

    @property
    def secret(self) -> bytes:
        """What both sides sign with, in memory only."""
        return self._meta.get_field("wrapped").open(self.wrapped, row=self.pk)

    def close(self, secret: bytes) -> Any:
        """Keep the secret under the key of the class."""
        self.wrapped = self._meta.get_field("wrapped").close(secret, row=self.pk)
        return self


class Delivery(Record):
    """That an address has heard of a step of a request."""

    guarded = Guard(see=(ByRole("system"),), change=())

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    webhook = models.ForeignKey(Webhook, on_delete=models.PROTECT, related_name="+")
    event = models.ForeignKey("referrals.ReferralEvent", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["webhook", "event"], name="heard_once")]
