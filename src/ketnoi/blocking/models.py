"""That somebody must not know of a file, and that it was taken back."""

import uuid
from uuid import UUID

from django.db import models
from django.db.models import Q

from ketnoi.agencies.terms import Role
from ketnoi.blocking import terms
from ketnoi.foundation.belonging import InFile
from ketnoi.foundation.guard import ByAgency, ByRole, Guard

KEEPS = (ByAgency("holder_id"), ByRole(Role.COORDINATOR.value))


class Block(InFile):
    """Who must not know of a file: a whole agency, or one member of it, why, and since when.

    Its lines stand in a chain of its own: the timeline of the file would tell him later, when it
    was taken back. PostgreSQL closes his doors the moment it is written.
    """

    guarded = Guard(see=KEEPS, hides="id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason = models.CharField("vì sao", max_length=20, choices=terms.Reason)
    her_word = models.CharField("ý người được hỗ trợ", max_length=20, choices=terms.HerWord)
    since = models.DateTimeField("từ")
    by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField("bỏ chặn lúc", null=True)
    ended_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "agency"],
                condition=Q(member=None, ended_at=None),
                name="agency_blocked_once",
            ),
            models.UniqueConstraint(
                fields=["case", "member"],
                condition=Q(member__isnull=False, ended_at=None),
                name="member_blocked_once",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="block_ended_by_somebody",
            ),
        ]

    @property
    def whom(self) -> str:
        """Who is blocked, as the page says it."""
        return self.member.name if self.member else self.agency.name

    def trail_chain(self) -> tuple[UUID, UUID]:
        """A chain of its own, which the holder of the file reads."""
        return self.pk, self.holder_id
