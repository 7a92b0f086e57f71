"""What suits her: one small rule for each thing that matters, and what of it may be told outside.

A rule says what it found as a code; the sentences stand in `terms`. What nobody told us refuses
nothing: it is to be asked. Source: the network's agreement on livelihood.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from math import ceil

FITS, AGAINST, ASK = "fits", "against", "ask"
SCHOOLING = ("little", "primary", "lower", "upper", "vocational", "higher")
BANDS = {
    "under_18": (0, 17),
    "18_24": (18, 24),
    "25_34": (25, 34),
    "35_44": (35, 44),
    "45_54": (45, 54),
    "from_55": (55, 150),
}
NIGHT = "night"
NEAR_KM = 10
OF_THE_OFFER, NEVER_TOLD = "offer", "place"
"""Parts that are no part of her profile: what anybody may know, and what nobody outside may."""


@dataclass(frozen=True)
class Her:
    """What matters of her: nothing of why she is supported is known here."""

    wishes: frozenset[str] = frozenset()
    skills: frozenset[str] = frozenset()
    schooling: str = ""
    age_band: str = ""
    hours: frozenset[str] = frozenset()
    needs_childcare: bool = False
    needs_access: bool = False
    furthest_km: int | None = None
    avoids: frozenset[str] = field(default=frozenset(), repr=False)


@dataclass(frozen=True)
class Offer:
    """What matters of an opportunity; `km` is how far it is from where she lives, if known."""

    kind: str
    commune: str = ""
    km: float | None = None
    hours: frozenset[str] = frozenset()
    least_age: int | None = None
    most_age: int | None = None
    schooling: str = ""
    skills: frozenset[str] = frozenset()
    has_childcare: bool = False
    is_accessible: bool = False
    is_verified: bool = True


@dataclass(frozen=True)
class Finding:
    """What one rule found: for, against, or to be asked; and on which part of her it rests."""

    code: str
    side: str
    part: str
    number: int | None = None


@dataclass(frozen=True)
class Verdict:
    """What all rules found about one opportunity."""

    found: tuple[Finding, ...]

    @property
    def fits(self) -> bool:
        """Nothing speaks against it."""
        return not self.against

    @property
    def reasons(self) -> tuple[Finding, ...]:
        """What speaks for it."""
        return self._side(FITS)

    @property
    def against(self) -> tuple[Finding, ...]:
        """What speaks against it."""
        return self._side(AGAINST)

    @property
    def to_ask(self) -> tuple[Finding, ...]:
        """What is not known and matters."""
        return self._side(ASK)

    def _side(self, side: str) -> tuple[Finding, ...]:
        return tuple(one for one in self.found if one.side == side)


def verified(her: Her, offer: Offer) -> Finding | None:
    """Nobody is sent to an employer whom nobody has looked at. Source: the network's agreement."""
    return None if offer.is_verified else Finding("unverified", AGAINST, OF_THE_OFFER)


def away_from_danger(her: Her, offer: Offer) -> Finding | None:
    """Nothing in a commune that she must avoid. Source: the network's agreement, safety first."""
    is_avoided = bool(offer.commune) and offer.commune in her.avoids
    return Finding("avoided", AGAINST, NEVER_TOLD) if is_avoided else None


def within_reach(her: Her, offer: Offer) -> Finding | None:
    """Not further than she can go. That it is too far is never told outside: it would make what
    she must avoid stand out. Source: the network's agreement."""
    if offer.km is None:
        unknown = her.furthest_km is not None and offer.commune
        return Finding("ask_place", ASK, "distance") if unknown else None
    km = max(ceil(offer.km), 1)
    if her.furthest_km is not None and offer.km > her.furthest_km:
        return Finding("too_far", AGAINST, NEVER_TOLD, km)
    return Finding("near" if km <= NEAR_KM else "away", FITS, "distance", km)


def wished(her: Her, offer: Offer) -> Finding | None:
    """Only kinds she wants, if she said any. Source: the network's agreement, she decides."""
    if not her.wishes:
        return None
    if offer.kind in her.wishes:
        return Finding("wished", FITS, "wishes")
    return Finding("not_wished", AGAINST, "wishes")


