"""Every woman and offer that fit each other, what the pair is worth, and its lot.

Source: `fitting` says who fits, the agreement says what it is worth; the lot is published below.
"""

import hashlib
from dataclasses import dataclass

import numpy as np

from ketnoi.matching.rules.agreement import Agreement, worth
from ketnoi.matching.rules.columns import Array, Table
from ketnoi.matching.rules.fitting import BLOCK, hindered

LOTS = 1 << 16
"""A lot is a number below this."""


@dataclass(frozen=True)
class Pairs:
    """Pairs that fit, in the order of the women: numbers of both, points, lots."""

    woman: Array
    offer: Array
    points: Array
    lot: Array
    women: int
    places: Array

    @property
    def scale(self) -> int:
        """So large that one point counts more than all lots of a round together."""
        return LOTS * max(1, min(self.women, int(self.places.sum())))

    @property
    def value(self) -> Array:
        """Points first, lots where points are equal, as one whole number."""
        return self.points.astype(np.int64) * self.scale + self.lot

    def of(self, chosen: Array) -> "Pairs":
        """Some of the pairs."""
        woman, offer = self.woman[chosen], self.offer[chosen]
        points, lot = self.points[chosen], self.lot[chosen]
        return Pairs(woman, offer, points, lot, self.women, self.places)


def pairs(round_: Table, points: Agreement, seed: str) -> Pairs:
    """Find all pairs that fit, a thousand women at a time. Source: the rules and the agreement."""
    hers, its = _drawn(seed, "w", round_.seekers), _drawn(seed, "o", round_.offers)
    found = []
    for start in range(0, max(len(round_.seekers), 1), BLOCK):
        part = round_.of(slice(start, start + BLOCK))
        woman, offer = np.nonzero(hindered(part) == 0)
        earned = worth(part, points)[woman, offer]
        lot = lots(hers[start + woman], its[offer])
        found.append((start + woman, offer, earned, lot))
    woman, offer, earned, lot = (np.concatenate(each) for each in zip(*found, strict=True))
    numbers = (woman.astype(np.int32), offer.astype(np.int32), earned.astype(np.int32), lot)
    return Pairs(*numbers, len(round_.seekers), round_.places)


def lots(hers: Array, its: Array) -> Array:
    """The lot of each pair: both draws together, stirred as in splitmix64, the upper 16 bits.

    Source: the published rule of lots, ADR 49.
    """
    mixed = hers ^ its
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((mixed ^ (mixed >> np.uint64(31))) >> np.uint64(48)).astype(np.int32)


def draw(seed: str, side: str, name: str) -> int:
    """What one woman or one offer draws: eight bytes of SHA-256 of seed, side and id.

    Source: the published rule of lots, ADR 49.
    """
    return int.from_bytes(hashlib.sha256(f"{seed}:{side}:{name}".encode()).digest()[:8], "big")


def _drawn(seed: str, side: str, rows: tuple) -> Array:
    return np.fromiter((draw(seed, side, r.id) for r in rows), dtype=np.uint64, count=len(rows))
