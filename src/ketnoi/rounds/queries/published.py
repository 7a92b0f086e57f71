"""A round as the network reads it: its seed, where it stands, shares, where places lack."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import QuerySet

from ketnoi.foundation import clock
from ketnoi.livelihood import queries as livelihood
from ketnoi.livelihood.terms import Group
from ketnoi.places import queries as places
from ketnoi.rounds import rules, terms
from ketnoi.rounds.models import MatchingRound

if TYPE_CHECKING:
    from ketnoi.livelihood.models import Opportunity

NEAR = ("agency", "province", "announced_by", "begun_by", "ended_by")


@dataclass(frozen=True)
class Line:
    """How one group fared: a share in per cent, between which the true one lies, its floor."""

    group: str
    share: int
    low: int
    high: int
    is_reached: bool


@dataclass(frozen=True)
class Lack:
    """An opportunity at which more places would help so many women."""

    opportunity: "Opportunity"
    helps: int


def rounds() -> QuerySet[MatchingRound]:
    """All rounds, the newest first; every member of the network reads that they were announced."""
    return MatchingRound.objects.select_related(*NEAR).order_by("-announced_at")


def round_of_network(member: Any, pk: UUID) -> MatchingRound | None:
    """One round."""
    return rounds().filter(pk=pk).first()


def under_way(province_id: str | None) -> MatchingRound | None:
    """The round of a province that was announced and has not ended."""
    return rounds().filter(province_id=province_id, state__in=terms.UNDER_WAY).first()


def to_run(pk: str) -> MatchingRound | None:
    """The round a worker was asked to make, while it is still to be made."""
    return rounds().filter(pk=pk, state=terms.State.RUNNING).first()


def is_stuck(round_: MatchingRound) -> bool:
    """Whether a round that was begun should have ended long ago."""
    if round_.state != terms.State.RUNNING or round_.begun_at is None:
        return False
    return rules.is_stuck(begun_at=round_.begun_at, now=clock.now())


def lines_of(round_: MatchingRound) -> list[Line]:
    """How each group fared, in words."""
    return [Line(**{**line, "group": _words(line["group"])}) for line in round_.shares]


def lacks_of(round_: MatchingRound) -> list[Lack]:
    """Where more places would help most, of what is still on offer."""
    offers = {str(one.pk): one for one in livelihood.opportunities()}
    found = [Lack(offers[o["offer"]], o["helps"]) for o in round_.wanted if o["offer"] in offers]
    return sorted(found, key=lambda lack: -lack.helps)


def choice_in_words(round_: MatchingRound) -> Iterator[str]:
    """Which communes were chosen; nothing for the whole province."""
    for code in round_.communes:
        commune = places.commune(code)
        if commune:
            yield commune.label


def _words(group: str) -> str:
    kind, _colon, value = group.partition(":")
    if kind == "commune":
        commune = places.commune(value)
        return commune.label if commune else value
    return str(Group(value).label if kind == "people" else terms.GROUPS[group])
