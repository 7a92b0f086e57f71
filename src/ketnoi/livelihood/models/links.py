"""A one-time link by which a partner without an account answers about somebody."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from ketnoi.foundation.actor import Guest
from ketnoi.foundation.belonging import InFile
from ketnoi.foundation.guard import Guard, OwnLink
from ketnoi.livelihood import terms
from ketnoi.livelihood.models.columns import SIDES, SYSTEM, codes
from ketnoi.livelihood.models.placements import Placement


class PartnerLink(InFile):
    """That a partner without an account may see what she agreed to tell, and say yes or no.

    Its id is half of a hash of the token in the link. It holds all that a partner may see: whoever
    has it reaches no placement and no file, and when it ends, what was told is taken out of it.
    """

    guarded = Guard(
        see=(*SIDES, OwnLink("id"), SYSTEM),
        add=SIDES[:1],
        change=(*SIDES, OwnLink("id"), SYSTEM),
        hides="case_id",
    )

    id = models.UUIDField(primary_key=True, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("cơ hội", max_length=200)
    told = codes()
    code_mark = models.CharField(max_length=128)
    issued_at = models.DateTimeField("cấp lúc")
    issued_by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    until = models.DateTimeField("dùng được đến")
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    opened_at = models.DateTimeField("mở lúc", null=True)
    answer = models.CharField(max_length=10, choices=terms.PartnerAnswer, blank=True)
    reason = models.CharField("lý do", max_length=10, choices=terms.PartnerReason, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=10, choices=terms.LinkEnd, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["placement"], condition=Q(ended_at=None), name="one_link_of_a_placement"
            ),
            models.CheckConstraint(
                condition=Q(answer="declined") | Q(reason=""), name="only_a_no_by_link_has_a_reason"
            ),
        ]
        indexes = [models.Index(fields=["placement", "-issued_at"], name="link_of_placement")]

    @property
    def guest(self) -> Guest:
        """Whoever holds the link, as the trail names her: for who issued it, on this one row."""
        return Guest(key=str(self.pk), agency_id=self.agency_id)

    def lives(self, now: datetime) -> bool:
        """Whether it may still be opened."""
        return self.ended_at is None and now < self.until
