"""How dated facts are read: which one holds on a day, and how the files spell them out."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Protocol, TypeVar
from uuid import UUID, uuid5

SPACE = UUID("6f0d8f5e-3a54-5e7c-9a50-52c1f2b1b6a1")
COMMON = {"value": None, "unit": "", "effective_to": None}


class Dated(Protocol):
    """Something that holds from one day to another, the last day included."""

    effective_from: date
    effective_to: date | None


D = TypeVar("D", bound=Dated)


def holds(fact: Dated, on: date) -> bool:
    """Whether a fact is in force on a day. Source: Law 53/2024 art. 63 (transition)."""
    return fact.effective_from <= on and (fact.effective_to is None or on <= fact.effective_to)


def in_force(facts: Iterable[D], on: date) -> D | None:
    """The version in force on a day; the newest, should two overlap. Source: the network's rule."""
    standing = [fact for fact in facts if holds(fact, on)]
    return max(standing, key=lambda fact: fact.effective_from, default=None)


def fact_id(code: str, effective_from: date) -> UUID:
    """The same fact has the same id in every installation. Source: the network's rule."""
    return uuid5(SPACE, f"{code}@{effective_from.isoformat()}")


def facts_of(sets: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The facts of a data file, each with what its set says of all of them.

    Source: each fact names its own article.
    """
    for part in sets:
        shared = {k: v for k, v in part.items() if k not in {"facts", "matrix", "law"}}
        for fact in [*part.get("facts", []), *_cells(part.get("matrix"))]:
            yield _whole({**COMMON, **shared, **fact}, part["law"])


def _whole(fact: dict[str, Any], law: str) -> dict[str, Any]:
    article = fact.pop("article", "")
    fact["legal_ref"] = f"{law}, {article}" if article else law
    fact["id"] = fact_id(fact["code"], fact["effective_from"])
    return fact


def _cells(matrix: dict[str, Any] | None) -> Iterator[dict[str, Any]]:
    """One fact for each kind of support and each group, also where the answer is no."""
    if matrix is None:
        return
    for support, row in matrix["rows"].items():
        for group, title in matrix["groups"].items():
            yield {
                "code": f"article37.{support}.{group}",
                "kind": "entitlement",
                "title": f"{row['title']}: {title}",
                "text": matrix["yes"] if group in row["for"] else matrix["no"],
                "value": int(group in row["for"]),
                "article": f"điểm {row['point']}, Điều 37",
            }
