"""What matters of her, and of an opportunity, as the rules of `matching` read it.

What nobody told us of what she can do refuses nothing and is asked; what nobody knows of her safety
(her age, where a place is) is not safe.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ketnoi.livelihood import rules
from ketnoi.livelihood.models import Opportunity, WorkProfile
from ketnoi.livelihood.terms import Hours, Skill
from ketnoi.matching import queries as matching
from ketnoi.places import queries as places

if TYPE_CHECKING:
    from ketnoi.places.models import Commune

ACCESS = frozenset({"access"})
ANY_SCHOOL = len(rules.SCHOOLING)


@dataclass(frozen=True)
class OnTheMap(matching.Ground):
    """How far the communes that are spoken of lie apart."""

    communes: Mapping[str, "Commune"] = field(default_factory=dict)

    def km(self, one: str, other: str) -> float | None:
        """Between the middles of two communes; nothing when one of them is not known."""
        here, there = self.communes.get(one), self.communes.get(other)
        return None if here is None or there is None else places.kilometres(here, there)


@dataclass(frozen=True)
class Known:
    """What her file says of her, and from where distances are measured."""

    profile: WorkProfile
    home: "Commune | None"
    avoids: frozenset[str] = field(repr=False)
    said_no: frozenset[str] = frozenset()

    @cached_property
    def seeker(self) -> matching.Seeker:
        """Her as the rules read her, under no name."""
        return her_of(self.profile, self.home, avoids=self.avoids, said_no=self.said_no)

    def of(self, one: Opportunity) -> rules.Verdict:
        """What the rules find about an opportunity."""
        ground = OnTheMap(communes=_by_code(self.home, one.commune))
        offer = offer_of(one, places=one.left)
        to_ask = self._to_ask(one)
        km = ground.km(self.seeker.commune, offer.commune)
        against = matching.in_the_way(self.seeker, offer, ground)
        met = () if against else matching.meets(self.seeker, offer, ground)
        return rules.Verdict(
            against=against,
            meets=tuple(rule for rule in met if rule not in to_ask),
            to_ask=to_ask,
            km=None if km is None else max(round(km), 1),
        )

    def _to_ask(self, one: Opportunity) -> tuple[str, ...]:
        her = self.profile
        asked = {
            "age": rules.ages_to_ask(band=her.age_band, least=one.least_age, most=one.most_age),
            "schooling": one.schooling in rules.SCHOOLING[1:] and not her.schooling,
            "skills": bool(one.skills) and not her.skills,
            "distance": her.furthest_km is not None and bool(one.commune_id) and not self.home,
        }
        return tuple(part for part, is_open in asked.items() if is_open)


def her_of(
    profile: WorkProfile,
    home: "Commune | None",
    *,
    avoids: frozenset[str],
    said_no: frozenset[str] = frozenset(),
    name: str = "",
    urgency: int = 0,
    groups: Collection[str] = (),
) -> matching.Seeker:
    """Her as a round reads her; `name` is what her lot is drawn by."""
    hours = frozenset(profile.hours)
    no_night = bool(hours) and Hours.NIGHT not in hours
    return matching.Seeker(
        id=name,
        wants=tuple(profile.wishes),
        age=rules.surely(profile.age_band),
        commune=home.pk if home else "",
        farthest_km=profile.furthest_km,
        schooling=rules.years(profile.schooling, unknown=ANY_SCHOOL),
        has=frozenset(profile.skills or Skill.values),
        needs_childcare=profile.needs_childcare,
        access=ACCESS if profile.needs_access else frozenset(),
        # That she will not work at night is a rule of its own; it is not said twice.
        free=hours | {Hours.NIGHT.value} if no_night else hours,
        no_night=no_night,
        avoids=avoids,
        said_no=said_no,
        urgency=urgency,
        groups=frozenset(groups),
    )


def offer_of(one: Opportunity, *, places: int) -> matching.Offer:
    """An opportunity as the rules read it, with so many places to give."""
    return matching.Offer(
        id=str(one.pk),
        kind=one.kind,
        places=places,
        partner=one.partner,
        commune=one.commune_id or "",
        min_age=one.least_age,
        max_age=one.most_age,
        schooling=rules.years(one.schooling, unknown=0),
        asks=frozenset(one.skills),
        has_childcare=one.has_childcare,
        access=ACCESS if one.is_accessible else frozenset(),
        hours=frozenset(one.shifts),
        verified=one.verified_on is not None,
    )


def _by_code(*communes: "Commune | None") -> dict[str, "Commune"]:
    return {commune.pk: commune for commune in communes if commune}
