"""Who may change the places."""

from ketnoi.foundation.actor import Actor


def may_load_places(*, by: Actor) -> bool:
    """Only the system itself, when it is installed or brought up to date."""
    return by.role == "system"
