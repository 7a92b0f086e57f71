"""Who may say that somebody must not know of a file."""

from typing import TYPE_CHECKING, Any

from ketnoi.agencies.terms import Role
from ketnoi.cases.terms import Status

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


BLOCKS = frozenset({Role.CASEWORKER, Role.LEAD, Role.COORDINATOR})


def may_block(*, member: Any, case: "Case", works: bool) -> bool:
    """Block somebody from a file, and take it back: who works on it, or a coordinator."""
    is_theirs = works or member.role == Role.COORDINATOR
    return case.status != Status.MERGED and member.role in BLOCKS and is_theirs
