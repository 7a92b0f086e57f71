"""Who may do what in the book of a stay and with transports."""

from typing import Any
from uuid import UUID

from ketnoi.agencies.terms import Role

HOUSE = frozenset({Role.CASEWORKER, Role.SPECIALIST, Role.LEAD})
DECIDES = frozenset({Role.LEAD})
HANDS = frozenset({Role.CASEWORKER, Role.SPECIALIST, Role.VERIFIER, Role.LEAD})


def may_keep(*, member: Any, agency_id: UUID) -> bool:
    """Read and write the book of a stay: who works in the house she stays in."""
    return member.files == agency_id and member.role in HOUSE


def may_decide(*, member: Any, agency_id: UUID) -> bool:
    """Say yes or no to a visit after she did: the lead of the house."""
    return member.files == agency_id and member.role in DECIDES


def may_hand(*, member: Any, hands: set[UUID]) -> bool:
    """Write down one's own part of a transport: officers of the agency whose part it is."""
    return member.files in hands and member.role in HANDS


def may_know_blocks(*, member: Any, holder_id: UUID) -> bool:
    """Be told plainly that a visitor is blocked: whoever may know who is."""
    return member.files == holder_id or member.role == Role.COORDINATOR
