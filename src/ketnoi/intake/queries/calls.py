"""Calls that are answered: the open ones, what was said, whether the number called before."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet, Value

from ketnoi.directory import queries as directory
from ketnoi.foundation import clock
from ketnoi.foundation.crypto import exact_tags
from ketnoi.intake import access
from ketnoi.intake.models import Call, CallWords
from ketnoi.intake.queries.callbacks import calls_of_number, to_call_now
from ketnoi.intake.terms import NUMBERS, CallOutcome
from ketnoi.law import queries as law

SHOWN = 100
TO_SAY = (
    "hotline.111",
    "identification.support_at_once",
    "shelter.essential_needs",
    "legal_aid.trafficking",
    "legal_aid.violence",
    "violence.reporter_protected",
)
"""Facts of the law somebody may be told on the telephone, where they are known."""
TOLD = {"called": "called", "number": "number", "safe_hours": "safe_hours"}
COUNTED = ("asks", "outcome", "who_calls", "sex", "aged", "language", "province")


@dataclass(frozen=True)
class Before:
    """How often a number called before, and when last; never who."""

    times: int
    last: datetime


def open_calls(member: Any) -> list[Call]:
    """Calls of this member's agency without an outcome, whichever is due first at the top."""
    return list(_open(member).select_related("begun_by").order_by("due_at", "pk")[:SHOWN])


def overdue_calls(member: Any, *, now: datetime) -> QuerySet[Call]:
    """The calls of this member's agency that are open too long."""
    return _open(member).filter(due_at__lt=now)


def waiting_on_the_telephone(member: Any, *, now: datetime) -> dict[str, int]:
    """How many wait to be called, and how many calls are open too long: asked in one question."""
    waiting = to_call_now(member).values_list(Value("callbacks"))
    late = overdue_calls(member, now=now).values_list(Value("calls"))
    return dict(Counter(kind for [kind] in waiting.union(late, all=True)))


def empty_call(member: Any) -> Call | None:
    """A call this member began and wrote nothing down for."""
    return _open(member).filter(begun_by_id=member.member_id, words=None).first()


def call(member: Any, pk: UUID) -> Call | None:
    """One call of this member's agency, for one who may answer."""
    if not access.may_answer(member=member):
        return None
    found = Call.objects.visible_to(member, one=True).filter(agency_id=member.files, pk=pk)
    return found.select_related("begun_by", "ended_by", "province").first()


def said_on(call: Call, by: Any) -> CallWords | None:
    """What was said, for the agency that answered, until it is forgotten."""
    found = CallWords.objects.visible_to(by).filter(call=call, agency_id=by.files)
    return found.select_related("key").first()


def called_before(call: Call, by: Any) -> Before | None:
    """Whether the number of a call is known to the agency that answers, as a count and a day."""
    words = said_on(call, by)
    number = words.number.open() if words else ""
    if not number or not access.may_answer(member=by):
        return None
    tags = exact_tags(NUMBERS, number)
    answered = CallWords.objects.visible_to(by).filter(agency_id=by.files, number_tag__in=tags)
    times = [*answered.exclude(call=call).values_list("call__begun_at", flat=True)]
    times += [one.asked_at for one in calls_of_number(tags, by) if one.pk != call.callback_id]
    return Before(len(times), max(times)) if times else None


def said_to_take_in(member: Any, pk: str) -> dict[str, Any] | None:
    """What she said, for the page of the first conversation: only after she agreed to it."""
    try:
        found = call(member, UUID(pk))
    except ValueError:
        return None
    words = said_on(found, member) if found and found.outcome == CallOutcome.TAKEN_IN else None
    if words is None or found is None:
        return None
    return {**{name: getattr(words, said).open() for name, said in TOLD.items()},
            "danger": found.danger}  # fmt: skip


def to_say() -> tuple[list[Any], list[Any]]:
    """What somebody may be told on the telephone: numbers of the directory, facts of the law."""
    facts = []
    for code in TO_SAY:
        try:
            facts.append(law.fact(code, on=clock.today()))
        except LookupError:
            continue
    return directory.hotlines(), facts


def counted_calls(member: Any, *, since: datetime, until: datetime) -> list[dict[str, Any]]:
    """The codes of calls that ended, for whoever may count them; no word of what was said."""
    found = Call.objects.visible_to(member).filter(begun_at__gte=since, begun_at__lt=until)
    if member.files is not None:
        found = found.filter(agency_id=member.files)
    ended = found.filter(ended_at__isnull=False)
    return list(ended.values("begun_at", "danger", *COUNTED, place=F("province__name")))


def late_calls(by: Any, *, now: datetime) -> list[Call]:
    """Calls that are open too long and whose agency did not hear so for this deadline."""
    found = Call.objects.visible_to(by).filter(ended_at=None, due_at__lt=now)
    return list(found.filter(Q(told_late=None) | ~Q(told_late=F("due_at"))).order_by("pk"))


def calls_to_forget(by: Any, *, now: datetime) -> list[tuple[UUID, UUID]]:
    """What was said on calls that ended long ago: ids and keys."""
    found = CallWords.objects.visible_to(by).filter(call__ended_at__isnull=False)
    return [
        (pk, key)
        for pk, key, at in found.values_list("pk", "key_id", "call__ended_at")
        if law.due(code="callback.kept", start=at) <= now
    ]


def _open(member: Any) -> Any:
    if not access.may_answer(member=member):
        return Call.objects.none()
    return Call.objects.visible_to(member).filter(agency_id=member.files, ended_at=None)
