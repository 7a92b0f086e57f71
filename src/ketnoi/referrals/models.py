"""A referral, the packet it carries, and its history."""

import uuid
from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Purpose, Role
from ketnoi.cases.terms import Basis, Pack
from ketnoi.foundation import links
from ketnoi.foundation.action import Record
from ketnoi.foundation.actor import Guest
from ketnoi.foundation.belonging import InFile, ToldToAgencies
from ketnoi.foundation.crypto import SealedDocument, SealedText, TextInside
from ketnoi.foundation.guard import ByAgency, ByRole, Guard, LedTo, OwnLink
from ketnoi.referrals import terms

WORDS_LEAST = 512
"""A message of some sentences: most are sealed equally long."""

WATCHERS = (ByRole(Role.COORDINATOR.value), ByRole("system"))


class Referral(ToldToAgencies, InFile):
    """One agency asks a service of another for somebody.

    What is told (the packet) is frozen when it is sent, and sealed with a key of its own, closed
    for the two agencies: when that key is destroyed, nobody reads the packet again.
    """

    guarded = Guard(
        see=(
            ByAgency("from_agency_id"),
            ByAgency("to_agency_id", {"is_sent": True}),
            LedTo("id", {"is_sent": True}),
            *WATCHERS,
        ),
        add=(ByAgency("from_agency_id", also="holder_id"),),
        change=(
            ByAgency("from_agency_id"),
            ByAgency("to_agency_id", {"is_sent": True}),
            LedTo("id", {"is_sent": True}),
            ByRole("system"),
        ),
        hides="case_id",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    code = models.CharField("mã hồ sơ", max_length=16)
    purpose = models.CharField("nhu cầu", max_length=20, choices=Purpose)
    service = models.ForeignKey("directory.Service", on_delete=models.PROTECT, related_name="+")
    from_agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    to_agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    urgency = models.CharField("mức độ khẩn", max_length=10, choices=terms.Urgency)
    basis = models.CharField("căn cứ", max_length=20, choices=Basis)
    consent = models.ForeignKey(
        "cases.Consent", on_delete=models.PROTECT, null=True, related_name="+"
    )
    door = models.ForeignKey(
        "cases.CaseAccess", on_delete=models.PROTECT, null=True, related_name="+"
    )
    packs = ArrayField(models.CharField(max_length=20, choices=Pack), default=list)
    key = models.ForeignKey("people.DataKey", on_delete=models.PROTECT, related_name="+")
    packet = SealedText("gói thông tin")
    sealed_words = SealedDocument(least=WORDS_LEAST)
    message = TextInside("sealed_words", "lời nhắn")
    basis_reason = TextInside("sealed_words", "lý do")
    state = models.CharField(max_length=20, choices=terms.State, default=terms.State.DRAFT)
    state_at = models.DateTimeField()
    is_sent = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )
    taken_at = models.DateTimeField(null=True)
    instead_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(from_agency=F("to_agency")), name="referral_goes_to_another_agency"
            ),
            models.CheckConstraint(
                condition=Q(is_sent=False) | Q(sent_at__isnull=False), name="referral_sent_at"
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-made_at"], name="referral_of_case"),
            models.Index(fields=["to_agency", "-state_at"], name="referral_in"),
            models.Index(fields=["from_agency", "-state_at"], name="referral_out"),
            models.Index(fields=["sent_at"], name="referral_sent"),
            # What is open is a fraction of what ever was: the queue of a day reads only that.
            models.Index(
                fields=["to_agency", "-state_at"],
                condition=Q(state__in=sorted(terms.OPEN)),
                name="referral_in_open",
            ),
            models.Index(
                fields=["from_agency", "-state_at"],
                condition=Q(state__in=sorted(terms.OPEN)),
                name="referral_out_open",
            ),
        ]


