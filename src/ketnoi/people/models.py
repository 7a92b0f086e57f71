"""A person, her data key, and what is sealed with it."""

import uuid
from functools import cached_property

from django.db import models
from django.db.models import F, Q

from ketnoi.agencies.terms import Role
from ketnoi.foundation.action import Record
from ketnoi.foundation.belonging import WithOwnKey
from ketnoi.foundation.crypto import (
    KeyClass,
    KeyedTag,
    SealedDocument,
    SealedText,
    TextInside,
    WrappedKey,
)
from ketnoi.foundation.guard import ByAgency, ByMember, Guard
from ketnoi.people.terms import (
    Carer,
    Country,
    HoldGround,
    Language,
    LivesWith,
    Original,
    PaperKind,
    Relation,
    Sex,
    TieEnd,
    TieKind,
    WhoAnswers,
)

KEPT_BY = (
    ByAgency("holder_id"),
    ByMember("keeper_id", home="holder_id", role=Role.VOLUNTEER.value),
)
OWN = Guard(see=KEPT_BY, hides="person_id")


class DataKey(Record):
    """The random key of one person, wrapped. Without it nothing sealed for her can be read."""

    travels_apart = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wrapped = WrappedKey(kind=KeyClass.IDENTITY.value, bound_to="data-key")
    version = models.PositiveSmallIntegerField(default=1)

    @cached_property
    def plain(self) -> bytes:
        """The key itself, in memory only."""
        return self._meta.get_field("wrapped").open(self.wrapped, row=self.pk)


class Person(WithOwnKey):
    """Somebody an agency supports. What identifies her is sealed; what is not is said here.

    `holder` is the agency that keeps her record, `keeper` the member who took it down.
    """

    guarded = Guard(see=KEPT_BY, hides="id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.OneToOneField(DataKey, on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    keeper = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    sex = models.CharField("giới tính", max_length=10, choices=Sex, default=Sex.UNSAID)
    birth_year = models.PositiveSmallIntegerField("năm sinh", null=True)
    birth_is_guess = models.BooleanField("năm sinh là ước chừng", default=False)
    language = models.CharField("ngôn ngữ", max_length=5, choices=Language, default=Language.VI)
    needs_interpreter = models.BooleanField("cần phiên dịch", default=False)
    sealed_identity = SealedDocument()
    called = TextInside("sealed_identity", "cách gọi")
    name = TextInside("sealed_identity", "họ và tên")
    version = models.PositiveIntegerField(default=1)
    erased_at = models.DateTimeField("đã xóa lúc", null=True)

    def trail_chain(self) -> tuple[uuid.UUID, uuid.UUID]:
        """Her record has a chain of its own, which the holder reads."""
        return self.pk, self.holder_id


class OfPerson(Record):
    """A record about one person, sealed with her key and reached as she is."""

    guarded = OWN

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="%(class)ss")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    keeper = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField("ghi lúc")

    class Meta:
        abstract = True

    def trail_chain(self) -> tuple[uuid.UUID, uuid.UUID]:
        """The chain of the person."""
        return self.person_id, self.holder_id

    def data_key(self) -> bytes:
        """The key of the person."""
        return self.person.data_key()

    def seal_owner(self) -> str:
        """The person and the record."""
        return f"{self.person_id}/{self.pk}"


class Phone(OfPerson):
    """A number to reach her on, and what is safe on it."""

    sealed_contact = SealedDocument()
    number = TextInside("sealed_contact", "số điện thoại")
    number_tag = KeyedTag(of="number", purpose="phone", near=["person__key"], db_index=True)
    who_answers = models.CharField(max_length=10, choices=WhoAnswers, default=WhoAnswers.UNKNOWN)
    safe_hours = TextInside("sealed_contact", "giờ an toàn")
    message_ok = models.BooleanField("được để lại lời nhắn", default=False)


class Paper(OfPerson):
    """A paper that proves who she is; only the last three characters are ever shown at once.

    The number may be unknown: the paper lies with somebody else, or was lost.
    """

    kind = models.CharField("loại giấy tờ", max_length=10, choices=PaperKind)
    number = SealedText("số")
    number_tag = KeyedTag(of="number", purpose="paper", near=["person__key"], db_index=True)
    country = models.CharField("của nước nào", max_length=2, choices=Country, default=Country.VN)
    original = models.CharField("bản gốc", max_length=10, choices=Original, blank=True)


class Address(OfPerson):
    """Where she lives or wants to be visited, in her own words; never put on a map."""

    commune = models.ForeignKey(
        "places.Commune", on_delete=models.PROTECT, null=True, related_name="+"
    )
    country = models.CharField("nước", max_length=2, choices=Country, default=Country.VN)
    line = SealedText("địa chỉ, cách chỉ đường")


class Representative(OfPerson):
    """Who speaks for somebody under 18, and whether that very person may be the danger."""

    name = SealedText("họ và tên")
    relation = models.CharField("quan hệ", max_length=10, choices=Relation)
    may_be_danger = models.BooleanField("có thể là người gây hại", default=False)


class Hold(OfPerson):
    """Her data must be kept for now: on what ground, by which paper, until when."""

    ground = models.CharField("lý do giữ", max_length=20, choices=HoldGround)
    source = SealedText("căn cứ, số văn bản")
    until = models.DateField("giữ đến hết ngày", null=True)
    lifted_at = models.DateTimeField("thôi giữ lúc", null=True)
    lifted_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )


class Tie(OfPerson):
    """That a child or somebody else depends on her: a person of the same agency, never of another.

    The relative has a record, a key and papers of her or his own, reached through her file.
    """

    relative = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("là gì của người được hỗ trợ", max_length=12, choices=TieKind)
    lives = models.CharField("ở với ai", max_length=12, choices=LivesWith)
    carer = models.CharField("ai chăm sóc", max_length=12, choices=Carer)
    ended_at = models.DateTimeField("kết thúc lúc", null=True)
    ended_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )
    end_reason = models.CharField(max_length=12, choices=TieEnd, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "relative"], condition=Q(ended_at=None), name="tied_once"
            ),
            models.CheckConstraint(condition=~Q(person=F("relative")), name="tied_to_another"),
        ]
