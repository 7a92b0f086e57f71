"""A round that was made comes into the files: all of it, or nothing."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ketnoi.foundation.action import together
from ketnoi.foundation.actor import System
from ketnoi.foundation.guard.context import acting
from ketnoi.livelihood.queries import Looking
from ketnoi.matching import queries as matching
from ketnoi.rounds.actions.hers import keep_result
from ketnoi.rounds.actions.rounds import finish_round
from ketnoi.rounds.models import MatchingRound

if TYPE_CHECKING:
    from ketnoi.rounds.queries import Gathered


@together
def conclude_round(
    *,
    round_: MatchingRound,
    found: "Gathered",
    best: "matching.Round",
    numbers: dict[str, list[dict[str, Any]]],
    by: System,
    now: datetime,
) -> None:
    """Write into each file what the round says there, on behalf of its holder, and end the round.

    One transaction: a worker that fell begins anew, and nobody is proposed twice.
    """
    finish_round(round_=round_, by=by, now=now, **numbers)
    for holder, women in _by_holder(found).items():
        own = System(holder)
        with acting(own):
            for one in women:
                _keep(round_, found, best, one, by=own, now=now)


def _keep(
    round_: MatchingRound,
    found: "Gathered",
    best: "matching.Round",
    one: Looking,
    *,
    by: System,
    now: datetime,
) -> None:
    code = one.case.code
    offer = found.offers.get(best.proposals.get(code, ""))
    why, to_ask = matching.kept_of(best, code), one.to_ask_at(offer)
    if offer is not None:
        why["meets"] = [rule for rule in why["meets"] if rule not in to_ask]
    told = {"why": why, "to_ask": to_ask}
    keep_result(round_=round_, case=one.case, opportunity=offer, told=told, by=by, now=now)


def _by_holder(found: "Gathered") -> dict[UUID, list[Looking]]:
    women: dict[UUID, list[Looking]] = {}
    for one in found.women.values():
        women.setdefault(one.case.holder_id, []).append(one)
    return women
