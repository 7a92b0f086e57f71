"""One round: who is proposed where, proven best, checked a second time.

Source: the agreement; ADR 49. A proposal is a question to her, not a decision.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ketnoi.matching.rules import checking, fairness
from ketnoi.matching.rules.agreement import Agreement
from ketnoi.matching.rules.asked import Ground, Offer, Seeker
from ketnoi.matching.rules.columns import Array, Table, table
from ketnoi.matching.rules.pairs import Pairs, pairs
from ketnoi.matching.rules.solving import NOWHERE, Optimum


@dataclass(frozen=True)
class Asked:
    """What a round is made of, so that anybody can make it again."""

    seekers: tuple[Seeker, ...]
    offers: tuple[Offer, ...]
    ground: Ground
    points: Agreement
    seed: str

    def with_places(self, offer: str, more: int) -> "Asked":
        """The same with some more places at one offer."""
        told = (replace(o, places=o.places + more) if o.id == offer else o for o in self.offers)
        return replace(self, offers=tuple(told))

    @cached_property
    def table(self) -> Table:
        """The round in columns."""
        return table(self.seekers, self.offers, self.ground)

    @cached_property
    def pairs(self) -> Pairs:
        """All that fit."""
        return pairs(self.table, self.points, self.seed)


@dataclass(frozen=True)
class Round:
    """A round that was made: proposals by the ids of women and offers."""

    asked: Asked
    fair: fairness.Fair
    proposals: dict[str, str]

    @property
    def optimum(self) -> Optimum:
        """What the search found and proved."""
        return self.fair.optimum

    @cached_property
    def taken(self) -> dict[str, tuple[int, ...]]:
        """The numbers of the women that each offer is proposed to."""
        found: dict[str, list[int]] = {}
        for number, seeker in enumerate(self.asked.seekers):
            if seeker.id in self.proposals:
                found.setdefault(self.proposals[seeker.id], []).append(number)
        return {offer: tuple(women) for offer, women in found.items()}


def make(asked: Asked) -> Round:
    """Make the round; nothing leaves it that the second look does not pass.

    Source: the agreement.
    """
    members = fairness.groups(asked.table)
    fair = fairness.fair(asked.pairs, members, asked.points)
    found = proposals(asked, fair.optimum.offer_of)
    if faults := checking.faults(found, asked.seekers, asked.offers, asked.ground):
        raise checking.Unsafe(", ".join(sorted(set(faults))))
    return Round(asked, fair, found)


def proposals(asked: Asked, offer_of: Array) -> dict[str, str]:
    """Numbers as ids. Source: the order of the round."""
    told = zip(asked.seekers, offer_of, strict=True)
    return {s.id: asked.offers[number].id for s, number in told if number != NOWHERE}


def asked(
    seekers: Sequence[Seeker], offers: Sequence[Offer], ground: Ground, points: Agreement, seed: str
) -> Asked:
    """A round of these. Two women, or two offers, of one id are refused. Source: the module."""
    for rows in (seekers, offers):
        if len({row.id for row in rows}) < len(rows):
            raise ValueError("an id stands twice in a round")
    return Asked(tuple(seekers), tuple(offers), ground, points, seed)
