"""What may be asked about files that were opened in an emergency."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from ketnoi.cases.models import EmergencyOpening, EmergencyReview
from ketnoi.foundation import clock
from ketnoi.foundation.trail.models import Line
from ketnoi.law import queries as law

WRONG_CODE = "emergency.wrong_code"
DAY = timedelta(days=1)


def emergency(member: Any, pk: UUID) -> EmergencyOpening | None:
    """One emergency opening, if it is this member's agency's or in a file of her agency."""
    found = EmergencyOpening.objects.visible_to(member).filter(pk=pk)
    return found.select_related("agency", "member", "holder", "door").first()


def is_open(opening: EmergencyOpening, *, now: datetime) -> bool:
    """Whether what was opened in an emergency still is."""
    ends = opening.door.until
    return opening.door.ended_at is None and ends is not None and ends > now


def is_reviewed(opening: EmergencyOpening) -> bool:
    """Whether the agency that holds the file has said what it thinks of it."""
    return EmergencyReview.objects.filter(opening=opening).exists()


def has_overdue_review(member: Any, *, now: datetime) -> bool:
    """Whether an emergency opening of this member's agency waits too long for its review."""
    found = EmergencyOpening.objects.filter(agency_id=member.files, review_due__lte=now)
    return found.filter(review=None).exists()


def wrong_codes_are_many(member: Any, *, now: datetime) -> bool:
    """Whether this member's agency tried too many wrong codes within a day."""
    most = law.fact("emergency_access.wrong_codes", on=clock.today()).value
    tried = Line.objects.filter(chain=member.agency_id, verb=WRONG_CODE, at__gt=now - DAY)
    return tried.count() >= (most or 0)
