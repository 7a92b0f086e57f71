"""The book of a stay with a key of its own, and the notes of its days."""

import uuid
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from ketnoi.dwelling.terms import NoteKind
from ketnoi.foundation.action import Record
from ketnoi.foundation.belonging import ToldToAgencies
from ketnoi.foundation.crypto import SealedDocument, TextInside
from ketnoi.foundation.guard import ByAgency, Guard, Through

IN_BOOK = Through("book_id", parent="dwelling.HouseBook")
MEMBER = "agencies.Member"


def a_record(to: str, *, null: bool = False) -> Any:
    """A column that names another record, which is never taken away."""
    return models.ForeignKey(to, on_delete=models.PROTECT, related_name="+", null=null)


def by_somebody(moment: str, who: str, *, name: str) -> models.CheckConstraint:
    """What happened has a moment and somebody, or it did not happen."""
    neither = Q(**{moment: None, who: None})
    both = Q(**{f"{moment}__isnull": False, f"{who}__isnull": False})
    return models.CheckConstraint(condition=neither | both, name=name)


class HouseBook(ToldToAgencies):
    """That a book is kept of a stay: its id is that of the stay, so that it is hidden with it.

    Its key is closed for the shelter alone. What is written in it goes with this key, and no door
    to the file opens it.
    """

    guarded = Guard(see=(ByAgency("agency_id"),), change=(), hides="stay_id")

    id = models.UUIDField(primary_key=True, editable=False)
    stay = models.OneToOneField(
        "protection.ShelterStay", on_delete=models.PROTECT, related_name="+"
    )
    agency = a_record("agencies.Agency")
    key = a_record("people.DataKey")
    begun_at = models.DateTimeField("mở lúc")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(id=F("stay_id")), name="book_is_of_its_stay"),
        ]

    def trail_chain(self) -> tuple[UUID, UUID]:
        """A chain of the house: neither the holder of the file nor anybody else reads it."""
        return self.pk, self.agency_id

    def words_key(self) -> bytes:
        """What is written in it is sealed with this. Raises Erased when the key is gone."""
        return self.opened if self.erased_with() else b""


class InBook(Record):
    """Something in the book of a stay: read by the house, and by nobody else."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    book = models.ForeignKey(HouseBook, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    def trail_chain(self) -> tuple[UUID, UUID]:
        """The chain of its book."""
        return self.book.trail_chain()

    def data_key(self) -> bytes:
        """The key of its book."""
        return self.book.words_key()

    def seal_owner(self) -> str:
        """The record itself, bound into every sealed value."""
        return str(self.pk)


class DayNote(InBook):
    """A sentence about a day; what `passes_on` is told to the next shift until somebody ticks it.

    It is never edited. A mistake is struck, with who and when, and stays legible.
    """

    guarded = Guard(see=(IN_BOOK,), hides="book_id")

    on = models.DateField("ngày")
    kind = models.CharField("về việc gì", max_length=10, choices=NoteKind)
    sealed_words = SealedDocument()
    words = TextInside("sealed_words", "ghi gì")
    passes_on = models.BooleanField("ca sau cần biết", default=False)
    written_at = models.DateTimeField("ghi lúc")
    written_by = a_record(MEMBER)
    done_at = models.DateTimeField("xong lúc", null=True)
    done_by = a_record(MEMBER, null=True)
    struck_at = models.DateTimeField("gạch lúc", null=True)
    struck_by = a_record(MEMBER, null=True)

    class Meta:
        constraints = [
            by_somebody("done_at", "done_by", name="note_done_by_somebody"),
            by_somebody("struck_at", "struck_by", name="note_struck_by_somebody"),
        ]
        indexes = [
            models.Index(fields=["book", "-on"], name="day_note_of_stay"),
            models.Index(
                fields=["book"],
                condition=Q(passes_on=True, done_at=None, struck_at=None),
                name="what_the_next_shift_must_know",
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Whether the next shift must know it."""
        return self.passes_on and not self.done_at and not self.struck_at
