"""What is kept for her, and each time something of it was given back."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from ketnoi.dwelling import rules
from ketnoi.dwelling.models.books import IN_BOOK, MEMBER, InBook, a_record, by_somebody
from ketnoi.dwelling.terms import HerWord, Thing, WhyKept
from ketnoi.foundation.crypto import SealedDocument, TextInside
from ketnoi.foundation.guard import Guard


class Belonging(InBook):
    """Something of hers that the house keeps; of money, so many đồng.

    `given` is what of it was handed to her since: of money in đồng, of anything else one or
    nothing. The database refuses that more is given than was received.
    """

    guarded = Guard(see=(IN_BOOK,), hides="book_id")

    kind = models.CharField("thứ gì", max_length=10, choices=Thing)
    sealed_words = SealedDocument()
    words = TextInside("sealed_words", "tả thế nào")
    amount = models.PositiveBigIntegerField("số tiền", null=True)
    received_at = models.DateTimeField("nhận lúc")
    received_by = a_record(MEMBER)
    her_word = models.CharField("chị ấy xác nhận", max_length=10, choices=HerWord)
    given = models.PositiveBigIntegerField("đã trả", default=0)
    stays_why = models.CharField("vì sao còn giữ", max_length=10, choices=WhyKept, blank=True)
    stays_at = models.DateTimeField("ghi còn giữ lúc", null=True)
    stays_by = a_record(MEMBER, null=True)
    struck_at = models.DateTimeField("gạch lúc", null=True)
    struck_by = a_record(MEMBER, null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=Thing.MONEY, amount__gt=0) | ~Q(kind=Thing.MONEY) & Q(amount=None),
                name="money_has_an_amount",
            ),
            models.CheckConstraint(
                condition=Q(given__lte=Coalesce(F("amount"), 1)), name="nothing_is_given_twice"
            ),
            models.CheckConstraint(
                condition=Q(struck_at=None) | Q(given=0), name="what_was_given_is_not_struck"
            ),
            by_somebody("stays_at", "stays_by", name="stays_by_somebody"),
            by_somebody("struck_at", "struck_by", name="belonging_struck_by_somebody"),
        ]
        indexes = [models.Index(fields=["book", "received_at"], name="belonging_of_stay")]

    @property
    def whole(self) -> int:
        """What was received: đồng, or one thing."""
        return self.amount or 1

    @property
    def kept(self) -> int:
        """What of it is still kept."""
        return 0 if self.struck_at else rules.kept(received=self.whole, given=self.given)


class HandBack(InBook):
    """That something was given back: who gave it, and that she said so too."""

    guarded = Guard(see=(IN_BOOK,), change=(), hides="book_id")

    belonging = models.ForeignKey(Belonging, on_delete=models.PROTECT, related_name="+")
    amount = models.PositiveBigIntegerField("trả bao nhiêu")
    at = models.DateTimeField("trả lúc")
    by = a_record(MEMBER)
    her_word = models.CharField("chị ấy xác nhận", max_length=10, choices=HerWord)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="something_is_given_back"),
        ]
        indexes = [models.Index(fields=["belonging", "at"], name="given_back_of")]
