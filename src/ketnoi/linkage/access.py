"""Who may send in a list, and who decides about pairs."""

from typing import Any

from ketnoi.agencies.terms import Role

BRINGS = frozenset({Role.CASEWORKER, Role.SPECIALIST, Role.VERIFIER, Role.LEAD})


def may_bring(*, member: Any) -> bool:
    """Officers who work on files; of an agency that has files."""
    return member.role in BRINGS and member.files is not None


def may_decide(*, member: Any, source: Any) -> bool:
    """Officers of the agency that brought the list."""
    return may_bring(member=member) and member.files == source.agency_id
