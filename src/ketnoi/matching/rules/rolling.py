"""Women come one after the other, and places are kept for who will come: prices of the weeks ahead.

A price says what a place is worth to somebody who has not come yet. It comes from years that could
follow: women of the past, drawn again with a seed, meet the places that are left, and the best
round of all these years together has prices. A woman is proposed what is worth most to her above
its price; so a place that only few could take is not spent on one who has many.
Nothing is assumed about the future but that it resembles the past.
Source: Ahani, Goelz, Procaccia, Teytelboym, Trapp: Dynamic placement. Prices are never shown.
"""

from dataclasses import dataclass, field

import numpy as np

from ketnoi.matching.rules.columns import Array
from ketnoi.matching.rules.pairs import Pairs
from ketnoi.matching.rules.solving import NOWHERE, optimum

FUTURES = 8


@dataclass
class Ahead:
    """A season of places, told who came before it and how many are awaited."""

    before: Array
    """What each offer was worth to each woman of the past: points, 0 where it does not fit."""
    places: Array
    awaited: int
    seed: int = 0
    futures: int = FUTURES
    price: Array = field(init=False)

    def __post_init__(self) -> None:
        """Begin with prices."""
        self.left = self.places.astype(np.int64).copy()
        self.chance = np.random.default_rng(self.seed)
        self.seen = [row for row in np.asarray(self.before)]
        self.reprice()

    def reprice(self) -> None:
        """Work the prices out again, from who came until now and what is left."""
        self.price = self._prices() if self.awaited > 0 and self.seen else self.left * 0.0

    def arrives(self, points: Array) -> int:
        """Who comes now is proposed the offer that is worth most above its price, or none."""
        self.seen.append(points)
        self.awaited -= 1
        gain = np.where((points > 0) & (self.left > 0), points - self.price, -np.inf)
        best = int(np.argmax(gain))
        if not gain[best] >= 0:
            return NOWHERE
        self.left[best] -= 1
        return best

    def _prices(self) -> Array:
        drawn = self.chance.integers(0, len(self.seen), self.awaited * self.futures)
        rows = np.asarray(self.seen)[drawn]
        woman, offer = np.nonzero(rows)
        points = rows[woman, offer].astype(np.int32)
        numbers = (woman.astype(np.int32), offer.astype(np.int32), points, np.zeros_like(points))
        told = Pairs(*numbers, len(rows), self.left * self.futures)
        return optimum(told).prices / told.scale
