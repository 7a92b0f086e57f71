"""Who may do what with follow-ups. One question, one function, one answer."""

from typing import TYPE_CHECKING, Any

from ketnoi.agencies.terms import Role
from ketnoi.reintegration import rules

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.reintegration.models import Closing, FollowUp

PLANS = frozenset({Role.CASEWORKER.value, Role.LEAD.value, "system"})
AGREES = frozenset({Role.LEAD})
VISITS = frozenset({Role.CASEWORKER, Role.SPECIALIST, Role.LEAD})


def may_plan(*, member: Any, case: "Case") -> bool:
    """Plan or stop follow-ups: the holder's caseworkers and lead, or the system for the holder."""
    return member.files is not None and member.files == case.holder_id and member.role in PLANS


def may_do(*, member: Any, follow_up: "FollowUp") -> bool:
    """Ask her how it goes, and write it down: officers of the agency whose task it is."""
    sides = {follow_up.agency_id, follow_up.holder_id}
    return member.files in sides and member.role in VISITS


def may_agree(*, member: Any, closing: "Closing") -> bool:
    """Agree that support ends, or send it back: a lead of the holder, never who proposed it."""
    leads = member.files == closing.holder_id and member.role in AGREES
    return leads and rules.are_two(proposed=closing.proposed_by_id, decides=member.member_id)
