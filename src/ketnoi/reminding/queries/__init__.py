"""What waits and has not been said yet."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.db.models import DateTimeField, DurationField, Exists, ExpressionWrapper, F, OuterRef, Q

from ketnoi.cases import queries as cases
from ketnoi.cases.terms import QUIET
from ketnoi.foundation.clock import ZONE
from ketnoi.law import queries as law
from ketnoi.reminding import rules
from ketnoi.reminding.models import Reminder
from ketnoi.reminding.queries.feeds import calendar as calendar
from ketnoi.reminding.queries.feeds import feed_by_token as feed_by_token
from ketnoi.reminding.queries.feeds import feeds_of as feeds_of
from ketnoi.reminding.terms import Word

if TYPE_CHECKING:
    from ketnoi.cases.models import Task

MOST = 500
"""How many words of one kind are said in one round; the rest follow in the next."""


def unsaid(by: Any, *, now: datetime) -> Iterator[tuple["Task", Word]]:
    """Each task about which a word is due, with the word; at night only what cannot wait."""
    quiet = rules.is_quiet(now=now, zone=ZONE, **_night(now))
    for word in Word:
        # First who may be woken, then how many: else what can wait would keep back what cannot.
        due = (t for t in _due(by, word, now=now) if not quiet or _cannot_wait(t, now))
        for task in islice(due, MOST):
            yield task, word


def is_due(task: "Task", word: Word, *, now: datetime) -> bool:
    """Whether this word is due about this task."""
    due = rules.words_due(
        made_at=task.made_at,
        due_at=task.due_at,
        now=now,
        soon=_fact("task.remind", now),
        escalated=_fact("task.escalate", now),
    )
    return word in due


def turn_of(task: "Task", word: Word, *, now: datetime) -> int | None:
    """How often this word was said before; None while it is not to be said again."""
    said = Reminder.objects.filter(task=task, word=word)
    return None if said.filter(_still_counts(word, now)).exists() else said.count()


def _still_counts(word: Word, now: datetime) -> Q:
    """What was said counts for good; the word to coordinators for some days, then it is due again.

    A late task that nobody does would else be forgotten after one message.
    """
    if word != Word.ESCALATED:
        return Q()
    return Q(at__gt=now - timedelta(days=_fact("task.escalate_again", now)))


def _due(by: Any, word: Word, *, now: datetime) -> Any:
    share = {
        Word.SOON: _fact("task.remind", now),
        Word.LATE: 100,
        Word.ESCALATED: _fact("task.escalate", now),
    }[word]
    whole = ExpressionWrapper(F("due_at") - F("made_at"), output_field=DurationField())
    start = ExpressionWrapper(F("made_at") + whole * (share / 100), output_field=DateTimeField())
    said = Reminder.objects.filter(_still_counts(word, now), task_id=OuterRef("pk"), word=word)
    found = cases.open_tasks(by).annotate(start=start).filter(~Exists(said), start__lte=now)
    if word == Word.ESCALATED:
        # That such a task exists would already tell a coordinator which agencies know one woman.
        found = found.exclude(kind__in=QUIET)
    return found.order_by("due_at")


def _cannot_wait(task: "Task", now: datetime) -> bool:
    return rules.cannot_wait(made_at=task.made_at, due_at=task.due_at, **_night(now))


def _night(now: datetime) -> dict[str, int]:
    return {"since": _fact("notice.quiet_from", now), "until": _fact("notice.quiet_until", now)}


def _fact(code: str, now: datetime) -> int:
    value = law.fact(code, on=now.astimezone(ZONE).date()).value
    if value is None:
        raise LookupError(f"fact {code} has no value")
    return value
