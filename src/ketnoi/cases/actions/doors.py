"""Doors: on what ground, and until when, a file is open to somebody who does not hold it."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from ketnoi.cases.models import Case, CaseAccess, Consent
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
    """The holder lets another agency in, as soon as that agency says yes."""
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
    return door


@part
def open_door(*, door_id: UUID, now: datetime) -> None:
    """The agency said yes: from now on it takes part in the file."""
    CaseAccess.objects.filter(pk=door_id, ended_at=None, since=None).update(since=now)


@part
def close_doors(
    *,
    now: datetime,
    consent: Consent | None = None,
    door_id: UUID | None = None,
    case: Case | None = None,
) -> int:
    """What was opened by this consent, by this one door, or in this file, is closed at once."""
    found = CaseAccess.objects.filter(ended_at=None)
    these = Q(consent=consent) if consent else Q(case=case) if case else Q(pk=door_id)
    return found.filter(these).update(ended_at=now)
