"""What a worker brings together for a round, and what it may write down of it: for the system."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction

from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK, System
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.guard.context import acting
from ketnoi.law import queries as law
from ketnoi.livelihood import queries as livelihood
from ketnoi.matching import queries as matching
from ketnoi.people import queries as people
from ketnoi.rounds import rules
from ketnoi.rounds.models import MatchingRound, RoundResult
from ketnoi.rounds.terms import ALL, Stands

if TYPE_CHECKING:
    from ketnoi.livelihood.models import Opportunity

SMALL, MORE = "report.small_number", "round.more_places"
ASKED_ABOUT = 20
"""For so many offers, the most awaited, a round says whom more places would help."""


@dataclass(frozen=True)
class Gathered:
    """Everybody and everything of one round, in the memory of a worker and nowhere else."""

    women: dict[str, livelihood.Looking] = field(repr=False)
    offers: dict[str, "Opportunity"]
    given: list[matching.Offer]


def gathered(round_: MatchingRound, said: Callable[[int, int], Any]) -> Gathered:
    """Read every agency's files on its own behalf, and what is on offer; `said` hears how far."""
    holders = people.holders()
    women: dict[str, livelihood.Looking] = {}
    for number, holder in enumerate(holders, 1):
        women |= {one.case.code: one for one in _of_holder(holder, round_)}
        said(number, len(holders))
    with transaction.atomic(), acting(NETWORK):
        offers = {str(one.pk): one for one in livelihood.on_offer() if _is_chosen(one, round_)}
        given = livelihood.given_out(offers.values(), _promised())
    return Gathered(women, offers, given)


def made(round_: MatchingRound, found: Gathered, now: datetime) -> "matching.Round":
    """The best round of these, with its seed."""
    homes = [one.home for one in found.women.values()]
    there = [one.commune for one in found.offers.values()]
    return matching.round_of(
        [one.seeker for one in found.women.values()],
        found.given,
        livelihood.on_the_map([*homes, *there]),
        now.astimezone(ZONE).date(),
        round_.seed,
    )


def numbers_of(best: "matching.Round", now: datetime) -> dict[str, list[dict[str, Any]]]:
    """What may be told of a round outside every file: coarse, small numbers left out."""
    today = now.astimezone(ZONE).date()
    fewest = int(law.fact(SMALL, on=today).value or 0)
    more = int(law.fact(MORE, on=today).value or 0)
    return {"shares": _shares(best, fewest), "wanted": _wanted(best, fewest, more)}


def more_places() -> int:
    """With how many more places at an offer a round is made again, to see whom they would help."""
    return int(law.fact(MORE, on=clock.today()).value or 0)


def _shares(best: "matching.Round", fewest: int) -> list[dict[str, Any]]:
    women, placed = len(best.asked.seekers), len(best.proposals)
    found = []
    for one in [matching.Share(ALL, women, placed, 0), *matching.shares(best)]:
        told = rules.coarse(placed=one.placed, women=one.women, fewest=fewest)
        if told:
            found.append({"group": one.group, **vars(told), "is_reached": one.placed >= one.least})
    return found


def _wanted(best: "matching.Round", fewest: int, more: int) -> list[dict[str, Any]]:
    found = []
    awaited = [offer for offer, many in matching.awaited_at(best).items() if many >= fewest]
    for offer in awaited[:ASKED_ABOUT]:
        gain = matching.one_more(best, offer, more)
        helps = rules.told_count(len(gain.placed) + len(gain.better), fewest=fewest)
        if helps:
            found.append({"offer": offer, "helps": helps})
    return found


def _of_holder(holder: UUID, round_: MatchingRound) -> list[livelihood.Looking]:
    system = System(holder)
    with transaction.atomic(), acting(system):
        asked = _standing_cases(system)
        return [
            one
            for one in livelihood.looking(system)
            if asked.isdisjoint(cases.within(one.case)) and _lives_there(one, round_)
        ]


def _standing_cases(system: System) -> set[UUID]:
    mine = RoundResult.objects.visible_to(system).filter(state=Stands.PROPOSED)
    return set(mine.values_list("case_id", flat=True))


def _promised() -> Counter[str]:
    """Places about which a round before asks somebody now."""
    standing = RoundResult.objects.visible_to(NETWORK).filter(state=Stands.PROPOSED)
    found = standing.filter(until__gt=clock.now())
    return Counter(map(str, found.values_list("opportunity_id", flat=True)))


def _lives_there(one: livelihood.Looking, round_: MatchingRound) -> bool:
    if round_.communes:
        return one.home is not None and one.home.pk in round_.communes
    if one.home is not None:
        return one.home.province_id == round_.province_id
    return one.case.holder.province_id in {None, round_.province_id}


def _is_chosen(one: "Opportunity", round_: MatchingRound) -> bool:
    is_kind = not round_.kinds or one.kind in round_.kinds
    is_near = one.commune is None or one.commune.province_id == round_.province_id
    return is_kind and is_near
