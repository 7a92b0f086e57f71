"""Agencies, their names through time, their offices, their members."""

import uuid
from uuid import UUID

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from ketnoi.agencies.models.bells import Bell as Bell
from ketnoi.agencies.terms import OPENS_FILES, Function, Level, Purpose, Role, SealChannel, Told
from ketnoi.foundation.action import Record
from ketnoi.foundation.actor import Guest
from ketnoi.foundation.crypto import KeyClass, WrappedKey, boxes
from ketnoi.foundation.guard import ByAgency, ByRole, Guard, OfHome


class Agency(Record):
    """An organisation, or a part of one, that takes part in the network."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.SlugField(unique=True)
    function = models.CharField("chức năng", max_length=20, choices=Function)
    level = models.CharField("cấp", max_length=10, choices=Level)
    name = models.CharField("tên hiện nay", max_length=200)
    province = models.ForeignKey(
        "places.Province", on_delete=models.PROTECT, null=True, related_name="+"
    )
    commune = models.ForeignKey(
        "places.Commune", on_delete=models.PROTECT, null=True, related_name="+"
    )
    predecessor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="successors"
    )
    since = models.DateField("từ ngày", null=True)
    until = models.DateField("đến ngày", null=True)
    about = models.TextField("giới thiệu", blank=True)

    def __str__(self) -> str:
        return self.name


class AgencyKey(Record):
    """What anybody closes things with that only this agency is to read; the newest counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="keys")
    number = models.PositiveSmallIntegerField(default=1)
    public = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "number"], name="one_key_of_a_number")
        ]

    @classmethod
    def new_pair(cls, agency: Agency) -> "tuple[AgencyKey, AgencySecret]":
        """A fresh pair for an agency, not yet written down."""
        public, secret = boxes.new_pair()
        key = cls(agency=agency, public=public)
        wrapped = AgencySecret._meta.get_field("wrapped").close(secret, row=key.pk)
        return key, AgencySecret(key=key, agency=agency, wrapped=wrapped)

    @classmethod
    def brought(cls, pk: UUID, wrapped: bytes) -> "AgencyKey":
        """A key with its secret, as another query brought them along."""
        key = cls(pk=pk)
        key.secret = AgencySecret(key=key, wrapped=wrapped)
        return key


class AgencySecret(Record):
    """What opens what was closed for an agency: reached by its own people, and by nobody else.

    Volunteers of the agency are among them, for what they wrote themselves.
    """

    guarded = Guard(
        see=(ByAgency("agency_id"), OfHome("agency_id", role=Role.VOLUNTEER.value)),
        add=(ByRole("system"), ByRole(Role.ADMIN.value)),
        change=(),
    )

    key = models.OneToOneField(
        AgencyKey, on_delete=models.PROTECT, primary_key=True, related_name="secret"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    wrapped = WrappedKey(kind=KeyClass.NARRATIVE.value, bound_to="agency-secret")

    @property
    def plain(self) -> bytes:
        """The secret itself, in memory only."""
        return self._meta.get_field("wrapped").open(self.wrapped, row=self.pk)


class AgencyName(Record):
    """What an agency was called, from when to when, and where that is written."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="names")
    name = models.CharField("tên", max_length=200)
    since = models.DateField("từ ngày", null=True)
    until = models.DateField("đến ngày", null=True)
    source = models.CharField("nguồn", max_length=200)


class Office(Record):
    """A place of work of an agency. Shelters, and offices beside one, never have a row here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="offices")
    commune = models.ForeignKey("places.Commune", on_delete=models.PROTECT, related_name="+")
    hours = models.CharField("giờ làm việc", max_length=200, blank=True)


