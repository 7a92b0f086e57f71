"""What suits her, in words: for her own file, and for an agency outside it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import queries as cases
from ketnoi.foundation.actor import System
from ketnoi.foundation.guard.context import acting
from ketnoi.livelihood import rules, terms
from ketnoi.livelihood.models import Opportunity, WorkProfile
from ketnoi.livelihood.queries.partners import phrases
from ketnoi.livelihood.queries.profiles import avoided_places, codes_of, profile_of
from ketnoi.places import queries as places

if TYPE_CHECKING:
    from ketnoi.cases.actions import Place
    from ketnoi.cases.models import Case
    from ketnoi.places.models import Commune

FAR = 10**6
NEVER_PROPOSED = frozenset({"avoided", "unverified"})
"""What is refused to whoever proposes, also in her own file; all else she may want to try."""


@dataclass(frozen=True)
class Suiting:
    """One opportunity and why it suits her or does not, in sentences."""

    opportunity: Opportunity
    fits: bool
    why: str
    against: tuple[str, ...]
    to_ask: str
    rank: tuple[int, int] = field(default=(0, 0), repr=False)


@dataclass(frozen=True)
class Suits:
    """What suits her and what does not; what is known of her, as far as the reader may know it."""

    fit: list[Suiting]
    not_fit: list[Suiting]
    known: list[str]


@dataclass(frozen=True)
class Known:
    """What her file says of her, and from where distances are measured."""

    her: rules.Her
    home: "Commune | None"
    codes: list[str]
    tells: list[str]

    def of(self, one: Opportunity) -> rules.Verdict:
        """What all rules find about an opportunity."""
        return rules.verdict(self.her, offer_of(one, self.home))


def suits(case: "Case", member: Any, found: Iterable[Opportunity]) -> Suits | None:
    """All of it, for those who read her file; nothing while nothing was written down."""
    known = _known(case, member)
    if known is None:
        return None
    return _sorted([(one, known.of(one)) for one in found], phrases(known.codes))


def suits_outside(place: "Place", found: Iterable[Opportunity]) -> Suits | None:
    """The same for an agency that works from her referral and never opens her file.

    The system judges on behalf of the holder; what comes out rests on parts she agreed to tell.
    """
    known = _known_to_the_system(place)
    if known is None:
        return None
    judged = [(one, rules.outside(known.of(one), told=known.tells)) for one in found]
    told = [code for code in known.codes if code.partition(":")[0] in known.tells]
    return _sorted(judged, phrases(told))


def why_not(place: "Place", opportunity: Opportunity, by: Any) -> str:
    """Why this may not be proposed to her, in a sentence; nothing when it may.

    In her own file only what is never proposed. Outside it whatever speaks against it, in a
    sentence that hides what it was: else the one thing that is always refused would stand out.
    """
    known = _known_to_the_system(place)
    if known is None:
        return ""
    whole = known.of(opportunity)
    if by.files == place.holder_id:
        hard = [one for one in whole.against if one.code in NEVER_PROPOSED]
    else:
        hard = list(rules.outside(whole, told=known.tells).against)
    return " ".join(_against(one) for one in hard)


def _known_to_the_system(place: "Place") -> Known | None:
    system = System(place.holder_id)
    with acting(system):
        case = cases.open_today(system, cases.case_of(system, place.case_id))
        return _known(case, system) if case else None


def _known(case: "Case", member: Any) -> Known | None:
    profile = profile_of(case, member)
    if profile is None:
        return None
    avoids = frozenset(commune.pk for commune in avoided_places(case, member))
    return Known(
        her=her_of(profile, avoids),
        home=profile.commune or case.commune,
        codes=codes_of(profile),
        tells=profile.tells,
    )


def her_of(profile: WorkProfile, avoids: frozenset[str]) -> rules.Her:
    """What matters of her, as rules read it."""
    return rules.Her(
        wishes=frozenset(profile.wishes),
        skills=frozenset(profile.skills),
        schooling=profile.schooling,
        age_band=profile.age_band,
        hours=frozenset(profile.hours),
        needs_childcare=profile.needs_childcare,
        needs_access=profile.needs_access,
        furthest_km=profile.furthest_km,
        avoids=avoids,
    )


def offer_of(one: Opportunity, home: "Commune | None") -> rules.Offer:
    """What matters of an opportunity, as rules read it, seen from where she lives."""
    km = places.kilometres(home, one.commune) if home and one.commune else None
    return rules.Offer(
        kind=one.kind,
        commune=one.commune_id or "",
        km=km,
        hours=frozenset(one.shifts),
        least_age=one.least_age,
        most_age=one.most_age,
        schooling=one.schooling,
        skills=frozenset(one.skills),
        has_childcare=one.has_childcare,
        is_accessible=one.is_accessible,
        is_verified=one.verified_on is not None,
    )


def _sorted(judged: list[tuple[Opportunity, rules.Verdict]], known: list[str]) -> Suits:
    told = sorted((_said(one, verdict) for one, verdict in judged), key=lambda said: said.rank)
    return Suits(
        fit=[said for said in told if said.fits],
        not_fit=[said for said in told if not said.fits],
        known=known,
    )


def _said(one: Opportunity, verdict: rules.Verdict) -> Suiting:
    reasons = [_filled(terms.FITS[found.code], found) for found in verdict.reasons]
    ask = [str(terms.TO_ASK[found.code]) for found in verdict.to_ask]
    km = next((found.number for found in verdict.reasons if found.number), FAR)
    return Suiting(
        opportunity=one,
        fits=verdict.fits,
        why=_sentence(", ".join(reasons)),
        against=tuple(_against(found) for found in verdict.against),
        to_ask=_("Nên hỏi thêm: {what}.").format(what=", ".join(ask)) if ask else "",
        rank=(-len(reasons), km or FAR),
    )


def _against(found: rules.Finding) -> str:
    return _filled(terms.AGAINST[found.code], found)


def _filled(words: Any, found: rules.Finding) -> str:
    return str(words).format(number=found.number)


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}." if words else ""
