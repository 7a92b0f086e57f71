"""Tasks: every open state of a file has somebody who must do something by some moment."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.agencies import actions as agencies
from ketnoi.cases import access
from ketnoi.cases.actions.keeping_out import refuse_agencies
from ketnoi.cases.models import Case, Task
from ketnoi.cases.terms import GOES_ON, QUIET, Step, TaskKind
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.guard.hiding import shut_out
from ketnoi.law import queries as law

OF_HER_DATA = (TaskKind.ACKNOWLEDGE, TaskKind.FULFIL)


@dataclass(frozen=True)
class Place:
    """The file a task belongs to, as an agency knows it that cannot open the file."""

    case_id: UUID
    holder_id: UUID
    code: str


@part
def ask(
    *,
    case: Case | None = None,
    of: Place | Task | None = None,
    kind: str,
    step: str,
    agency_id: UUID,
    due_at: datetime,
    asker_id: UUID,
    now: datetime,
    member_id: UUID | None = None,
    maker_id: UUID | None = None,
    page: str = "",
    subject: str = "",
) -> Task:
    """Something waits to be done in a file, by this agency, by then.

    The file is given as `case`, or, by an agency that cannot open it, as a place or a task `of` it.
    """
    place = Place(case.pk, case.holder_id, case.code) if case else of
    if place is None:
        raise TypeError("a task belongs to a file")
    kept_out = shut_out(place.case_id)
    if agency_id in kept_out.agencies:
        refuse_agencies(case_id=place.case_id, agency_ids=[agency_id])
    task = Task(
        case_id=place.case_id,
        holder_id=place.holder_id,
        code=place.code,
        kind=kind,
        step=step,
        agency_id=agency_id,
        asker_id=asker_id,
        member_id=None if member_id in kept_out.members else member_id,
        maker_id=maker_id,
        page=page,
        subject=subject,
        made_at=now,
        due_at=due_at,
    )
    task.save(force_insert=True)
    if agency_id != (maker_id or asker_id):
        agencies.tell_later(agency_id=agency_id, but=kept_out.members)
    return task


@part
def settle(
    *,
    case_id: UUID,
    kind: str,
    subject: str = "",
    agency_id: UUID | None = None,
    by: Any,
    now: datetime,
) -> Task | None:
    """What waited under this name (at this agency) is done. Gives the task back, if any."""
    found = Task.objects.filter(case_id=case_id, kind=kind, subject=subject, done_at=None)
    if agency_id:
        found = found.filter(agency_id=agency_id)
    task = found.first()
    if task is not None:
        task.done_at, task.done_by_id = now, by.member_id
        task.save(update_fields=["done_at", "done_by"])
    return task


@action
def tick_task(*, task: Task, by: Any, now: datetime) -> Task:
    """Somebody says that what waited is done, where no other action says so by itself."""
    if not access.may_tick(member=by, task=task):
        raise Refused(_("Việc này xong khi trang của nó được ghi. Hãy mở trang để làm."))
    if task.done_at:
        raise Refused(_("Việc này đã có người làm xong."))
    task.done_at, task.done_by_id = now, by.member_id
    task.save(update_fields=["done_at", "done_by"])
    keep_going(place=Place(task.case_id, task.holder_id, task.code), by=by, now=now)
    note("task.ticked", by=by, about=task, kind=task.kind)
    return task


@part
def hand(*, case_id: UUID, subject: str, agency_id: UUID, member_id: UUID | None) -> int:
    """What waits under this subject at an agency is now with this officer, or with all."""
    found = Task.objects.filter(case_id=case_id, subject=subject, agency_id=agency_id, done_at=None)
    return found.update(member_id=member_id)


@part
def settle_all(*, case_id: UUID, subject: str | None = None, by: Any, now: datetime) -> int:
    """Nothing waits any more in this file (or under this subject), save requests about her data."""
    found = Task.objects.filter(case_id=case_id, done_at=None).exclude(kind__in=OF_HER_DATA)
    if subject is not None:
        found = found.filter(subject=subject)
    return found.update(done_at=now, done_by=by.member_id)


@part
def keep_going(*, place: Place, by: Any, now: datetime) -> None:
    """An open file in which nothing waits any more comes back to whoever is responsible."""
    case = Case.objects.filter(pk=place.case_id, holder_id=by.files, status__in=GOES_ON).first()
    waiting = Task.objects.filter(case_id=place.case_id, done_at=None).exclude(kind__in=QUIET)
    if case is None or waiting.exists():
        return
    ask(
        case=case,
        kind=TaskKind.NEXT_STEP,
        step=Step.SUPPORT,
        agency_id=case.holder_id,
        asker_id=case.holder_id,
        member_id=case.keeper_id,
        due_at=law.due(code="case.next_step", start=now),
        now=now,
        page="pathway:case",
        subject=case.code,
    )


@part
def carry_on(*, task: Task, kind: str, due_at: datetime, now: datetime, **changes: Any) -> Task:
    """The next thing that waits after this one, at the same place in the task list."""
    facts = {
        "step": task.step,
        "agency_id": task.agency_id,
        "asker_id": task.asker_id,
        "page": task.page,
        "subject": task.subject,
        **changes,
    }
    return ask(of=task, kind=kind, due_at=due_at, now=now, **facts)
