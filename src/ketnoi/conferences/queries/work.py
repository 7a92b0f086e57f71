"""Work that was given in a file, and what of it still waits."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q, QuerySet

from ketnoi.cases import queries as cases
from ketnoi.conferences.models import Assignment, Conference
from ketnoi.conferences.queries.inside import file, taking_part
from ketnoi.conferences.queries.meetings import CONFIRMED, of_file
from ketnoi.conferences.terms import Answer, State

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.foundation.actor import System

OPEN = Q(ended_at=None) & ~Q(answer=Answer.DONE)
NEAR = ("from_agency", "given_by", "to_agency", "to_member", "answered_by", "ended_by")


def assignments_of(case: "Case", member: Any) -> list[Assignment]:
    """The work given in a file that this member may know of, what is open first."""
    found = of_file(Assignment, case, member).select_related(*NEAR)
    return sorted(found, key=lambda a: (not (a.waits or a.came_back), a.due_at))


def assignment_of_file(member: Any, code: str, pk: UUID) -> Assignment | None:
    """One piece of work, looked up through its file."""
    case = file(member, code)
    found = of_file(Assignment, case, member) if case else Assignment.objects.none()
    return found.select_related(*NEAR, "conference").filter(pk=pk).first()


def open_assignments(case: "Case", by: Any) -> QuerySet[Assignment]:
    """Work that still lies on somebody's desk."""
    found = Assignment.objects.visible_to(by).filter(OPEN, case_id__in=cases.within(case))
    return found.select_related("case__key")


def open_conferences(case: "Case", by: Any) -> QuerySet[Conference]:
    """Conferences that wait for their hour, or whose minutes nobody confirmed."""
    found = Conference.objects.visible_to(by).filter(case_id__in=cases.within(case))
    waits = Q(state=State.CALLED) | Q(state=State.HELD) & ~CONFIRMED
    return found.filter(waits).select_related("case__key")


def is_shared_now(case: "Case", by: Any) -> bool:
    """Whether another agency that takes part has work in this file, or is invited to talk."""
    others = taking_part(case) - {case.holder_id}
    work = open_assignments(case, by).filter(answer="", to_agency_id__in=others)
    talks = open_conferences(case, by).filter(invited__overlap=list(others))
    return work.exists() or talks.exists()


def something_is_open(case: "Case", by: Any) -> bool:
    """Whether work or a conference waits in this file."""
    return open_assignments(case, by).exists() or open_conferences(case, by).exists()


def files_with_something_open(by: "System") -> "list[Case]":
    """Files of an agency in which work or a conference waits (for the system's own rounds)."""
    work = Assignment.objects.visible_to(by).filter(OPEN).values_list("case_id", flat=True)
    talks = Conference.objects.visible_to(by).exclude(state=State.CALLED_OFF).filter(~CONFIRMED)
    files = sorted({*work, *talks.values_list("case_id", flat=True)})
    return [case for pk in files if (case := cases.case_of(by, pk))]
