"""What a row of the matrix is: something a member may try, and the groups of who may do it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ketnoi.agencies.terms import MANAGES_MEMBERS, Role
from tests.access.scene import RELATIONS, Scene

Who = frozenset[tuple[str, str]]

WORKERS = (Role.CASEWORKER, Role.LEAD)
OFFICERS = (*WORKERS, Role.SPECIALIST, Role.VERIFIER)


def at(relation: str, roles: tuple[Role, ...]) -> Who:
    """These roles at this agency."""
    return frozenset((relation, role.value) for role in roles)


NOBODY: Who = frozenset()
HOLDERS, PARTNERS = at("holder", OFFICERS), at("partner", OFFICERS)
POLICE = at("police", OFFICERS)
TAKE_PART = HOLDERS | PARTNERS | POLICE
EVERYWHERE = frozenset((r, role.value) for r in RELATIONS for role in Role)
OFFICERS_ANYWHERE = frozenset((r, role.value) for r in RELATIONS for role in OFFICERS)
COORDINATORS = frozenset((r, Role.COORDINATOR.value) for r in RELATIONS)
EVERYWHERE_ADMIN = frozenset((r, Role.ADMIN.value) for r in RELATIONS)
MANAGERS_ANYWHERE = frozenset((r, m.value) for r in RELATIONS for m in MANAGES_MEMBERS)
OWN_LEAVE = at("holder", tuple(MANAGES_MEMBERS))
OUTSIDE = at("stranger", OFFICERS) | at("rescuer", OFFICERS)


@dataclass(frozen=True)
class Act:
    """Something a member may try, who may do it, and whom the database would let do it."""

    name: str
    do: Callable[[Scene, Any], Any]
    allowed: Who
    database: Who


def into(acts: list[Act]) -> Callable[[str, Who, Who], Callable]:
    """The decorator that puts a function into this part of the matrix."""

    def act(name: str, allowed: Who, database: Who) -> Callable[[Callable], Callable]:
        def put(do: Callable[[Scene, Any], Any]) -> Callable:
            acts.append(Act(name, do, allowed, database))
            return do

        return put

    return act
