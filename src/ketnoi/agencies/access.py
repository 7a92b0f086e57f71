"""Who may do what in an agency."""

from typing import Any

from ketnoi.agencies.terms import MANAGES_MEMBERS, Role


def may_manage_members(*, member: Any) -> bool:
    """She invites and removes members of her own agency."""
    return member.role in MANAGES_MEMBERS


def may_add_agencies(*, by: Any) -> bool:
    """The system at the first start, and administrators, add agencies."""
    return by.role in {"system", Role.ADMIN}
