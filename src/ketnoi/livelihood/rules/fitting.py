"""What of her profile a reason rests on, what is still to be asked, and what is told outside.

Which offer fits her is said by the rules of `matching`, here as in a round; this module knows their
names only. Source: the network's agreement on livelihood; ADR 58.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

SCHOOLING = ("little", "primary", "lower", "upper", "vocational", "higher")
BANDS = {
    "under_18": (0, 17),
    "18_24": (18, 24),
    "25_34": (25, 34),
    "35_44": (35, 44),
    "45_54": (45, 54),
    "from_55": (55, 150),
}
OF_THE_OFFER, NEVER_TOLD = "offer", "place"
"""Parts that are no part of her profile: what anybody may know, and what nobody outside may."""

PART_OF = {
    "kind": "wishes",
    "age": "age",
    "too_old": "age",
    "schooling": "schooling",
    "skills": "skills",
    "childcare": "childcare",
    "access": "access",
    "night": "hours",
    "hours": "hours",
    "verified": OF_THE_OFFER,
    # That it is too far is never told outside: it would make what she must avoid stand out.
    "distance": NEVER_TOLD,
    "said_no": NEVER_TOLD,
    "unsafe_place": NEVER_TOLD,
    "unsafe_partner": NEVER_TOLD,
}
"""On which part of her profile each rule that stands in the way rests."""

NEVER_PROPOSED = frozenset({"verified", "unsafe_place", "unsafe_partner"})
"""What is refused to whoever proposes, also in her own file; all else she may want to try."""


@dataclass(frozen=True)
class Verdict:
    """What is known of one opportunity for her, as names of rules and of what is to be asked.

    `km` is how far it is, if that is known and may be told; a `quiet` no has no reason.
    """

    against: tuple[str, ...] = ()
    meets: tuple[str, ...] = ()
    to_ask: tuple[str, ...] = ()
    km: int | None = field(default=None)
    is_quiet: bool = False

    @property
    def fits(self) -> bool:
        """Nothing speaks against it."""
        return not self.against and not self.is_quiet


def band_of(age: int) -> str:
    """The span of years an age is in. Source: the network's agreement."""
    return next((band for band, (low, high) in BANDS.items() if low <= age <= high), "")


def surely(band: str) -> int | None:
    """How old she is at least; None when nobody knows. Source: she told a span of years."""
    return BANDS[band][0] if band in BANDS else None


def years(schooling: str, *, unknown: int) -> int:
    """School as a step that can be compared. Source: the network's agreement: what nobody told us
    of what she can do refuses nothing and is asked."""
    return SCHOOLING.index(schooling) if schooling in SCHOOLING else unknown


def ages_to_ask(*, band: str, least: int | None, most: int | None) -> bool:
    """Whether her exact age would decide. Source: the network's agreement; she told a span."""
    if least is None and most is None:
        return False
    if band not in BANDS:
        return True
    youngest, oldest = BANDS[band]
    low, high = least or 0, most or BANDS["from_55"][1]
    return not (low <= youngest and oldest <= high) and oldest >= low and youngest <= high


def outside(whole: Verdict, *, told: Collection[str]) -> Verdict:
    """What may be said of it outside her file: what rests on parts that she agreed to tell.

    Everything else becomes one and the same sentence, whatever it was; and where something that
    may be told speaks against it, nothing else is hinted at. Source: the network's agreement: a
    reason that would reveal a place she must avoid never leaves her file.
    """
    may_tell = {OF_THE_OFFER, *told} - {NEVER_TOLD}
    against = tuple(rule for rule in whole.against if PART_OF[rule] in may_tell)
    if whole.against and not against:
        # Nothing beside it: what speaks for a place would show that it was the place.
        return Verdict(is_quiet=True)
    return Verdict(
        against=against,
        meets=tuple(rule for rule in whole.meets if _part_met(rule) in may_tell),
        to_ask=tuple(part for part in whole.to_ask if part in may_tell),
        km=whole.km if "distance" in may_tell else None,
    )


def _part_met(rule: str) -> str:
    """To meet her limit is hers to tell, to break it nobody's."""
    return rule if rule == "distance" else PART_OF[rule]
