"""Who reads a reason, and what he is told: a yes or a no, as rules and numbers.

Source: the network's agreement; ADR 49.
"""

from dataclasses import dataclass
from enum import StrEnum


class Audience(StrEnum):
    """Who reads a reason."""

    FILE = "file"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class But:
    """So many offers, and places in them, would fit if only this one rule did not stand there."""

    rule: str
    offers: int
    places: int


@dataclass(frozen=True)
class Yes:
    """Why an offer is proposed to her: what she finds there, and in her file what it counted."""

    offer: str
    meets: tuple[str, ...]
    points: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class No:
    """Why nothing is proposed to her this time."""

    fits: int
    """Offers that fit her."""
    places: int
    """Places in them."""
    more_urgent: int
    """Of these places, how many are proposed to women who need one sooner."""
    as_urgent: int
    buts: tuple[But, ...]
    both: tuple[str, ...] = ()
    """Where not even one rule alone stands in the way: the fewest rules that do, at one offer."""
