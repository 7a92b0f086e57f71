"""Appointments and sessions, as the office itself reads them."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from ketnoi.cases import queries as cases
from ketnoi.osso.models import Appointment, AppointmentEvent, Session
from ketnoi.osso.queries.inside import file, rows_of
from ketnoi.osso.terms import CallAnswer, State, Step

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

ENDS_CALLING = [CallAnswer.NEW_DAY, CallAnswer.DECLINES]


def appointments_of(case: "Case", member: Any, **where: bool) -> list[Appointment]:
    """The appointments of a file at this office: what is to come first, then the latest."""
    found = rows_of(Appointment, case, member, **where)
    latest = sorted(found, key=lambda one: one.starts_at, reverse=True)
    return sorted(latest, key=lambda one: one.state != State.PLANNED)


def appointment(member: Any, code: str, pk: UUID) -> Appointment | None:
    """One appointment of this office by its file's code; also when its door has closed since.

    Then the office can still say that nobody meets, and nothing stays on a desk for ever.
    """
    found = Appointment.objects.visible_to(member).filter(code=code, agency_id=member.files)
    return found.filter(pk=pk).select_related("made_by", "agency").first()


def call_after_missing(member: Any, code: str, pk: UUID) -> Appointment | None:
    """An appointment she missed, as long as a call about it is still owed."""
    found = appointment(member, code, pk)
    return found if found and found.state == State.MISSED and not is_called(found) else None


def is_called(appointment: Appointment) -> bool:
    """Whether a call after it brought something."""
    ends = AppointmentEvent.objects.filter(appointment=appointment, step=Step.CALLED)
    return ends.filter(answer__in=ENDS_CALLING).exists()


def events_of(appointment: Appointment, member: Any) -> list[AppointmentEvent]:
    """What happened to it, oldest first."""
    found = AppointmentEvent.objects.visible_to(member).filter(appointment=appointment)
    return list(found.select_related("by").order_by("at", "starts_at"))


def sessions_of(case: "Case", member: Any, **where: bool) -> list[Session]:
    """The sessions of a file at this office, the latest first."""
    near = rows_of(Session, case, member, **where).select_related("noted_by", "tie__relative__key")
    return list(near.order_by("-held_on", "-noted_at"))


def session_in(member: Any, code: str, pk: UUID) -> Session | None:
    """One session, looked up through its file."""
    case = file(member, code)
    held = next((s for s in sessions_of(case, member) if s.pk == pk), None) if case else None
    if held is not None and case is not None:
        held.case = cases.within(case)[held.case_id]
    return held
