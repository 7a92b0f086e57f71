"""That somebody wants to visit her: what she said, what the lead said, whether he came."""

from django.db import models
from django.db.models import Q

from ketnoi.dwelling import rules
from ketnoi.dwelling.models.books import IN_BOOK, MEMBER, InBook, a_record, by_somebody
from ketnoi.dwelling.terms import Answer, Outcome, Relation, Venue
from ketnoi.foundation.crypto import SealedDocument, TextInside
from ketnoi.foundation.guard import Guard


class Visit(InBook):
    """A visit: she is asked first, then the lead; the database keeps that order.

    They meet elsewhere, unless both said at the house.
    """

    guarded = Guard(see=(IN_BOOK,), hides="book_id")

    sealed_words = SealedDocument()
    visitor = TextInside("sealed_words", "ai muốn đến")
    meeting = TextInside("sealed_words", "gặp ở đâu")
    relation = models.CharField("là gì của chị ấy", max_length=10, choices=Relation)
    wanted_at = models.DateTimeField("muốn đến lúc")
    asked_at = models.DateTimeField("ghi lúc")
    asked_by = a_record(MEMBER)
    her_answer = models.CharField("chị ấy trả lời", max_length=10, choices=Answer, blank=True)
    her_venue = models.CharField("chị ấy chọn nơi", max_length=10, choices=Venue, blank=True)
    her_at = models.DateTimeField(null=True)
    her_by = a_record(MEMBER, null=True)
    lead_answer = models.CharField("phụ trách quyết", max_length=10, choices=Answer, blank=True)
    lead_venue = models.CharField("phụ trách chọn nơi", max_length=10, choices=Venue, blank=True)
    lead_at = models.DateTimeField(null=True)
    lead_by = a_record(MEMBER, null=True)
    outcome = models.CharField("kết quả", max_length=20, choices=Outcome, blank=True)
    outcome_at = models.DateTimeField(null=True)
    outcome_by = a_record(MEMBER, null=True)

    class Meta:
        constraints = [
            by_somebody("her_at", "her_by", name="she_was_asked_by_somebody"),
            by_somebody("lead_at", "lead_by", name="visit_decided_by_somebody"),
            by_somebody("outcome_at", "outcome_by", name="visit_seen_by_somebody"),
            models.CheckConstraint(
                condition=Q(lead_at=None) | Q(her_answer=Answer.YES), name="she_is_asked_first"
            ),
            models.CheckConstraint(
                condition=Q(outcome_at=None) | Q(lead_answer=Answer.YES),
                name="nobody_comes_uninvited",
            ),
        ]
        indexes = [models.Index(fields=["book", "-wanted_at"], name="visit_of_stay")]

    @property
    def waits_for(self) -> str:
        """Whose word it waits for: hers, the lead's, or what became of it."""
        return rules.next_of_visit(her=self.her_answer, lead=self.lead_answer, outcome=self.outcome)

    @property
    def venue(self) -> str:
        """Where they meet."""
        return str(Venue(rules.venue(her=self.her_venue, lead=self.lead_venue)).label)
