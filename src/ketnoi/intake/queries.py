"""What pages may ask about drafts."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from ketnoi.intake.models import Draft


def drafts_of(member: Any, *, now: datetime) -> list[Draft]:
    """The drafts this member wrote in the last day."""
    found = Draft.objects.visible_to(member).filter(author_id=member.member_id, until__gt=now)
    return list(found.select_related("key").order_by("-made_at"))


def draft(member: Any, pk: str, *, now: datetime) -> dict[str, Any] | None:
    """What was typed into a draft, for its author while it lasts."""
    found = next((d for d in drafts_of(member, now=now) if str(d.pk) == pk), None)
    return json.loads(found.answers.open()) if found else None


def gone_drafts(by: Any, *, now: datetime) -> list[tuple[UUID, UUID]]:
    """Drafts whose day is over (for the system's own rounds): their ids and keys."""
    found = Draft.objects.visible_to(by).filter(until__lte=now)
    return list(found.values_list("pk", "key_id"))
