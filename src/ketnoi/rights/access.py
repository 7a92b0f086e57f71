"""Who may take and answer requests of a person about her data."""

from typing import TYPE_CHECKING, Any

from ketnoi.agencies.terms import Role

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

TAKES = frozenset({Role.CASEWORKER, Role.SPECIALIST, Role.VERIFIER, Role.LEAD})
ANSWERS = frozenset({Role.CASEWORKER, Role.LEAD})


def may_take(*, member: Any, case: "Case") -> bool:
    """Write down what she asks: officers of the agency that holds the file."""
    return _holds(member, case) and member.role in TAKES


def may_answer(*, member: Any, case: "Case") -> bool:
    """Answer it: caseworkers and the lead of the holder."""
    return _holds(member, case) and member.role in ANSWERS


def may_erase(*, member: Any, case: "Case") -> bool:
    """Answer by erasing: only the lead of the holder."""
    return _holds(member, case) and member.role == Role.LEAD


def _holds(member: Any, case: "Case") -> bool:
    return member.files is not None and member.files == case.holder_id
