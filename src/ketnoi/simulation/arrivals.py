"""The women who come: when, to which commune, with what needs. Drawn once, the same for both."""

from dataclasses import dataclass
from typing import Any

from ketnoi.simulation.chance import Chance, assumed


@dataclass(frozen=True)
class Arrival:
    """Somebody who asks for help: when (days since the start), where, what she needs."""

    at: float
    commune: int
    needs: list[str]
    danger: str


def arrivals(chance: Chance, *, cases: int, days: int) -> list[Arrival]:
    """All of them, in the order in which they come."""
    drawn = [_arrival(chance, number, days) for number in range(cases)]
    return sorted(drawn, key=lambda arrival: arrival.at)


def _arrival(chance: Chance, number: int, days: int) -> Arrival:
    told = assumed()["arrivals"]
    since, until = told["hours"]
    day = int(chance.between(0, days, "day", number))
    hour = chance.between(since, until, "hour", number)
    needs = _needs(chance, number, told)
    is_urgent = "safe_place" in needs and chance.happens(told["urgent"], "urgent", number)
    communes = next(len(d["habits"]) for d in assumed()["desks"] if d["purpose"] == "follow_up")
    return Arrival(
        at=day + hour / 24,
        commune=int(chance.between(0, communes, "commune", number)),
        needs=needs,
        danger="high" if is_urgent else "no",
    )


def _needs(chance: Chance, number: int, told: dict[str, Any]) -> list[str]:
    shares = dict(assumed()["needs"])
    first = chance.one_of(shares, "need", number)
    if not chance.happens(told["two_needs"], "two", number):
        return [first]
    del shares[first]
    return [first, chance.one_of(shares, "second", number)]
