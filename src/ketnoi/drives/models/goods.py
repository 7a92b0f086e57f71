"""What is needed somewhere, and the book of what was promised, came and went."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q

from ketnoi.drives import rules
from ketnoi.drives.models.drives import OWN, THE_PUBLIC, Drive, a_record
from ketnoi.drives.terms import UNITS, Account, EntryKind, Kind
from ketnoi.foundation.action import Record
from ketnoi.foundation.guard import Guard


def an_account(label: str) -> models.BigIntegerField:
    """A number that the database keeps from the entries; nobody else changes it."""
    return models.BigIntegerField(label, default=0)


class Need(Record):
    """So many of something are needed in a commune, or somewhere in the province, until a day.

    What is needed is missing, promised, in stock or given, and all of it together; `outside` is
    the same number with the other sign, so that the five accounts are zero together.
    """

    guarded = Guard(see=(OWN, THE_PUBLIC), add=(OWN,), change=(OWN,))

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    drive = models.ForeignKey(Drive, on_delete=models.PROTECT, related_name="needs")
    kind = models.CharField("cần gì", max_length=20, choices=Kind)
    province = a_record("places.Province")
    commune = a_record("places.Commune", null=True)
    until = models.DateField("đến hết ngày")
    made_at = models.DateTimeField("ghi lúc")
    made_by = a_record("agencies.Member")
    verified_at = models.DateTimeField("kiểm tra lúc", null=True)
    verified_by = a_record("agencies.Member", null=True)
    is_public = models.BooleanField(default=False)
    ended_at = models.DateTimeField("thôi cần lúc", null=True)
    ended_by = a_record("agencies.Member", null=True)
    outside = an_account("từ bên ngoài")
    missing = an_account("còn thiếu")
    promised = an_account("đã hứa")
    stock = an_account("đã đến, chưa chuyển đi")
    given = an_account("đã chuyển đi")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    outside__lte=0, missing__gte=0, promised__gte=0, stock__gte=0, given__gte=0
                ),
                name="need_is_never_overdrawn",
            ),
            models.CheckConstraint(
                condition=Q(outside=-F("missing") - F("promised") - F("stock") - F("given")),
                name="need_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(verified_at__isnull=False, ended_at=None),
                name="need_is_verified_before_it_is_public",
            ),
            models.CheckConstraint(
                condition=Q(verified_by=None) | ~Q(verified_by=F("made_by")),
                name="need_is_verified_by_a_second_person",
            ),
        ]
        indexes = [
            models.Index(fields=["drive", "made_at"], name="need_of_drive"),
            models.Index(fields=["until"], condition=Q(is_public=True), name="need_public"),
        ]

    @property
    def needed(self) -> int:
        """How many are needed in all."""
        return -self.outside

    @property
    def received(self) -> int:
        """How many ever came, whether or not they were given on."""
        return self.stock + self.given

    @property
    def unit(self) -> str:
        """In what it is counted, as the reader says it."""
        return str(UNITS[Kind(self.kind)].label)

    @property
    def place(self) -> str:
        """Where, for the people of the agency."""
        return self.commune.label if self.commune else str(self.province)

    def is_wanted_on(self, day: date) -> bool:
        """Whether somebody can still offer it on a day."""
        is_open = self.is_public and self.missing > 0
        return is_open and rules.is_wanted_on(day=day, until=self.until)


class GoodsEntry(Record):
    """A number that moved out of one account of a need into another. It is never changed.

    What was wrong is taken back by a counter entry, once.
    """

    guarded = Guard(see=(OWN,), add=(OWN,), change=())

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="booked")
    pledge = a_record("drives.Pledge", null=True)
    number = models.PositiveIntegerField("số dòng")
    kind = models.CharField("việc", max_length=20, choices=EntryKind)
    taken_from = models.CharField(max_length=20, choices=Account)
    put_into = models.CharField(max_length=20, choices=Account)
    amount = models.BigIntegerField("số lượng")
    on = models.DateField("ngày")
    went_to = a_record("agencies.Agency", null=True)
    programme = models.CharField("chương trình", max_length=120, blank=True)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="correction", null=True
    )
    key = models.UUIDField("lần bấm")
    at = models.DateTimeField("ghi lúc")
    by = a_record("agencies.Member")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="goods_entry_moves_something"),
            models.CheckConstraint(
                condition=Q(kind=EntryKind.CORRECTED, corrects__isnull=False)
                | Q(corrects=None)
                & (
                    Q(kind="needed", taken_from="outside", put_into="missing", pledge=None)
                    | Q(kind="not_needed", taken_from="missing", put_into="outside", pledge=None)
                    | Q(
                        kind="promised",
                        taken_from="missing",
                        put_into="promised",
                        pledge__isnull=False,
                    )
                    | Q(
                        kind="released",
                        taken_from="promised",
                        put_into="missing",
                        pledge__isnull=False,
                    )
                    | Q(
                        kind="received",
                        taken_from="promised",
                        put_into="stock",
                        pledge__isnull=False,
                    )
                    | Q(kind="brought", taken_from="missing", put_into="stock", pledge=None)
                    | Q(kind="given", taken_from="stock", put_into="given", pledge=None)
                ),
                name="goods_entry_moves_as_it_says",
            ),
            models.CheckConstraint(
                condition=Q(went_to=None, programme="")
                | Q(kind=EntryKind.GIVEN, went_to__isnull=False, programme="")
                | Q(kind=EntryKind.GIVEN, went_to=None) & ~Q(programme=""),
                name="goods_entry_goes_to_one_place",
            ),
            models.UniqueConstraint(fields=["need", "number"], name="goods_entry_numbered_once"),
            models.UniqueConstraint(fields=["agency", "key"], name="goods_entry_pressed_once"),
        ]
