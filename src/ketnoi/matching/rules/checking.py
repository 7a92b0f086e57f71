"""The second look: every proposal is held against every rule once more, one pair at a time.

Written apart from `fitting` on purpose, in plain Python and without columns: a fault would have to
be made twice. A round that fails is thrown away whole.
Source: the network's agreement on livelihood; her own words; her safety plan.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from ketnoi.matching.rules.asked import Ground, Offer, Seeker


class Unsafe(Exception):
    """A round broke a rule. It carries the names of rules, never who or where."""


def broken(woman: Seeker, offer: Offer, ground: Ground) -> set[str]:
    """The rules that a proposal of this offer to this woman would break. Source: the module."""
    return {name for name, breaks in _BREAKS.items() if breaks(woman, offer, ground)}


def faults(
    proposals: Mapping[str, str],
    seekers: Iterable[Seeker],
    offers: Iterable[Offer],
    ground: Ground,
) -> list[str]:
    """What is wrong with a round: broken rules, and offers with more women than places.

    Source: the module.
    """
    women, given = {s.id: s for s in seekers}, {o.id: o for o in offers}
    found = [
        name
        for her, its in proposals.items()
        for name in sorted(broken(women[her], given[its], ground))
    ]
    taken = Counter(proposals.values())
    return found + ["places" for its, many in taken.items() if many > given[its].places]


def _too_young(woman: Seeker, offer: Offer, _: Ground) -> bool:
    return offer.min_age is not None and (woman.age is None or woman.age < offer.min_age)


def _too_old(seeker: Seeker, offer: Offer, _: Ground) -> bool:
    return seeker.age is not None and offer.max_age is not None and seeker.age > offer.max_age


def _too_far(woman: Seeker, offer: Offer, ground: Ground) -> bool:
    if woman.farthest_km is None or offer.from_home:
        return False
    away = ground.km(woman.commune, offer.commune)
    return away is not None and away > woman.farthest_km + 1e-3


def _at_wrong_hours(woman: Seeker, offer: Offer, _: Ground) -> bool:
    return bool(woman.free) and bool(offer.hours - woman.free)


def _where_she_is_not_safe(woman: Seeker, offer: Offer, _: Ground) -> bool:
    if not woman.avoids:
        return False
    return offer.commune in woman.avoids or (offer.commune == "" and not offer.from_home)


def _with_whom_she_is_not_safe(woman: Seeker, offer: Offer, _: Ground) -> bool:
    if not woman.avoids_partners:
        return False
    return offer.partner == "" or offer.partner in woman.avoids_partners


_BREAKS: dict[str, Callable[[Seeker, Offer, Ground], bool]] = {
    "kind": lambda w, o, _: bool(w.wants) and o.kind not in w.wants,
    "age": _too_young,
    "schooling": lambda w, o, _: o.schooling > w.schooling,
    "skills": lambda w, o, _: not o.asks <= w.has,
    "childcare": lambda w, o, _: w.needs_childcare and not o.has_childcare,
    "access": lambda w, o, _: not w.access <= o.access,
    "distance": _too_far,
    "night": lambda w, o, _: w.no_night and "night" in o.hours,
    "hours": _at_wrong_hours,
    "verified": lambda _w, o, _: not o.verified,
    "said_no": lambda w, o, _: o.id in w.said_no,
    "unsafe_place": _where_she_is_not_safe,
    "unsafe_partner": _with_whom_she_is_not_safe,
    "too_old": _too_old,
}
