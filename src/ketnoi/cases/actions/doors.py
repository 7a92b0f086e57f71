"""Doors: on what ground, and until when, a file is open to somebody who does not hold it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q

from ketnoi.cases.actions.keeping_out import refuse_agencies
from ketnoi.cases.actions.wraps import share_network
from ketnoi.cases.models import Case, CaseAccess, Consent, Task
from ketnoi.foundation.action import part


@part
def prepare_door(
    *,
    case: Case,
    agency_id: UUID,
    basis: str,
    consent: Consent | None,
    until: datetime | None,
    now: datetime,
) -> CaseAccess:
    """The holder lets another agency in, as soon as that agency says yes.

    What all who take part write is closed for it now; it reaches that key when the door opens, and
    the database takes it away when the door ends.
    """
    refuse_agencies(case_id=case.pk, agency_ids=[agency_id])
    door = CaseAccess(
        case=case,
        holder_id=case.holder_id,
        agency_id=agency_id,
        basis=basis,
        consent=consent,
        until=until,
        prepared_at=now,
    )
    door.save(force_insert=True)
    share_network(case=case, agency_id=agency_id)
    return door


@part
def open_door(*, door_id: UUID, now: datetime) -> None:
    """The agency said yes: from now on it takes part in the file."""
    CaseAccess.objects.filter(pk=door_id, ended_at=None, since=None).update(since=now)


@part
def close_doors(
    *,
    by: Any,
    now: datetime,
    consent: Consent | None = None,
    door_id: UUID | None = None,
    case: Case | None = None,
) -> int:
    """What was opened by this consent, by this one door, or in this file, is closed at once.

    With the last door of an agency ends what it had to do on the pages of the file.
    """
    these = Q(consent=consent) if consent else Q(case=case) if case else Q(pk=door_id)
    found = CaseAccess.objects.filter(these, ended_at=None)
    outside = set(found.values_list("case_id", "agency_id"))
    closed = found.update(ended_at=now)
    for case_id, agency_id in outside:
        _leave_nothing_to_do(case_id, agency_id, by=by, now=now)
    return closed


def _leave_nothing_to_do(case_id: UUID, agency_id: UUID, *, by: Any, now: datetime) -> None:
    if CaseAccess.objects.filter(case_id=case_id, agency_id=agency_id, ended_at=None).exists():
        return
    waiting = Task.objects.filter(case_id=case_id, agency_id=agency_id, done_at=None)
    on_its_pages = waiting.filter(subject__startswith=F("code"))
    on_its_pages.update(done_at=now, done_by=by.member_id)
