"""A round of matching, open to the network; and what it said in each file, closed in that file."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from ketnoi.foundation.action import Record
from ketnoi.foundation.belonging import InFile
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import ByAgency, ByRole, Guard, Opened
from ketnoi.rounds import terms


class MatchingRound(Record):
    """One round: its choice and its seed, published before it runs, and numbers too coarse to know
    anybody by. No person is in it.

    `shares` and `wanted` are written once, as they may be shown: the counts behind them are kept
    nowhere.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    province = models.ForeignKey("places.Province", on_delete=models.PROTECT, related_name="+")
    communes = ArrayField(models.CharField(max_length=5), default=list)
    kinds = ArrayField(models.CharField(max_length=20), default=list)
    seed = models.CharField("hạt giống", max_length=64)
    agreement = models.CharField("quy ước điểm", max_length=20)
    announced_at = models.DateTimeField("công bố lúc")
    announced_by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=terms.State, default=terms.State.ANNOUNCED)
    begun_at = models.DateTimeField("bắt đầu lúc", null=True)
    begun_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )
    read = models.PositiveSmallIntegerField(default=0)
    to_read = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField("kết thúc lúc", null=True)
    ended_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )
    shares = models.JSONField(default=list)
    wanted = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["province"],
                condition=Q(state__in=terms.UNDER_WAY),
                name="one_round_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(begun_at=None) | Q(begun_at__gte=models.F("announced_at")),
                name="seed_is_published_first",
            ),
        ]
        indexes = [models.Index(fields=["-announced_at"], name="round_newest")]


class RoundResult(InFile):
    """What one round said of the person of one file: an offer to ask her about, or why none.

    It is read in her file alone, by those who accompany her; its reasons are sealed.
    """

    guarded = Guard(
        see=(ByAgency("holder_id"), Opened("case_id"), ByRole("system")),
        add=(ByAgency("holder_id"),),
        change=(ByAgency("holder_id"),),
        hides="case_id",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(MatchingRound, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    opportunity = models.ForeignKey(
        "livelihood.Opportunity", on_delete=models.PROTECT, null=True, related_name="+"
    )
    told = SealedText("vì sao")
    made_at = models.DateTimeField()
    until = models.DateTimeField("hỏi trước", null=True)
    state = models.CharField(max_length=12, choices=terms.Stands)
    state_at = models.DateTimeField()
    state_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )
    placement = models.ForeignKey(
        "livelihood.Placement", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "case"], name="one_word_of_a_round"),
            models.UniqueConstraint(
                fields=["case"], condition=Q(state="proposed"), name="one_standing_proposal"
            ),
            models.CheckConstraint(
                condition=Q(state="nothing") | Q(opportunity__isnull=False, until__isnull=False),
                name="proposal_has_an_offer_and_an_end",
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-made_at"], name="round_in_file"),
            models.Index(
                fields=["holder"], condition=Q(state="proposed"), name="round_still_asked"
            ),
        ]