class GuestLink(InFile):
    """That a partner without an account may see and answer one request, by a link and a code.

    Its id is half of a hash of the token that stands in the link. The key of the packet is closed
    with that token: whoever has the database, and even the keys, does not open it from here.
    """

    guarded = Guard(
        see=(ByAgency("from_agency_id"), OwnLink("id"), ByRole(Role.COORDINATOR.value)),
        add=(ByAgency("from_agency_id"),),
        change=(ByAgency("from_agency_id"), OwnLink("id")),
        hides="case_id",
    )

    id = models.UUIDField(primary_key=True, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="links")
    from_agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    to_agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=10, choices=terms.GuestWay)
    code_mark = models.CharField(max_length=128)
    closed = models.BinaryField()
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    until = models.DateTimeField()
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    opened_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=10, choices=terms.LinkEnd, blank=True)
    ended_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["referral"], condition=Q(ended_at=None), name="one_link_of_a_referral"
            )
        ]
        indexes = [models.Index(fields=["to_agency", "opened_at"], name="links_used")]

    @property
    def guest(self) -> Guest:
        """Whoever holds the link, as the trail names her: she reaches this request alone."""
        return Guest(key=str(self.pk), agency_id=self.to_agency_id, leads_to=self.referral_id)

    def lives(self, now: datetime) -> bool:
        """Whether it may still be opened."""
        return self.ended_at is None and now < self.until

    def open(self, token: str, *, within: bytes) -> bytes:
        """The key of the packet, with the token of the link and the data key of the layer."""
        place = f"guest|{self.pk}|{self.referral_id}"
        return links.reopen_for(token, bytes(self.closed), within=within, place=place)

    def close(self, token: str, plain: bytes, *, within: bytes) -> "GuestLink":
        """Close the key of the packet for whoever will hold this token."""
        place = f"guest|{self.pk}|{self.referral_id}"
        self.closed = links.close_for(token, plain, within=within, place=place)
        return self


MORE_PARTIES = (ByAgency("from_agency_id"), ByAgency("to_agency_id"), LedTo("referral_id"))


class MoreAsked(ToldToAgencies, InFile):
    """That the asked agency needs to know more than it was told, and what she answered.

    What is told then is frozen here, under the key of the request: it goes when that goes.
    """

    guarded = Guard(
        see=(*MORE_PARTIES, ByRole("system")),
        add=(ByAgency("to_agency_id"),),
        change=(*MORE_PARTIES, ByRole("system")),
        hides="case_id",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="+")
    from_agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    to_agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    key = models.ForeignKey("people.DataKey", on_delete=models.PROTECT, related_name="+")
    packs = ArrayField(models.CharField(max_length=20, choices=Pack))
    words = SealedText("vì sao cần thêm")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=20, choices=terms.MoreAnswer, blank=True)
    told = ArrayField(models.CharField(max_length=20, choices=Pack), default=list)
    packet = SealedText("phần gửi thêm")
    consent = models.ForeignKey(
        "cases.Consent", on_delete=models.PROTECT, null=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["referral"], condition=Q(ended_at=None), name="more_is_asked_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(answer="agreed", consent__isnull=False)
                | (~Q(answer="agreed") & Q(told=[])),
                name="more_is_told_with_her_yes",
            ),
        ]
        indexes = [models.Index(fields=["referral", "asked_at"], name="more_of_referral")]

    def labels(self, packs: list[str]) -> str:
        """These packs as people call them."""
        return ", ".join(str(Pack(pack).label) for pack in packs)


EVENT_PARTIES = (ByAgency("from_agency_id"), ByAgency("to_agency_id"), LedTo("referral_id"))


class ReferralEvent(Record):
    """That a referral came to a state: when, by whom, why, with what outcome."""

    guarded = Guard(
        see=(*EVENT_PARTIES, *WATCHERS),
        add=(*EVENT_PARTIES, ByRole("system")),
        change=(),
        hides="referral_id",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="events")
    from_agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    to_agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=terms.State)
    decline = models.CharField(max_length=20, choices=terms.Decline, blank=True)
    suggested = models.ForeignKey(
        "directory.Service", on_delete=models.PROTECT, null=True, related_name="+"
    )
    outcome = models.CharField(max_length=20, choices=terms.Outcome, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, null=True, related_name="+")
    link = models.ForeignKey(GuestLink, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["referral", "at"], name="event_of_referral")]

    @property
    def text(self) -> str:
        """What happened, with its reason or outcome, as a timeline says it."""
        why = [self.get_decline_display(), self.get_outcome_display()]
        return ": ".join([str(self.get_state_display()), *filter(None, why)])

    @property
    def who(self) -> str:
        """Who did it; the system has no name, and a guest is her link."""
        if self.link_id is None:
            return self.by.name if self.by else ""
        if self.by is None:
            return _("nơi nhận, qua liên kết khách")
        return _("{name} ghi, theo lời nơi nhận qua điện thoại").format(name=self.by.name)
