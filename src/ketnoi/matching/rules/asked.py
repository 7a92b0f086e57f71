"""What a round is told: women as wishes and limits, offers as places and conditions.

Source: the network's own words for needs and offers. No name, no history, no reason of a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

NIGHT = "night"


@dataclass(frozen=True)
class Seeker:
    """A woman who looks for a living, as her officer wrote it down with her.

    `avoids` and `avoids_partners` are known inside her file only.
    """

    id: str
    wants: tuple[str, ...]
    """Kinds of offers she wants, the dearest first; empty says any."""
    age: int | None = None
    commune: str = ""
    farthest_km: int | None = None
    schooling: int = 0
    has: frozenset[str] = frozenset()
    """Skills, papers, land, a vehicle: what an offer may ask for."""
    needs_childcare: bool = False
    access: frozenset[str] = frozenset()
    """What a place must have so that she can work there."""
    free: frozenset[str] = frozenset()
    """Parts of the week in which she can; empty says any."""
    no_night: bool = False
    avoids: frozenset[str] = frozenset()
    avoids_partners: frozenset[str] = frozenset()
    said_no: frozenset[str] = frozenset()
    """Offers that she did not choose."""
    urgency: int = 0
    groups: frozenset[str] = frozenset()
    """Groups that are looked after: commune, people, disability."""


@dataclass(frozen=True)
class Offer:
    """Places of one kind at one partner, all alike."""

    id: str
    kind: str
    places: int
    partner: str = ""
    commune: str = ""
    from_home: bool = False
    min_age: int | None = None
    """The age in law or of the partner, whichever is higher."""
    max_age: int | None = None
    schooling: int = 0
    asks: frozenset[str] = frozenset()
    has_childcare: bool = False
    access: frozenset[str] = frozenset()
    hours: frozenset[str] = frozenset()
    verified: bool = False


@dataclass(frozen=True)
class Ground:
    """How far communes lie apart, coarsely: their middles on a map in kilometres."""

    middles: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    def km(self, one: str, other: str) -> float | None:
        """The distance of two communes as the crow flies; None when one is not known."""
        if one == other and one:
            return 0.0
        a, b = self.middles.get(one), self.middles.get(other)
        return None if a is None or b is None else ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5
