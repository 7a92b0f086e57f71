"""Who may change the directory."""

from typing import Any

from ketnoi.agencies.terms import Role

CONFIRMS = frozenset({Role.LEAD, Role.CASEWORKER})


def may_confirm(*, member: Any, entry: Any) -> bool:
    """A lead or a caseworker confirms what her own agency offers."""
    return entry.agency_id == member.agency_id and member.role in CONFIRMS


def may_load(*, by: Any) -> bool:
    """The system at the first start, and administrators, load the directory."""
    return by.role in {"system", Role.ADMIN}
