"""Who may do what with tips."""

from typing import Any

from ketnoi.agencies.terms import Role
from ketnoi.vigilance import rules

READS = frozenset({Role.VERIFIER, Role.LEAD})
KEEPS_DESKS = frozenset({Role.LEAD})
TYPES = frozenset({Role.VOLUNTEER, Role.CASEWORKER, *READS})
"""Who types what somebody told her by message, paper or mouth; she does not read it afterwards."""


def may_read(*, member: Any) -> bool:
    """Read tips that came to her agency, judge them, answer, hand them over."""
    return member.files is not None and member.role in READS


def may_keep_desk(*, member: Any) -> bool:
    """Say that her agency reads tips of the public, or no longer does."""
    is_hers = member.files is not None and member.role in KEEPS_DESKS
    return is_hers and rules.may_keep_desk(function=member.agency.function)
