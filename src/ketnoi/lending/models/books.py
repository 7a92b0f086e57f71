"""A loan, and every entry in its book."""

from django.db import models
from django.db.models import F, Q

from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import Guard, TakingPart
from ketnoi.lending.models.of_loan import HOLDER, LENDER, OfLending, a_record
from ketnoi.lending.terms import AccountName, EntryKind, Purpose, Source


def an_account(label: str) -> models.BigIntegerField:
    """A sum that the database keeps from the entries; nobody else changes it."""
    return models.BigIntegerField(label, default=0)


class Loan(OfLending):
    """Money that an agency lent to the person of a file, and where it is now.

    The agency that lent it reads it, and the holder of the file; nobody else who takes part.
    `outside` is what the lender gave and got as interest, with the sign of where it came from:
    all five accounts are zero together.
    """

    guarded = Guard(
        see=(HOLDER, LENDER), add=(TakingPart(),), change=(HOLDER, LENDER), hides="case_id"
    )

    code = models.CharField("mã hồ sơ", max_length=16)
    source = models.CharField("nguồn vốn", max_length=20, choices=Source)
    purpose = models.CharField("vay để làm gì", max_length=20, choices=Purpose)
    amount = models.BigIntegerField("số tiền vay")
    rate = models.DecimalField("lãi suất % một năm", max_digits=5, decimal_places=2)
    granted_on = models.DateField("nhận tiền ngày")
    words = SealedText("điều đã hẹn với chị ấy")
    ask_on = models.DateField("hẹn hỏi thăm ngày", null=True)
    key = models.UUIDField("lần bấm")
    made_at = models.DateTimeField("ghi lúc")
    made_by = a_record("agencies.Member")
    outside = an_account("bên cho vay")
    owed = an_account("gốc còn nợ")
    repaid = an_account("gốc đã trả")
    forgiven = an_account("gốc được xóa")
    interest = an_account("lãi đã trả")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="loan_lends_something"),
            models.CheckConstraint(
                condition=Q(rate__gte=0, rate__lt=100), name="loan_rate_is_a_rate"
            ),
            models.CheckConstraint(
                condition=Q(owed__gte=0, repaid__gte=0, forgiven__gte=0, interest__gte=0),
                name="loan_is_never_overpaid",
            ),
            models.CheckConstraint(
                condition=Q(outside=-F("owed") - F("repaid") - F("forgiven") - F("interest")),
                name="loan_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(outside=0, owed=0, repaid=0, forgiven=0)
                | Q(amount=F("owed") + F("repaid") + F("forgiven")),
                name="loan_is_owed_repaid_or_forgiven",
            ),
            models.UniqueConstraint(fields=["agency", "key"], name="loan_pressed_once"),
        ]
        indexes = [
            models.Index(fields=["case", "made_at"], name="loan_of_case"),
            models.Index(fields=["agency", "made_at"], name="loan_of_agency"),
        ]

    @property
    def subject(self) -> str:
        """How a task leads to its page."""
        return f"{self.code}/{self.pk}"

    @property
    def runs(self) -> bool:
        """Whether something is still owed."""
        return self.owed > 0


class Entry(OfLending):
    """An amount that moved out of one account of a loan into another. It is never changed.

    What was wrong is taken back by a counter entry, once.
    """

    guarded = Guard(see=(HOLDER, LENDER), add=(HOLDER, LENDER), change=(), hides="case_id")

    loan = a_record("lending.Loan")
    number = models.PositiveIntegerField("số bút toán")
    kind = models.CharField("bút toán", max_length=20, choices=EntryKind)
    taken_from = models.CharField(max_length=20, choices=AccountName)
    put_into = models.CharField(max_length=20, choices=AccountName)
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
            models.CheckConstraint(condition=Q(amount__gt=0), name="loan_entry_moves_something"),
            models.CheckConstraint(
                condition=Q(kind=EntryKind.CORRECTED, corrects__isnull=False)
                | Q(corrects=None, kind=EntryKind.LENT, taken_from="outside", put_into="owed")
                | Q(corrects=None, kind=EntryKind.REPAID, taken_from="owed", put_into="repaid")
                | Q(
                    corrects=None,
                    kind=EntryKind.INTEREST,
                    taken_from="outside",
                    put_into="interest",
                )
                | Q(corrects=None, kind=EntryKind.FORGIVEN, taken_from="owed", put_into="forgiven"),
                name="loan_entry_moves_as_it_says",
            ),
            models.UniqueConstraint(fields=["loan", "number"], name="loan_entry_numbered_once"),
            models.UniqueConstraint(
                fields=["loan", "key", "kind", "put_into"], name="loan_entry_pressed_once"
            ),
        ]
