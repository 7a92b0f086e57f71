"""The file and what belongs to it: who is responsible, who may open it, consent, notes, tasks."""

import uuid
from datetime import datetime, time, timedelta
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from ketnoi.agencies.terms import Purpose, Role
from ketnoi.cases import terms
from ketnoi.foundation.action import Record
from ketnoi.foundation.belonging import ClosedForAgencies, InFile
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import ByAgency, ByMember, ByRole, Guard, Opened, TakingPart

COORDINATOR = ByRole(Role.COORDINATOR.value)
# A volunteer keeps what she took down. All other roles reach files through their agency, or not.
TAKEN_DOWN_BY = ByMember("keeper_id", home="holder_id", role=Role.VOLUNTEER.value)
OF_HOLDER = (ByAgency("holder_id"), TAKEN_DOWN_BY)


def words(choices: type[models.TextChoices], *, length: int = 20) -> ArrayField:
    """A column that holds several controlled words."""
    return ArrayField(models.CharField(max_length=length, choices=choices), default=list)


class Case(Record):
    """The file of one person at one agency, the holder; other agencies take part in it.

    What the file says in clear (codes, states, dates) is what a coordinator may see. `key` is the
    data key of the person: what is sealed in the file is erased with her.
    """

    guarded = Guard(
        see=(*OF_HOLDER, Opened("id"), COORDINATOR), add=OF_HOLDER, change=OF_HOLDER, hides="id"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField("mã hồ sơ", max_length=16, unique=True)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    key = models.ForeignKey("people.DataKey", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    keeper = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    channel = models.CharField("cách đến", max_length=10, choices=terms.Channel)
    reasons = words(terms.Reason)
    needs = words(Purpose)
    status = models.CharField(max_length=20, choices=terms.Status, default=terms.Status.RECEIVED)
    risk = models.CharField(max_length=10, choices=terms.Risk, default=terms.Risk.UNKNOWN)
    commune = models.ForeignKey(
        "places.Commune", on_delete=models.PROTECT, null=True, related_name="+"
    )
    received_at = models.DateTimeField("tiếp nhận lúc")
    received_by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    restricted_at = models.DateTimeField("chỉ giữ, không chia sẻ từ", null=True)
    # Always the file that is open today, however often it was merged: never a chain of files.
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status="merged", merged_into__isnull=False)
                | (~Q(status="merged") & Q(merged_into=None)),
                name="merged_into_a_file",
            ),
            models.CheckConstraint(
                condition=~Q(merged_into=F("id")), name="merged_into_another_file"
            ),
        ]
        indexes = [
            models.Index(fields=["holder", "-received_at"], name="case_of_holder"),
            models.Index(fields=["keeper", "-received_at"], name="case_of_keeper"),
            models.Index(fields=["person"], name="case_of_person"),
            models.Index(
                fields=["holder", "status"], include=["id", "keeper"], name="case_counted"
            ),
            models.Index(
                fields=["id"], include=["status", "holder", "keeper"], name="case_counted_by_door"
            ),
            models.Index(
                fields=["merged_into"],
                condition=Q(merged_into__isnull=False),
                name="case_merged_into",
            ),
        ]

    def trail_chain(self) -> tuple[UUID, UUID]:
        """Its lines form a chain of their own, which the holder reads."""
        return self.pk, self.holder_id


