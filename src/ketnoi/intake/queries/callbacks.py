"""Who waits to be called: for the agency on duty with what she said, for others without."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from ketnoi.intake import access, rules
from ketnoi.intake.models import BlockedNumber, Callback, CallbackWords, Duty, SentForm
from ketnoi.intake.terms import CallbackState
from ketnoi.law import queries as law

SHOWN = 100
SAID = {
    "called": "called",
    "number": "number",
    "safe_hours": "safe_hours",
    "who_answers": "may_answer",
}
"""What of a request goes on into the first conversation, and what it is called there."""


@dataclass(frozen=True)
class Waiting:
    """One request in the queue, with what she is called if she said so."""

    callback: Callback
    called: str
    tries: int
    is_late: bool


def duty(*, now: datetime) -> Duty | None:
    """Which agency calls back now."""
    found = Duty.objects.filter(since__lte=now, until=None)
    return found.select_related("agency").order_by("-since").first()


def is_sent(key: UUID) -> bool:
    """Whether the form with this number was sent already."""
    return SentForm.objects.filter(key=key).exists()


def waiting(member: Any, *, now: datetime) -> list[Waiting]:
    """Who waits to be called by this member's agency, whoever must be called first at the top."""
    found = to_call_now(member).select_related("words__key", "claimed_by")
    return [
        Waiting(
            callback=one,
            called=one.words.called.open(),
            tries=len(one.attempts.all()),
            is_late=rules.is_over(due=one.due_at, now=now),
        )
        for one in found.prefetch_related("attempts").order_by("due_at", "pk")[:SHOWN]
    ]


def calls_of_number(tags: list[int], by: Any) -> Any:
    """Requests of one's own agency to call a number, by its keyed tags."""
    found = Callback.objects.visible_to(by).filter(agency_id=by.files)
    return found.filter(words__number_tag__in=tags)


def to_call_now(member: Any) -> QuerySet[Callback]:
    """Who waits to be called by this member's agency."""
    if not access.may_call(member=member):
        return Callback.objects.none()
    return Callback.objects.visible_to(member).filter(agency_id=member.files, ended_at=None)


def callback(member: Any, pk: UUID) -> Callback | None:
    """One request of this member's agency, for one who may call."""
    if not access.may_call(member=member):
        return None
    found = Callback.objects.visible_to(member, one=True).filter(agency_id=member.files, pk=pk)
    return found.select_related("words__key", "claimed_by", "ended_by").first()


def words_of(callback: Callback, by: Any) -> CallbackWords | None:
    """What she said, for the agency that calls, until it is forgotten."""
    found = CallbackWords.objects.visible_to(by).filter(callback=callback)
    return found.select_related("key").first()


def attempts_of(callback: Callback) -> list[Any]:
    """The calls that were tried, in their order."""
    return list(callback.attempts.select_related("by").order_by("at", "pk"))


def said_for(member: Any, pk: str) -> dict[str, Any] | None:
    """What she said, for the page of the first conversation: only after she agreed to it."""
    try:
        found = callback(member, UUID(pk))
    except ValueError:
        return None
    words = words_of(found, member) if found and found.state != CallbackState.ENDED else None
    if words is None or found is None:
        return None
    tries = list(found.attempts.values_list("result", flat=True))
    if not rules.may_be_written_down(tries=tries):
        return None
    return {name: getattr(words, said).open() for name, said in SAID.items()}


def late_callbacks(member: Any, *, now: datetime) -> list[Callback]:
    """Requests nobody answered in time, in any agency; what was said is not to be had here."""
    found = Callback.objects.visible_to(member).filter(ended_at=None, due_at__lt=now)
    return list(found.select_related("agency", "claimed_by").order_by("due_at", "pk")[:SHOWN])


def untold_late(by: Any, *, now: datetime) -> list[Callback]:
    """Requests that are late and whose agency did not hear so for this deadline."""
    found = Callback.objects.visible_to(by).filter(ended_at=None, due_at__lt=now)
    return list(found.filter(Q(told_late=None) | ~Q(told_late=F("due_at"))).order_by("pk"))


def to_forget(by: Any, *, now: datetime) -> tuple[list[Any], list[Any]]:
    """What was said for requests that ended long ago, and numbers that may be called again: ids
    and keys."""
    ended = CallbackWords.objects.visible_to(by).filter(callback__ended_at__isnull=False)
    words = [
        (pk, key)
        for pk, key, at in ended.values_list("pk", "key_id", "callback__ended_at")
        if law.due(code="callback.kept", start=at) <= now
    ]
    blocked = BlockedNumber.objects.visible_to(by).filter(until__lte=now)
    return words, list(blocked.values_list("pk", "key_id"))