class Member(Record):
    """A person acting for one agency. Somebody who serves two agencies is two members."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="members"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="members")
    role = models.CharField("vai", max_length=20, choices=Role)
    name = models.CharField("tên", max_length=100)
    language = models.CharField("ngôn ngữ", max_length=2, default="vi")
    told = models.CharField("báo khi nào", max_length=10, choices=Told, default=Told.AT_ONCE)
    by_mail = models.BooleanField("báo bằng thư", default=True)
    since = models.DateTimeField("từ")
    signed_out_at = models.DateTimeField("mọi nơi bị đóng lúc", null=True)
    left_at = models.DateTimeField("nghỉ từ", null=True)
    left_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "agency"],
                condition=Q(left_at=None),
                name="one_membership_at_a_time",
            ),
        ]

    @property
    def actor(self) -> str:
        """How the trail names her."""
        return f"member:{self.pk}"

    @property
    def member_id(self) -> UUID:
        """Her own id, as row security asks for it."""
        return self.pk

    @property
    def files(self) -> UUID | None:
        """The agency whose files she may open; None when her role opens no file."""
        return self.agency_id if self.role in OPENS_FILES else None


class Invitation(Record):
    """An open door for one member: a link that works once, until a date.

    With `renews` it lets somebody who is a member already choose a new password.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="invitations")
    role = models.CharField("vai", max_length=20, choices=Role)
    name = models.CharField("tên", max_length=100)
    renews = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="+")
    token_tag = models.BigIntegerField()
    invited_at = models.DateTimeField("mời lúc")
    invited_by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="+")
    until = models.DateTimeField("hết hạn")
    accepted_at = models.DateTimeField("nhận lúc", null=True)
    accepted_by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="+")

    @property
    def guest(self) -> Guest:
        """Whoever holds the link, as the trail names her."""
        return Guest(key=str(self.pk), agency_id=self.agency_id)


class ProgramToken(Record):
    """How a program of an agency says who it is, until a day. The program is a member like any."""

    id = models.UUIDField(primary_key=True, editable=False)
    member = models.OneToOneField(Member, on_delete=models.PROTECT, related_name="token")
    made_at = models.DateTimeField("lập lúc")
    made_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    until = models.DateTimeField("hết hạn")


class Leave(Record):
    """Days on which somebody is away, and which colleague stands in for her."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="leaves")
    substitute = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="stands_in")
    since = models.DateField("từ ngày")
    until = models.DateField("đến hết ngày")
    noted_at = models.DateTimeField("ghi lúc")
    noted_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField("về sớm lúc", null=True)
    ended_by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="+")


class Witness(Record):
    """An agency that keeps the seals of the trail, so that nobody can rewrite it unnoticed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField("cách gửi", max_length=10, choices=SealChannel)
    address = models.EmailField("hộp thư", blank=True)
    since = models.DateTimeField("từ")
    named_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField("đến", null=True)
    ended_by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency"], condition=Q(ended_at=None), name="one_witness_of_an_agency"
            ),
        ]


class Agreement(Record):
    """What agencies may ask of each other, from when to when, as each of them signs."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField("tên", max_length=200)
    number = models.CharField("số văn bản", max_length=60, blank=True)
    purposes = ArrayField(models.CharField(max_length=20, choices=Purpose))
    since = models.DateField("từ ngày")
    until = models.DateField("đến hết ngày", null=True)
    answer_hours = models.PositiveSmallIntegerField("việc khẩn: giờ", null=True)
    answer_days = models.PositiveSmallIntegerField("việc thường: ngày làm việc", null=True)
    made_at = models.DateTimeField("lập lúc")
    made_by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField("thôi lúc", null=True)
    ended_by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return self.title


class Party(Record):
    """An agency that is asked to sign an agreement; it binds from its signature until it leaves."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="parties")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField("ký lúc", null=True)
    signed_by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="+")
    left_at = models.DateTimeField("rút lúc", null=True)
    left_by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agreement", "agency"], name="one_place_to_sign"),
            models.CheckConstraint(
                condition=Q(left_at=None) | Q(signed_at__isnull=False),
                name="only_who_signed_leaves",
            ),
        ]

    @property
    def stands(self) -> bool:
        """Whether it has signed and not left."""
        return self.signed_at is not None and self.left_at is None
