"""Who may change the events of the network."""

from typing import Any

from ketnoi.agencies.terms import Role


def may_load(*, by: Any) -> bool:
    """The system at the first start, and administrators, load the events."""
    return by.role in {"system", Role.ADMIN}
