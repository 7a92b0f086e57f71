"""The file as a one-stop office opens it, and what of it still waits."""

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from django.db.models import QuerySet

from ketnoi.cases import actions as files
from ketnoi.cases import queries as cases
from ketnoi.osso import access
from ketnoi.osso.models import Appointment, WalkIn
from ketnoi.osso.terms import State

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


def file(member: Any, code: str) -> "Case | None":
    """A file that this member's one-stop office holds or takes part in."""
    case = cases.case_by_code(member, code)
    if case is None:
        return None
    takes_part = cases.takes_part(member, case)
    return case if access.may_serve(member=member, case=case, takes_part=takes_part) else None


def may_write(member: Any, case: "Case") -> bool:
    """Whether this member may write down anything new for the office in this file."""
    takes_part = cases.takes_part(member, case)
    return access.may_write(member=member, case=case, takes_part=takes_part)


def may_describe(member: Any, case: "Case") -> bool:
    """Whether this member may write down who she is and what she needs: who keeps the file."""
    return cases.may_refer(member, case)


def walk_in_of(member: Any, once: str) -> UUID:
    """The walk-in that a page writes down: the same when it is sent twice."""
    return uuid5(member.pk, f"walk-in {once}")


def walked_in(member: Any, case: "Case", once: str) -> WalkIn | None:
    """The walk-in that this very page has written down already."""
    found = WalkIn.objects.visible_to(member).filter(case_id__in=cases.within(case))
    return found.filter(pk=walk_in_of(member, once)).first()


def rows_of(model: Any, case: "Case", member: Any, *, everywhere: bool = False) -> QuerySet:
    """Rows of a file at this member's own office; `everywhere`, of every office she may know of."""
    found = model.objects.visible_to(member).filter(case_id__in=cases.within(case))
    return found if everywhere else found.filter(agency_id=member.files)


def open_appointments(case: "Case", member: Any) -> QuerySet[Appointment]:
    """Appointments of a file that are still to come, or of which nobody said what became."""
    return rows_of(Appointment, case, member, everywhere=True).filter(state=State.PLANNED)


def place_of(record: Any) -> files.Place:
    """The file of an appointment, as a task names it."""
    return files.Place(record.case_id, record.holder_id, record.code)


def of_file(case: "Case") -> files.Place:
    """A file, as a task names it."""
    return files.Place(case.pk, case.holder_id, case.code)
