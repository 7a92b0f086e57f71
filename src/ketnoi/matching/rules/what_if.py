"""What one more place would change: the round is made again with it, and the two are compared.

Source: the round itself. Women appear as ids only.
"""

from dataclasses import dataclass

from ketnoi.matching.rules.columns import Array
from ketnoi.matching.rules.pairs import Pairs
from ketnoi.matching.rules.rounds import Round, proposals
from ketnoi.matching.rules.solving import Search


@dataclass(frozen=True)
class Gain:
    """Who would come to a place, or to a better one, and what the round would be worth more."""

    offer: str
    placed: tuple[str, ...]
    """Women who have none now."""
    better: tuple[str, ...]
    """Women whose place would be worth more to them."""
    points: int


def one_more(round_: Round, offer: str, more: int = 1) -> Gain:
    """What would change with more places at this offer, the floors as they are.

    Source: the round, made again.
    """
    asked = round_.asked.with_places(offer, more)
    floors = round_.fair.floors
    search = Search(asked.pairs, tuple(floor.women for floor in floors))
    found = search.best([floor.least for floor in floors])
    then = _points(asked.pairs, found.offer_of)
    now = _points(round_.asked.pairs, round_.optimum.offer_of)
    named = proposals(asked, found.offer_of)
    ids = [s.id for s in asked.seekers]
    helped = [ids[number] for number, earned in then.items() if earned > now.get(number, 0)]
    return Gain(
        offer,
        tuple(i for i in helped if i not in round_.proposals and i in named),
        tuple(i for i in helped if i in round_.proposals),
        sum(then.values()) - sum(now.values()),
    )


def _points(told: Pairs, offer_of: Array) -> dict[int, int]:
    """What each woman's place is worth."""
    chosen = offer_of[told.woman] == told.offer
    return dict(zip(told.woman[chosen].tolist(), told.points[chosen].tolist(), strict=True))
