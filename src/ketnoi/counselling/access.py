"""Who may do what in counselling."""

from typing import TYPE_CHECKING, Any

from ketnoi.agencies.terms import Role
from ketnoi.cases.terms import GOES_ON

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.counselling.models import Course, DangerRaised, Group, Supervision, Tally

COUNSELS = frozenset({Role.SPECIALIST})
KEEPS_FILES = frozenset({Role.CASEWORKER, Role.LEAD})


def may_counsel(*, member: Any, case: "Case", takes_part: bool) -> bool:
    """Begin to counsel: a specialist of an agency that holds the file or takes part in it."""
    inside = _inside(member=member, case=case, takes_part=takes_part)
    return inside and case.status in GOES_ON and is_counsellor(member=member)


def is_counsellor(*, member: Any) -> bool:
    """Counsel, run groups, name a supervisor, supervise: specialists."""
    return member.role in COUNSELS


def may_keep(*, member: Any, course: "Course | Tally | Group") -> bool:
    """Write in a course or a group, and say who is told of it: its counsellor, nobody else."""
    return member.member_id == course.counsellor_id


def may_hand_on(*, member: Any, course: "Course", supervises: bool) -> bool:
    """Give a course to a colleague: its counsellor, or whoever supervises her now."""
    return may_keep(member=member, course=course) or supervises


def may_agree(*, member: Any, supervision: "Supervision") -> bool:
    """Say yes to supervising: the colleague who was asked."""
    return member.member_id == supervision.supervisor_id


def may_end(*, member: Any, supervision: "Supervision") -> bool:
    """End a supervision: one of the two; no lead does it for them."""
    return member.member_id in {supervision.counsellor_id, supervision.supervisor_id}


def may_raise(*, member: Any, case: "Case", takes_part: bool) -> bool:
    """Raise a danger: whoever works on a file in which her agency takes part."""
    inside = _inside(member=member, case=case, takes_part=takes_part)
    return inside and case.status in GOES_ON and member.files is not None


def may_answer(*, member: Any, danger: "DangerRaised") -> bool:
    """Say what was done about a danger: caseworkers and leads of the holder."""
    return member.files == danger.holder_id and member.role in KEEPS_FILES


def may_read_numbers(*, member: Any) -> bool:
    """Read how much was done: the lead of the agency, numbers only."""
    return member.role == Role.LEAD


def _inside(*, member: Any, case: "Case", takes_part: bool) -> bool:
    return takes_part or (member.files is not None and member.files == case.holder_id)
