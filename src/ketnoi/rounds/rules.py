"""When a proposal of a round still stands, and which numbers of a round may be told."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil, floor, sqrt

SURE = 1.96
"""Nineteen of twenty such intervals hold what is true."""

STEP = 5
"""Shares and counts are told in steps of five, so that one woman more or less shows nothing."""

STUCK = timedelta(hours=1)


@dataclass(frozen=True)
class Coarse:
    """A share in per cent, and between which the true one lies; never a count."""

    share: int
    low: int
    high: int


def ends_as(*, until: datetime, now: datetime, on_offer: bool, left: int) -> str | None:
    """How a proposal that was not yet taken up has ended; None while it stands.

    Source: the network's agreement: a place is kept for her so long and no longer; what is gone is
    said before what lapsed.
    """
    if not on_offer:
        return "offer_gone"
    if not left:
        return "full"
    return "lapsed" if now >= until else None


def coarse(*, placed: int, women: int, fewest: int) -> Coarse | None:
    """A share that may be told; None where few got a place, or few got none: they could be known.

    Source: the network's rule of small numbers; Wilson 1927 for the interval, which stays honest
    for few people and near 0 and 1.
    """
    if placed < fewest or women - placed < fewest:
        return None
    share, z2 = placed / women, SURE**2
    middle = (share + z2 / (2 * women)) / (1 + z2 / women)
    reach = SURE * sqrt(share * (1 - share) / women + z2 / (4 * women**2)) / (1 + z2 / women)
    return Coarse(
        share=STEP * round(100 * share / STEP),
        low=STEP * floor(100 * max(middle - reach, 0) / STEP),
        high=STEP * ceil(100 * min(middle + reach, 1) / STEP),
    )


def told_count(many: int, *, fewest: int) -> int | None:
    """A number of women that may be told, in steps; None where it is small.

    Source: the network's rule of small numbers.
    """
    return None if many < fewest else STEP * (many // STEP)


def is_stuck(*, begun_at: datetime, now: datetime) -> bool:
    """Whether a round that was begun should have ended long ago: it may be begun again.

    Source: a round of the largest province takes minutes.
    """
    return now - begun_at > STUCK