def with_childcare(her: Her, offer: Offer) -> Finding | None:
    """A place for her child where she needs one. Source: the network's agreement."""
    if not her.needs_childcare:
        return None
    if offer.has_childcare:
        return Finding("childcare", FITS, "childcare")
    return Finding("no_childcare", AGAINST, "childcare")


def accessible(her: Her, offer: Offer) -> Finding | None:
    """Somewhere she can move and work. Source: the network's agreement; Law on disability."""
    if not her.needs_access:
        return None
    if offer.is_accessible:
        return Finding("access", FITS, "access")
    return Finding("no_access", AGAINST, "access")


def in_her_hours(her: Her, offer: Offer) -> Finding | None:
    """Only at times of the day when she can; no night work is one of them.

    Source: the network's agreement.
    """
    if not her.hours or not offer.hours:
        return None
    if offer.hours <= her.hours:
        return Finding("hours", FITS, "hours")
    at_night = NIGHT in offer.hours - her.hours
    return Finding("at_night" if at_night else "other_hours", AGAINST, "hours")


def old_enough(her: Her, offer: Offer) -> Finding | None:
    """Her age within what is asked; she told a span of years, and only what is surely outside is
    refused. Source: the network's agreement."""
    least, most = offer.least_age or 0, offer.most_age or BANDS["from_55"][1]
    if offer.least_age is None and offer.most_age is None:
        return None
    if her.age_band not in BANDS:
        return Finding("ask_age", ASK, "age")
    youngest, oldest = BANDS[her.age_band]
    if oldest < least:
        return Finding("too_young", AGAINST, "age", least)
    if youngest > most:
        return Finding("too_old", AGAINST, "age", most)
    is_sure = least <= youngest and oldest <= most
    return Finding("age", FITS, "age") if is_sure else Finding("ask_age", ASK, "age")


def schooled_enough(her: Her, offer: Offer) -> Finding | None:
    """As much school as is asked for. Source: the network's agreement."""
    if offer.schooling not in SCHOOLING[1:]:
        return Finding("no_schooling", FITS, OF_THE_OFFER)
    if her.schooling not in SCHOOLING:
        return Finding("ask_schooling", ASK, "schooling")
    if SCHOOLING.index(her.schooling) >= SCHOOLING.index(offer.schooling):
        return Finding("schooling", FITS, "schooling")
    return Finding("schooling_short", AGAINST, "schooling")


def skilled(her: Her, offer: Offer) -> Finding | None:
    """Every skill that is wanted; who told of none is asked. Source: the network's agreement."""
    if not offer.skills:
        return Finding("no_skills", FITS, OF_THE_OFFER)
    if not her.skills:
        return Finding("ask_skills", ASK, "skills")
    if offer.skills <= her.skills:
        return Finding("skills", FITS, "skills")
    return Finding("skills_short", AGAINST, "skills")


Rule = Callable[[Her, Offer], Finding | None]
RULES: tuple[Rule, ...] = (
    verified,
    away_from_danger,
    within_reach,
    with_childcare,
    accessible,
    in_her_hours,
    wished,
    old_enough,
    schooled_enough,
    skilled,
)
"""In the order in which their sentences are said."""


def verdict(her: Her, offer: Offer, rules: Collection[Rule] = RULES) -> Verdict:
    """Whether an opportunity suits her, and everything that speaks for and against it.

    Source: the network's agreement on livelihood.
    """
    return Verdict(tuple(found for rule in rules if (found := rule(her, offer))))


def band_of(age: int) -> str:
    """The span of years an age is in. Source: the network's agreement."""
    return next((band for band, (low, high) in BANDS.items() if low <= age <= high), "")


def outside(whole: Verdict, *, told: Collection[str]) -> Verdict:
    """What may be said of it outside her file: what rests on parts that she agreed to tell.

    Everything else becomes one and the same sentence, whatever it was; and where something that
    may be told speaks against it, nothing else is hinted at. Source: the network's agreement: a
    reason that would reveal a place she must avoid never leaves her file.
    """
    may_tell = {OF_THE_OFFER, *told} - {NEVER_TOLD}
    kept = [one for one in whole.found if one.part in may_tell]
    if whole.against and not any(one.side == AGAINST for one in kept):
        # Nothing beside it: what speaks for a place would show that it was the place.
        return Verdict((Finding("quiet", AGAINST, OF_THE_OFFER),))
    return Verdict(tuple(kept))
