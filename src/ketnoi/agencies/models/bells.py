"""What rings when something waits for a member: a device of hers, or a number."""

import uuid

from django.db import models
from django.db.models import Q

from ketnoi.agencies.terms import Rings
from ketnoi.foundation import notices
from ketnoi.foundation.action import Record
from ketnoi.foundation.crypto import KeyClass, WrappedKey
from ketnoi.foundation.guard import ByMember, ByRole, Guard


class Bell(Record):
    """A device or a number by which a member is told; only she and the system ever see it.

    Once it is over, where it rang is forgotten.
    """

    guarded = Guard(see=(ByMember("member_id"), ByRole("system")), add=(ByMember("member_id"),))

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("cách báo", max_length=10, choices=Rings)
    wrapped = WrappedKey(kind=KeyClass.NARRATIVE.value, bound_to="bell")
    since = models.DateTimeField("thêm lúc")
    code_mark = models.CharField(max_length=200, blank=True)
    code_until = models.DateTimeField("mã dùng được đến", null=True)
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    confirmed_at = models.DateTimeField("xác nhận lúc", null=True)
    ended_at = models.DateTimeField("thôi lúc", null=True)
    ended_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(wrapped=b""), name="what_is_over_is_forgotten"
            ),
        ]

    @property
    def address(self) -> str:
        """Where it rings, in memory only."""
        return self._meta.get_field("wrapped").open(self.wrapped, row=self.pk).decode()

    def close(self, address: str) -> "Bell":
        """Keep where it rings under the key of the class."""
        self.wrapped = self._meta.get_field("wrapped").close(address.encode(), row=self.pk)
        return self

    @property
    def rings(self) -> bool:
        """Whether she is told by it: confirmed, not over, and of a kind that we have."""
        is_live = self.confirmed_at is not None and self.ended_at is None
        return is_live and bool(notices.set_up([self.kind]))
