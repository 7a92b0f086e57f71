"""What waits to be done: in a file, on a desk, in the whole network."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from ketnoi.agencies import queries as agencies
from ketnoi.cases.models import Case, Task
from ketnoi.cases.terms import GOES_ON

SHOWN = 30


def tasks_of(case: Case, member: Any) -> list[Task]:
    """Everything that was or is to be done in the file, oldest first.

    What was done in a file that was merged into it says nothing about the steps of this one.
    """
    found = Task.objects.visible_to(member).filter(case=case)
    near = found.select_related("agency", "member", "done_by")
    # Of two that were made in one moment, the same one comes first whenever the page is opened.
    return list(near.order_by("made_at", "kind", "pk"))


def task(member: Any, pk: UUID) -> Task | None:
    """One task, if it is this member's business."""
    return Task.objects.visible_to(member).filter(pk=pk).first()


def due_by_subject(member: Any, subjects: list[str]) -> dict[str, datetime]:
    """By when the open tasks under these subjects are due."""
    found = Task.objects.visible_to(member).filter(subject__in=subjects, done_at=None)
    return dict(found.order_by("-due_at").values_list("subject", "due_at"))


def to_do(member: Any, *, mine: bool = False) -> list[Task]:
    """What this member's agency (or she herself) must do first."""
    return list(everything_to_do(member, mine=mine)[: SHOWN + 1])


def everything_to_do(member: Any, *, mine: bool = False) -> QuerySet[Task]:
    """What this member's agency must do, the most urgent first.

    With `mine` what is hers, and what is a colleague's for whom she stands in today.
    """
    whose = Q(agency_id=member.files) if member.files and not mine else _hers(member)
    found = Task.objects.visible_to(member).filter(whose, done_at=None)
    return found.select_related("asker", "member").order_by("due_at", "pk")


def _hers(member: Any) -> Q:
    away = [each.pk for each in agencies.stood_in_for(member)]
    return Q(member_id__in=[member.pk, *away])


def awaited(member: Any) -> list[Task]:
    """What this member's agency waits for from others, the most urgent first."""
    if not member.files:
        return []
    found = Task.objects.visible_to(member).filter(asker_id=member.files, done_at=None)
    others = found.exclude(agency_id=member.files).select_related("agency")
    return list(others.order_by("due_at")[: SHOWN + 1])


def waiting_by_agency(member: Any, *, now: datetime) -> list[dict[str, Any]]:
    """For the coordinator: how much waits at each agency, and how much of it is late."""
    found = Task.objects.visible_to(member).filter(done_at=None)
    late = Count("pk", filter=Q(due_at__lt=now))
    return list(
        found.values("agency__name")
        .annotate(open=Count("pk"), late=late)
        .order_by("-late", "-open")
    )


def open_tasks(by: Any) -> QuerySet[Task]:
    """Everything that waits anywhere (for the system's own rounds)."""
    return Task.objects.visible_to(by).filter(done_at=None)


def tasks_of_kind(member: Any, kind: str) -> QuerySet[Task]:
    """Everything of one kind that was or is to be done, as far as this member may know."""
    return Task.objects.visible_to(member).filter(kind=kind)


def lost_files(member: Any) -> int:
    """How many files go on in which nothing waits: nobody would ever look at them again."""
    waiting = Task.objects.visible_to(member).filter(case_id=OuterRef("pk"), done_at=None)
    going_on = Case.objects.visible_to(member).filter(status__in=GOES_ON)
    return going_on.filter(~Exists(waiting)).count()


def late_tasks(member: Any, *, now: datetime) -> list[Task]:
    """For the coordinator: what is late anywhere, the longest first."""
    found = Task.objects.visible_to(member).filter(done_at=None, due_at__lt=now)
    return list(found.select_related("agency", "asker").order_by("due_at")[:SHOWN])
