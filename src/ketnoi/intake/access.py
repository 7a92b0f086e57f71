"""Who may do what at the first conversation."""

from typing import Any

from ketnoi.agencies.terms import Role

RECEIVES = frozenset({Role.VOLUNTEER, Role.CASEWORKER, Role.SPECIALIST, Role.VERIFIER, Role.LEAD})


def may_receive(*, member: Any) -> bool:
    """Take down what somebody asks for: everybody but coordinators and administrators."""
    return member.role in RECEIVES
