"""Floors: no group falls far behind, and the most urgent quarter is nearly all placed.

A floor is one more row of the same problem: so a fair round is again one best round with a proof,
and what the floors cost is known. A floor never makes fit what does not. One that nobody can reach
is said, with the number of women it lacks, and comes as near as can be.
Source: the network's agreement; floors are its data.
"""

from dataclasses import dataclass

import numpy as np

from ketnoi.matching.rules.agreement import Agreement
from ketnoi.matching.rules.columns import Array, Table
from ketnoi.matching.rules.pairs import Pairs
from ketnoi.matching.rules.solving import Optimum, Search

URGENT = "urgent"


@dataclass(frozen=True)
class Floor:
    """A group, and how many of it should be placed at least."""

    group: str
    women: Array
    least: int


@dataclass(frozen=True)
class Fair:
    """A round under floors."""

    optimum: Optimum
    floors: tuple[Floor, ...]
    points: int
    most: int
    """The points of the best round without floors."""

    @property
    def cost_percent(self) -> float:
        """What the floors cost, of the points of the best round."""
        return 100 * (self.most - self.points) / max(self.most, 1)

    @property
    def short(self) -> dict[str, int]:
        """Groups whose floor nobody can reach, and by how many women. For the coordinator."""
        told = zip(self.floors, self.optimum.missing, strict=True)
        return {floor.group: int(many) for floor, many in told if many}


def groups(round_: Table) -> dict[str, Array]:
    """The women of each group, and the most urgent: the top steps that come nearest to a quarter.

    Where all are as urgent, none are the most urgent. Source: the agreement.
    """
    found: dict[str, list[int]] = {}
    for number, seeker in enumerate(round_.seekers):
        for group in seeker.groups:
            found.setdefault(group, []).append(number)
    told = {name: np.array(found[name], dtype=np.int64) for name in sorted(found)}
    urgent = _most_urgent(round_.her["urgency"])
    return {**told, URGENT: urgent} if len(urgent) else told


def least(group: str, women: int, placed: int, of: int, points: Agreement) -> int:
    """How many of a group should be placed when so many of all are. Source: the agreement."""
    if group == URGENT:
        return -(-points.urgent_percent * women // 100)
    if placed * women < points.least_awaited * of:
        return 0
    return -(-points.share_percent * placed * women // (100 * max(of, 1)))


def fair(told: Pairs, members: dict[str, Array], points: Agreement) -> Fair:
    """The best round in which every floor that can be reached is reached.

    Source: the agreement.
    """
    search = Search(told, tuple(members.values()))
    plain = search.best()
    wanted = floors(members, int(plain.placed.sum()), told.women, points)
    found = search.best([floor.least for floor in wanted])
    return Fair(found, wanted, earned(told, found), earned(told, plain))


def floors(members: dict[str, Array], placed: int, of: int, points: Agreement) -> tuple[Floor, ...]:
    """The floors of a round. Source: the agreement."""
    return tuple(
        Floor(group, women, least(group, len(women), placed, of, points))
        for group, women in members.items()
    )


def earned(told: Pairs, found: Optimum) -> int:
    """What a round is worth in points. Source: the agreement."""
    chosen = found.offer_of[told.woman] == told.offer
    return int(told.points[chosen].sum())


def _most_urgent(urgency: Array) -> Array:
    quarter = len(urgency) / 4
    tops = [np.flatnonzero(urgency >= step) for step in range(1, int(urgency.max(initial=0)) + 1)]
    return min([np.zeros(0, dtype=np.int64), *tops], key=lambda top: abs(len(top) - quarter))
