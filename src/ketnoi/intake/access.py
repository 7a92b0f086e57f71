"""Who may do what at the first conversation, and with requests to be called."""

from typing import Any

from ketnoi.agencies.terms import Role

RECEIVES = frozenset({Role.VOLUNTEER, Role.CASEWORKER, Role.SPECIALIST, Role.VERIFIER, Role.LEAD})
CALLS = frozenset({Role.CASEWORKER, Role.SPECIALIST, Role.LEAD})
NAMES_DUTY = frozenset({Role.COORDINATOR})


def may_receive(*, member: Any) -> bool:
    """Take down what somebody asks for: everybody but coordinators and administrators."""
    return member.role in RECEIVES


def may_call(*, member: Any) -> bool:
    """Read who asked her agency to be called, call, and write down what came of it."""
    return member.files is not None and member.role in CALLS


def may_answer(*, member: Any) -> bool:
    """Write down a call she answers, and bring a list of those nobody answered: who calls back."""
    return may_call(member=member)


def may_name_duty(*, member: Any) -> bool:
    """Say which agency calls back: whoever coordinates the network."""
    return member.role in NAMES_DUTY
