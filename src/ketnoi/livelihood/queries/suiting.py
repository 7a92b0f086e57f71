"""What suits her, in words: for her own file, and for an agency outside it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import queries as cases
from ketnoi.foundation.actor import System
from ketnoi.foundation.guard.context import acting
from ketnoi.livelihood import rules, terms
from ketnoi.livelihood.models import Opportunity, Placement
from ketnoi.livelihood.queries.mapping import Known
from ketnoi.livelihood.queries.partners import phrases
from ketnoi.livelihood.queries.profiles import avoided_places, codes_of, profile_of
from ketnoi.matching.terms import InTheWay, Meets

if TYPE_CHECKING:
    from ketnoi.cases.actions import Place
    from ketnoi.cases.models import Case

FAR = 10**6


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


def suits(case: "Case", member: Any, found: Iterable[Opportunity]) -> Suits | None:
    """All of it, for those who read her file; nothing while nothing was written down."""
    known = known_of(case, member)
    if known is None:
        return None
    told = phrases(codes_of(known.profile))
    return _sorted([(one, known.of(one)) for one in found], told)


def suits_outside(place: "Place", found: Iterable[Opportunity]) -> Suits | None:
    """The same for an agency that works from her referral and never opens her file.

    The system judges on behalf of the holder; what comes out rests on parts she agreed to tell.
    """
    known = _known_to_the_system(place)
    if known is None:
        return None
    tells = known.profile.tells
    judged = [(one, rules.outside(known.of(one), told=tells)) for one in found]
    told = [code for code in codes_of(known.profile) if code.partition(":")[0] in tells]
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
        hard = [rule for rule in whole.against if rule in rules.NEVER_PROPOSED]
        return " ".join(_against(rules.Verdict(tuple(hard))))
    return " ".join(_against(rules.outside(whole, told=known.profile.tells)))


def _known_to_the_system(place: "Place") -> Known | None:
    system = System(place.holder_id)
    with acting(system):
        case = cases.open_today(system, cases.case_of(system, place.case_id))
        return known_of(case, system) if case else None


def known_of(case: "Case", member: Any) -> Known | None:
    """What her file says of her, for those who read it; nothing while nothing was written down."""
    profile = profile_of(case, member)
    if profile is None:
        return None
    said_no = Placement.objects.visible_to(member).filter(
        case_id__in=cases.within(case), state=terms.State.SHE_DECLINED
    )
    return Known(
        profile=profile,
        home=profile.commune or case.commune,
        avoids=frozenset(commune.pk for commune in avoided_places(case, member)),
        said_no=frozenset(str(pk) for pk in said_no.values_list("opportunity_id", flat=True)),
    )


def _sorted(judged: list[tuple[Opportunity, rules.Verdict]], known: list[str]) -> Suits:
    told = sorted((_said(one, verdict) for one, verdict in judged), key=lambda said: said.rank)
    return Suits(
        fit=[said for said in told if said.fits],
        not_fit=[said for said in told if not said.fits],
        known=known,
    )


def _said(one: Opportunity, verdict: rules.Verdict) -> Suiting:
    ask = [str(terms.TO_ASK[part]) for part in verdict.to_ask]
    return Suiting(
        opportunity=one,
        fits=verdict.fits,
        why=_why(verdict) if verdict.fits else "",
        against=_against(verdict),
        to_ask=_("Nên hỏi thêm: {what}.").format(what=", ".join(ask)) if ask else "",
        rank=(-len(verdict.meets), verdict.km or FAR),
    )


def _why(verdict: rules.Verdict) -> str:
    found = [str(Meets(rule).label) for rule in verdict.meets]
    if verdict.km is not None:
        found.append(_("cách khoảng {number} km").format(number=verdict.km))
    return _("Phù hợp vì: %(meets)s.") % {"meets": ", ".join(found)} if found else ""


def _against(verdict: rules.Verdict) -> tuple[str, ...]:
    if verdict.is_quiet:
        return (str(terms.QUIET),)
    return tuple(f"{InTheWay(rule).label}." for rule in verdict.against)
