"""What she asked for and finds at a place: one small rule for each word of a yes.

In plain Python, so that a page about one woman needs no columns.
Source: her own words and the offer.
"""

from collections.abc import Callable

from ketnoi.matching.rules.asked import Ground, Offer, Seeker


def meets(woman: Seeker, offer: Offer, ground: Ground) -> tuple[str, ...]:
    """What she asked for and finds there: each would end the proposal if it were not so.

    Source: her own words and the offer.
    """
    return tuple(rule for rule, holds in MEETS.items() if holds(woman, offer, ground))


MEETS: dict[str, Callable[[Seeker, Offer, Ground], bool]] = {
    "kind": lambda w, o, g: bool(w.wants),
    "distance": lambda w, o, g: (
        w.farthest_km is not None and not o.from_home and g.km(w.commune, o.commune) is not None
    ),
    "childcare": lambda w, o, g: w.needs_childcare,
    "access": lambda w, o, g: bool(w.access),
    "night": lambda w, o, g: w.no_night and bool(o.hours),
    "hours": lambda w, o, g: bool(w.free) and bool(o.hours),
    "skills": lambda w, o, g: bool(o.asks),
    "schooling": lambda w, o, g: o.schooling > 0,
}
