"""Who may change the directory."""

from typing import Any

from ketnoi.agencies.terms import Role

CONFIRMS = frozenset({Role.LEAD, Role.CASEWORKER})


def may_confirm(*, member: Any, entry: Any) -> bool:
    """A lead or a caseworker confirms what her own agency offers."""
    return entry.agency_id == member.agency_id and member.role in CONFIRMS


def may_hold(*, member: Any, service: Any) -> bool:
    """Have a place kept: who works on files of another agency."""
    return member.role in CONFIRMS and service.agency_id != member.agency_id


def may_release(*, member: Any, hold: Any) -> bool:
    """Give a place free again: the agency it is kept for, or the one that keeps it."""
    ours = {hold.agency_id, hold.service.agency_id}
    return member.role in CONFIRMS and member.agency_id in ours


def may_load(*, by: Any) -> bool:
    """The system at the first start, and administrators, load the directory."""
    return by.role in {"system", Role.ADMIN}
