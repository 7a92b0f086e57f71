"""First prices of places, from which the exact search begins. They may be wrong; they only guide.

Source: entropic transport (Sinkhorn and Knopp 1967), cooled step by step. A price says who stands
behind whom: it is never shown.
"""

import numpy as np

from ketnoi.matching.rules.columns import Array
from ketnoi.matching.rules.pairs import Pairs

HOT, COOL, COLD, STEPS = 30.0, 0.7, 2.0, 12


def starts(woman: Array, women: int) -> tuple[Array, Array]:
    """Where the pairs of each woman begin, and which women have any. Source: their order."""
    count = np.bincount(woman, minlength=women)
    return (np.cumsum(count) - count)[count > 0], count > 0


def guessed(told: Pairs) -> Array:
    """A price in points for each offer: about what its last place is worth to who goes without.

    Source: each side in turn takes what the other leaves over, more and more sharply.
    """
    points = told.points.astype(np.float32)
    begin, any_ = starts(told.woman, told.women)
    price = np.zeros(len(told.places), np.float32)
    if not len(points):
        return price
    room = np.log(np.maximum(told.places, 1).astype(np.float32))
    for step in range(STEPS):
        heat = np.float32(max(HOT * COOL**step, COLD))
        hers = _gain(points - price[told.offer], begin, any_, told, heat)
        pull = np.exp(np.minimum((points - hers[told.woman]) / heat, 80))
        crowd = np.bincount(told.offer, weights=pull, minlength=len(price))
        with np.errstate(divide="ignore"):
            price = np.clip(heat * (np.log(crowd) - room), 0, points.max() * 2).astype(np.float32)
    return price


def best_left(left: Array, begin: Array, any_: Array, without: Array) -> Array:
    """The most each woman can gain at these prices, or what going without is worth to her.

    Source: its arithmetic.
    """
    found = without.astype(left.dtype)
    if len(begin):
        found[any_] = np.maximum(np.maximum.reduceat(left, begin), found[any_])
    return found


def _gain(left: Array, begin: Array, any_: Array, told: Pairs, heat: np.float32) -> Array:
    """What a woman gains when she is not quite sure which offer is the best."""
    top = best_left(left / heat, begin, any_, np.zeros(told.women))
    spread = np.exp(left / heat - top[told.woman])
    found = np.zeros(told.women, np.float32)
    found[any_] = np.add.reduceat(spread, begin)
    with np.errstate(divide="ignore"):
        return np.maximum(0, heat * (top + np.log(found))).astype(np.float32)