class OfCase(InFile):
    """A record that belongs to a file, is sealed with its key and written in its chain."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class CaseState(OfCase):
    """That a file came to stand somewhere: when, by whom and why."""

    guarded = Guard(
        see=(ByAgency("holder_id"), ByMember("by_id"), Opened("case_id"), COORDINATOR),
        add=(ByAgency("holder_id"), ByMember("by_id", home="holder_id")),
        change=(),
        hides="case_id",
    )

    status = models.CharField(max_length=20, choices=terms.Status)
    reason = models.CharField(max_length=20, choices=terms.CloseReason, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")


class Charge(OfCase):
    """That an officer became responsible for a file."""

    guarded = Guard(
        see=(ByAgency("holder_id"), ByMember("member_id"), Opened("case_id")),
        add=(ByAgency("holder_id"), ByMember("member_id", home="holder_id")),
        change=(),
        hides="case_id",
    )

    member = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")


class CaseAccess(OfCase):
    """That a file is open to another agency (or one of its members), on what ground, until when.

    The holder prepares the door; it opens (`since`) when the other agency says yes.
    """

    opens_files = True
    guarded = Guard(
        see=(ByAgency("holder_id"), ByAgency("agency_id"), ByMember("member_id"), COORDINATOR),
        add=(ByAgency("holder_id"),),
        change=(ByAgency("holder_id"), ByAgency("agency_id")),
        hides="case_id",
    )

    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )
    basis = models.CharField(max_length=20, choices=terms.DoorBasis)
    consent = models.ForeignKey("Consent", on_delete=models.PROTECT, null=True, related_name="+")
    prepared_at = models.DateTimeField()
    since = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            # The doors of an agency are asked for in every question: read from the index alone.
            models.Index(
                fields=["agency"],
                include=["case", "since", "until", "holder", "member"],
                condition=Q(ended_at=None),
                name="open_to_agency",
            ),
            models.Index(fields=["case"], name="access_to_case"),
        ]


class Consent(OfCase):
    """Her yes: one purpose, one recipient, these packs, until a day, in exactly these words."""

    guarded = Guard(
        see=(ByAgency("holder_id"), ByMember("given_to_id"), ByAgency("recipient_id")),
        add=(ByAgency("holder_id"),),
        change=(ByAgency("holder_id"),),
        hides="case_id",
    )

    purpose = models.CharField("mục đích", max_length=20, choices=Purpose)
    recipient = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    packs = words(terms.Pack)
    wording = models.TextField("lời đã đọc")
    language = models.CharField("ngôn ngữ", max_length=5)
    given = models.CharField("cách đồng ý", max_length=20, choices=terms.Given)
    representative = models.ForeignKey(
        "people.Representative", on_delete=models.PROTECT, null=True, related_name="+"
    )
    given_at = models.DateTimeField("đồng ý lúc")
    given_to = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    until = models.DateField("đến ngày")
    withdrawn_at = models.DateTimeField("rút lại lúc", null=True)
    withdrawn_to = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["case"], name="consent_of_case")]

    @property
    def words(self) -> list[str]:
        """The packs as people call them."""
        return [str(terms.Pack(pack).label) for pack in self.packs]

    @property
    def ends_at(self) -> datetime:
        """The moment from which it no longer holds: the end of its last day."""
        return datetime.combine(self.until + timedelta(days=1), time.min, tzinfo=ZONE)

    def holds(self, now: datetime) -> bool:
        """Whether it still holds at that moment."""
        return self.withdrawn_at is None and now < self.ends_at


class Note(ClosedForAgencies, OfCase):
    """What an officer wrote down. A note is never edited; a wrong one is marked as such.

    It is sealed with the key of her agency in this file, or with the one of all who take part.
    """

    guarded = Guard(
        see=(
            ByAgency("agency_id", {"privacy": "agency"}),
            ByAgency("agency_id", {"privacy": "network"}),
            Opened("case_id", {"privacy": "network"}),
            ByAgency("holder_id", {"privacy": "network"}),
            ByAgency("agency_id", {"privacy": "professional"}, role=Role.SPECIALIST.value),
            ByMember("author_id"),
        ),
        add=(TakingPart(), ByMember("author_id", home="holder_id")),
        change=(ByMember("author_id", home="agency_id"),),
        hides="case_id",
    )

    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    privacy = models.CharField("ai đọc được", max_length=20, choices=terms.Privacy)
    kind = models.CharField("loại", max_length=20, choices=terms.NoteKind)
    seal = models.UUIDField(null=True)
    body = SealedText("nội dung")
    written_at = models.DateTimeField("viết lúc")
    mistaken_at = models.DateTimeField("ghi nhầm lúc", null=True)

    class Meta:
        indexes = [models.Index(fields=["case", "-written_at"], name="note_of_case")]

    def sealed_by(self) -> UUID | None:
        """The key of its level in this file; none where it was written before there were any."""
        return self.seal

    def erased_with(self) -> bytes:
        """The key of the person: with it every note goes."""
        return self.case.key.plain
