"""The one question across agencies: may two of them know the same person? Asked by the system."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

RECOGNISE = "SELECT kn.recognise(%s::uuid[], %s::text[], %s::text[])"


@dataclass(frozen=True)
class Named:
    """The whole name of somebody in one cell of the index, and what else may stand beside it."""

    person_id: UUID
    needed: list[int]
    allowed: list[int]


def recognise(names: Iterable[Named]) -> None:
    """Compare the questions that stand with what agencies know; nothing is given back."""
    rows = list(names)
    columns = [[_array(row.needed) for row in rows], [_array(row.allowed) for row in rows]]
    with connection.cursor() as cursor:
        cursor.execute(RECOGNISE, [[row.person_id for row in rows], *columns])


def _array(tags: list[int]) -> str:
    return "{" + ",".join(map(str, tags)) + "}"
