"""Whether the loop between agencies closes: the same figures on the board and in a simulation."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import (
    Aggregate,
    Count,
    Exists,
    F,
    FloatField,
    Min,
    OuterRef,
    Q,
    Subquery,
    TextField,
)
from django.db.models.functions import Cast, Extract

from ketnoi.cases import queries as cases
from ketnoi.cases.terms import TaskKind
from ketnoi.foundation.clock import ZONE
from ketnoi.law import queries as law
from ketnoi.referrals import rules
from ketnoi.referrals.models import Referral, ReferralEvent
from ketnoi.referrals.terms import OPEN, State

ANSWERS = (State.ACCEPTED, State.DECLINED)
DAY = 24 * 60 * 60


class Median(Aggregate):
    """The value in the middle."""

    function = "percentile_cont"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = FloatField()


@dataclass(frozen=True)
class Figures:
    """How many requests were sent, how many should be answered by now, how many were in time.

    median_days: from when a woman was received to when the first service began for her.
    """

    sent: int
    due: int
    in_time: int
    median_days: float | None

    @property
    def percent_in_time(self) -> int | None:
        """The share that was answered in time; None where nothing was due."""
        return round(100 * self.in_time / self.due) if self.due else None


def figures(member: Any, *, since: datetime, now: datetime) -> Figures:
    """How it went with requests sent, and files received, since a moment."""
    sent = Referral.objects.visible_to(member).filter(sent_at__gte=since)
    timed = sent.annotate(answered_at=_answered(), due_at=_due(member))
    in_time = Q(answered_at__lte=F("due_at"))
    # What was taken back before its time was up is neither: nobody had to answer it.
    due = Q(answered_at__isnull=False) | Q(due_at__lt=now, state__in=[State.SENT, State.EXPIRED])
    counted = timed.aggregate(
        sent=Count("pk"), due=Count("pk", filter=due), in_time=Count("pk", filter=in_time)
    )
    return Figures(**counted, median_days=_median_days(member, since))


def without_deadline(member: Any) -> int:
    """How many open requests lie on nobody's desk, with no day by which anything is due."""
    subject = Cast(OuterRef("pk"), TextField())
    waiting = cases.open_tasks(member).filter(case_id=OuterRef("case_id"), subject=subject)
    going_on = Referral.objects.visible_to(member).filter(state__in=OPEN)
    return going_on.filter(~Exists(waiting)).count()


def forgotten(member: Any, *, now: datetime) -> list[UUID]:
    """Requests that are late by more days than the network lets any wait without an answer.

    What waits under them has not moved since: every step of a request ends one wait and begins
    the next.
    """
    most = law.fact("referral.expires", on=now.astimezone(ZONE).date()).value or 0
    kinds = [kind for kind, _desk in rules.TASKS.values()]
    waiting = cases.open_tasks(member).filter(kind__in=kinds)
    late = waiting.filter(due_at__lt=now - timedelta(days=most))
    return [UUID(subject) for subject in late.values_list("subject", flat=True)]


def _answered() -> Subquery:
    answers = ReferralEvent.objects.filter(referral=OuterRef("pk"), state__in=ANSWERS)
    return Subquery(answers.order_by("at").values("at")[:1])


def _due(member: Any) -> Subquery:
    tasks = cases.tasks_of_kind(member, TaskKind.ANSWER_REFERRAL)
    of_it = tasks.filter(case_id=OuterRef("case_id"), subject=Cast(OuterRef("pk"), TextField()))
    return Subquery(of_it.values("due_at")[:1])


def _median_days(member: Any, since: datetime) -> float | None:
    began = Q(events__state=State.IN_SERVICE)
    received = Referral.objects.visible_to(member).filter(case__received_at__gte=since)
    firsts = received.values("case_id", "case__received_at").annotate(
        first=Min("events__at", filter=began)
    )
    lasted = firsts.filter(first__isnull=False).annotate(
        days=Extract(F("first") - F("case__received_at"), "epoch") / DAY
    )
    return lasted.aggregate(median=Median("days"))["median"]
