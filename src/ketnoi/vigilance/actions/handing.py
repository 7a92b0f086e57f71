"""A tip goes to the police as a record of its own: by when, that they have it, what came of it."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.law import queries as law
from ketnoi.people import actions as people
from ketnoi.vigilance import access, rules
from ketnoi.vigilance.models import HandOver, Tip


@action
def hand_over(*, tip: Tip, to: Any, words: str, by: Any, now: datetime) -> HandOver:
    """The desk hands to the police what they need of a tip, in words of its own."""
    if not (access.may_read(member=by) and tip.agency_id == by.files):
        raise Refused(_("Chỉ cán bộ xác minh và phụ trách của nơi nhận tin mới chuyển tin được."))
    if to.pk == by.agency_id or not rules.may_be_handed(function=to.function):
        raise Refused(_("Tin chỉ chuyển cho Công an hoặc Bộ đội Biên phòng."))
    if HandOver.objects.filter(tip=tip, to=to).exists():
        raise Refused(_("Tin này đã chuyển cho đơn vị đó rồi."))
    handed = HandOver(tip=tip, agency_id=tip.agency_id, to=to, handed_at=now, handed_by=by)
    handed.key, handed.due_at = people.make_key(), law.due(code="tip.handed", start=now)
    handed.words = words
    handed.save(force_insert=True)
    note("tip.handed", by=by, about=handed, to=to.pk)
    return handed


@action
def receive_hand_over(*, handed: HandOver, by: Any, now: datetime) -> None:
    """The police say that they have it."""
    fresh = lock_handed(handed=handed, by=by)
    if fresh.received_at is None:
        fresh.received_at, fresh.received_by = now, by
        fresh.save(update_fields=["received_at", "received_by"])
    note("tip.handed_received", by=by, about=fresh)


@action
def answer_hand_over(
    *, handed: HandOver, outcome: str, answer: str, by: Any, now: datetime
) -> None:
    """The police say what came of it; with that they have it, too."""
    fresh = lock_handed(handed=handed, by=by)
    if fresh.answered_at is not None:
        raise Refused(_("Tin chuyển này đã được trả lời."))
    fresh.received_at, fresh.received_by = fresh.received_at or now, fresh.received_by or by
    fresh.outcome, fresh.answered_at, fresh.answered_by = outcome, now, by
    fresh.answer = answer
    changed = ["received_at", "received_by", "outcome", "answer", "answered_at", "answered_by"]
    fresh.save(update_fields=changed)
    note("tip.handed_answered", by=by, about=fresh, outcome=outcome)


@part
def lock_handed(*, handed: HandOver, by: Any) -> HandOver:
    """What was handed to the agency of whoever acts, as it stands now."""
    found = HandOver.objects.select_for_update(of=("self",)).select_related("key")
    fresh = found.filter(pk=handed.pk, to_id=by.files).first()
    if fresh is None or not access.may_read(member=by):
        raise Refused(_("Chỉ cán bộ xác minh và phụ trách của nơi được chuyển mới trả lời được."))
    return fresh
