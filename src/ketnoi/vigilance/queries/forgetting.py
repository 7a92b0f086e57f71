"""What was told so long ago, and is of so little use now, that it goes with its key."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max

from ketnoi.law import queries as law
from ketnoi.vigilance.models import HandOver, Tip
from ketnoi.vigilance.queries.desks import FORGOTTEN


def tips_to_forget(by: Any, *, now: datetime) -> list[tuple[UUID, UUID]]:
    """Tips in whose box nothing was said for as long as they are kept: ids and keys."""
    kept = Tip.objects.visible_to(by).exclude(FORGOTTEN).annotate(last=Max("messages__at"))
    lines = kept.values_list("pk", "key_id", "came_at", "last").iterator()
    return [(pk, key) for pk, key, came, last in lines if _is_over(last or came, now)]


def handed_to_forget(by: Any, *, now: datetime) -> list[tuple[UUID, UUID]]:
    """What was handed over and answered as long ago: ids and keys."""
    answered = HandOver.objects.visible_to(by).exclude(FORGOTTEN).exclude(answered_at=None)
    lines = answered.values_list("pk", "key_id", "answered_at").iterator()
    return [(pk, key) for pk, key, at in lines if _is_over(at, now)]


def _is_over(last: datetime, now: datetime) -> bool:
    return law.due(code="tip.kept", start=last) <= now
