"""Who may change what the library says."""

from ketnoi.foundation.actor import Actor


def may_load(*, by: Actor) -> bool:
    """The system at the first start, and administrators, load the facts."""
    return by.role in {"system", "admin"}
