"""Who may do what at a one-stop office."""

from typing import TYPE_CHECKING, Any

from ketnoi.agencies.terms import Role
from ketnoi.cases.terms import GOES_ON
from ketnoi.osso import rules

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.osso.models import Appointment, Session

SERVES = frozenset({Role.CASEWORKER, Role.SPECIALIST, Role.LEAD})


def may_serve(*, member: Any, case: "Case", takes_part: bool) -> bool:
    """Receive a walk-in, sort wishes, make appointments, write down sessions: caseworkers,
    specialists and leads of a one-stop office that holds the file or takes part in it."""
    is_ours = rules.is_one_stop(function=member.agency.function)
    inside = takes_part or (member.files is not None and member.files == case.holder_id)
    return is_ours and inside and member.role in SERVES


def may_write(*, member: Any, case: "Case", takes_part: bool) -> bool:
    """Write anything new there: the same people, while the file goes on."""
    return case.status in GOES_ON and may_serve(member=member, case=case, takes_part=takes_part)


def may_keep(*, member: Any, appointment: "Appointment") -> bool:
    """Move, keep, miss or call off an appointment: the same people of the office that made it."""
    return member.files == appointment.agency_id and member.role in SERVES


def may_mark_mistaken(*, member: Any, session: "Session") -> bool:
    """Mark a session as a mistake: whoever wrote it down, and the lead of the office."""
    is_ours = member.files is not None and member.files == session.agency_id
    return is_ours and (member.pk == session.noted_by_id or member.role == Role.LEAD)


def may_read_report(*, member: Any) -> bool:
    """Read the numbers of a one-stop office: its lead."""
    return rules.is_one_stop(function=member.agency.function) and member.role == Role.LEAD
