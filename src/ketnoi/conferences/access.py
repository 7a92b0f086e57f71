"""Who may do what with work that is given and with conferences."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from ketnoi.agencies.terms import Role

if TYPE_CHECKING:
    from ketnoi.conferences.models import Assignment, Conference, Invitee

CALLS = frozenset({Role.CASEWORKER, Role.LEAD})
WORKS = CALLS | {Role.SPECIALIST, Role.VERIFIER}


def may_give(*, member: Any, holder_id: UUID, takes_part: bool) -> bool:
    """Give work in a file: officers of the holder, and of agencies that take part."""
    is_inside = member.files is not None and (member.files == holder_id or takes_part)
    return is_inside and member.role in WORKS


def may_answer(*, member: Any, assignment: "Assignment") -> bool:
    """Say what became of work: officers of the agency that got it."""
    return member.files == assignment.to_agency_id and member.role in WORKS


def may_end(*, member: Any, assignment: "Assignment") -> bool:
    """Take work back, or give it anew when it came back: officers of the agency that gave it; the
    holder's too, who answers for the file."""
    is_theirs = member.files in {assignment.from_agency_id, assignment.holder_id}
    return is_theirs and member.role in WORKS


def may_call(*, member: Any, holder_id: UUID) -> bool:
    """Call a conference: caseworkers and leads of the agency that holds the file."""
    return member.files is not None and member.files == holder_id and member.role in CALLS


def may_run(*, member: Any, conference: "Conference") -> bool:
    """Move it, call it off, write its minutes: as for calling it."""
    return may_call(member=member, holder_id=conference.holder_id)


def may_reply(*, member: Any, invitee: "Invitee") -> bool:
    """Say whether an agency comes: its officers."""
    return member.files == invitee.agency_id and member.role in WORKS


def may_propose(*, member: Any, conference: "Conference") -> bool:
    """Put something on the agenda: officers of the holder and of every invited agency."""
    is_there = member.files in {conference.holder_id, *conference.invited}
    return is_there and member.role in WORKS


def may_confirm(*, member: Any, author_id: UUID | None, was_there: bool, nobody_else: bool) -> bool:
    """Confirm minutes: a second person who was there; where none of those takes part any more, a
    lead of the holder who did not write them."""
    stands_in = nobody_else and member.role == Role.LEAD
    return member.member_id != author_id and member.role in WORKS and (was_there or stands_in)


def may_correct(*, member: Any, author_id: UUID | None, was_there: bool) -> bool:
    """Add a correction to minutes: whoever wrote them, and whoever was there."""
    return member.role in WORKS and (was_there or member.member_id == author_id)
