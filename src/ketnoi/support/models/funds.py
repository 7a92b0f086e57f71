"""Money: a fund of an agency, what was promised to a file from it, and every entry in its books."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q

from ketnoi.foundation.action import Record
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import ByAgency, Guard, TakingPart
from ketnoi.support import rules
from ketnoi.support.models.of_file import HOLDER, OfFile, a_record
from ketnoi.support.terms import Account, EntryKind, Funds, SupportKind

OWN = ByAgency("agency_id")


def an_account(label: str) -> models.BigIntegerField:
    """A sum that the database keeps from the entries; nobody else changes it."""
    return models.BigIntegerField(label, default=0)


class Fund(Record):
    """Money that an agency has for those it supports. Nobody whom it supports is named in it.

    `outside` is what came in, with the sign of where it came from: all four accounts of a fund
    are zero together.
    """

    guarded = Guard(see=(OWN,), add=(OWN,), change=(OWN,))

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    name = models.CharField("tên quỹ", max_length=120)
    source = models.CharField("nguồn", max_length=20, choices=Funds)
    opened_on = models.DateField("mở ngày")
    ends_on = models.DateField("chi đến hết ngày", null=True)
    opened_at = models.DateTimeField()
    opened_by = a_record("agencies.Member")
    outside = an_account("từ bên ngoài")
    free = an_account("chưa hứa")
    promised = an_account("đã hứa")
    paid = an_account("đã chi")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(outside__lte=0, free__gte=0, promised__gte=0, paid__gte=0),
                name="fund_is_never_overdrawn",
            ),
            models.CheckConstraint(
                condition=Q(outside=-F("free") - F("promised") - F("paid")), name="fund_adds_up"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("opened_on")),
                name="fund_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(source=Funds.HERSELF), name="fund_is_not_her_own_money"
            ),
        ]

    @property
    def received(self) -> int:
        """All that ever came in, less what was corrected."""
        return -self.outside

    @property
    def balance(self) -> int:
        """What is still there: promised, or not yet."""
        return self.free + self.promised

    def may_be_used_on(self, day: date) -> bool:
        """Whether money of it can be promised or paid on a day."""
        return rules.is_open_on(day=day, opened_on=self.opened_on, ends_on=self.ends_on)


class Commitment(OfFile):
    """Money of a fund that was promised to the person of one file, and what of it was paid.

    The agency whose fund it is reads it, and the holder of the file.
    """

    guarded = Guard(see=(HOLDER, OWN), add=(TakingPart(),), change=(OWN,), hides="case_id")

    fund = a_record("support.Fund")
    agency = a_record("agencies.Agency")
    code = models.CharField("mã hồ sơ", max_length=16)
    kind = models.CharField("loại hỗ trợ", max_length=20, choices=SupportKind)
    words = SealedText("để làm gì")
    made_at = models.DateTimeField("hứa lúc")
    made_by = a_record("agencies.Member")
    promised = an_account("còn phải chi")
    paid = an_account("đã chi")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(promised__gte=0, paid__gte=0), name="commitment_is_never_overdrawn"
            )
        ]
        indexes = [
            models.Index(fields=["case", "made_at"], name="commitment_of_case"),
            models.Index(fields=["fund", "made_at"], name="commitment_of_fund"),
        ]


class Entry(Record):
    """An amount that moved out of one account of a fund into another. It is never changed.

    What was wrong is taken back by a counter entry, once. It names no file: only the promise does,
    which is hidden with its file. Numbers and sums need every row, so none is hidden here; whoever
    must not know of a promise is shown no entry of it either (`queries.entries_of`).
    """

    guarded = Guard(see=(OWN,), add=(OWN,), change=())

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    fund = a_record("support.Fund")
    commitment = a_record("support.Commitment", null=True)
    number = models.PositiveIntegerField("số bút toán")
    kind = models.CharField("bút toán", max_length=20, choices=EntryKind)
    taken_from = models.CharField(max_length=20, choices=Account)
    put_into = models.CharField(max_length=20, choices=Account)
    amount = models.BigIntegerField("số tiền")
    on = models.DateField("ngày")
    document = models.CharField("số chứng từ", max_length=40, blank=True)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="correction", null=True
    )
    key = models.UUIDField("lần bấm")
    at = models.DateTimeField("ghi lúc")
    by = a_record("agencies.Member")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="entry_moves_something"),
            models.CheckConstraint(
                condition=~Q(taken_from=F("put_into")), name="entry_moves_somewhere"
            ),
            models.CheckConstraint(
                condition=Q(kind=EntryKind.CORRECTED, corrects__isnull=False)
                | Q(corrects=None, kind=EntryKind.RECEIVED, taken_from="outside", put_into="free")
                | Q(corrects=None, kind=EntryKind.PROMISED, taken_from="free", put_into="promised")
                | Q(corrects=None, kind=EntryKind.RELEASED, taken_from="promised", put_into="free")
                | Q(corrects=None, kind=EntryKind.PAID, taken_from="promised", put_into="paid")
                | Q(corrects=None, kind=EntryKind.RETURNED, taken_from="paid", put_into="free"),
                name="entry_moves_as_it_says",
            ),
            models.CheckConstraint(
                condition=Q(commitment=None, kind=EntryKind.RECEIVED)
                | Q(kind=EntryKind.CORRECTED)
                | ~Q(commitment=None) & ~Q(kind=EntryKind.RECEIVED),
                name="entry_is_for_somebody_or_comes_in",
            ),
            models.UniqueConstraint(fields=["fund", "number"], name="entry_numbered_once"),
            models.UniqueConstraint(fields=["agency", "key"], name="entry_pressed_once"),
        ]
