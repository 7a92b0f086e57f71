"""A season in which women come one after the other: ours, greedy, and what hindsight could do.

The past is another year of the same invented province; prices learn from it and from who came, and
are never told how the province was invented.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from ketnoi.bench.matching.province import province
from ketnoi.matching.rules import agreement
from ketnoi.matching.rules.columns import table
from ketnoi.matching.rules.fitting import hindered
from ketnoi.matching.rules.pairs import Pairs
from ketnoi.matching.rules.rolling import Ahead
from ketnoi.matching.rules.solving import NOWHERE, optimum

Array = Any
DAY = date(2026, 12, 5)


@dataclass(frozen=True)
class Season:
    """Points that came of a season, three ways."""

    hindsight: int
    greedy: int
    ours: int


def season(women: int, offers: int, past: int, every: int, seed: int) -> Season:
    """Live through one."""
    told = province(past + women, offers, seed)
    columns = table(told.seekers, told.offers, told.ground)
    points = agreement.worth(columns, agreement.on(DAY))
    fits = np.where(hindered(columns) == 0, points, 0)
    before, coming = fits[:past], fits[past:]
    ahead = Ahead(before, columns.places, women, seed)
    return Season(
        hindsight(coming, columns.places),
        greedy(coming, columns.places),
        rolled(ahead, coming, every),
    )


def hindsight(coming: Array, places: Array) -> int:
    """The best that could be done by somebody who knew who will come."""
    woman, offer = np.nonzero(coming)
    points = coming[woman, offer].astype(np.int32)
    numbers = (woman.astype(np.int32), offer.astype(np.int32), points, np.zeros_like(points))
    told = Pairs(*numbers, len(coming), places)
    return optimum(told).value // told.scale


def greedy(coming: Array, places: Array) -> int:
    """Each takes what is worth most to her of what is left."""
    left, earned = places.copy(), 0
    for points in coming:
        best = int(np.argmax(np.where(left > 0, points, 0)))
        if left[best] > 0 and points[best] > 0:
            left[best] -= 1
            earned += int(points[best])
    return earned


def rolled(ahead: Ahead, coming: Array, every: int) -> int:
    """Each is proposed what is worth most above its price; prices are made anew now and then."""
    earned = 0
    for number, points in enumerate(coming):
        offer = ahead.arrives(points)
        earned += 0 if offer == NOWHERE else int(points[offer])
        if (number + 1) % every == 0:
            ahead.reprice()
    return earned
