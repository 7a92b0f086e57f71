"""What is done with opportunities, profiles and placements. Each action is one sentence."""

from datetime import datetime
from typing import Any

from ketnoi.foundation.action import Refused, together
from ketnoi.foundation.actor import NETWORK
from ketnoi.livelihood import queries
from ketnoi.livelihood.actions.links import (
    end_old_links,
    issue_partner_link,
    recall_partner_link,
    say_by_link,
    try_partner_code,
)
from ketnoi.livelihood.actions.lists import add_offers, bring_offers, drop_offers
from ketnoi.livelihood.actions.offers import add_opportunity, take_off, verify_partner
from ketnoi.livelihood.actions.partners import say_of
from ketnoi.livelihood.actions.placements import (
    end_placement,
    end_with_offer,
    hear_partner,
    partner_decides,
    propose_placement,
    recall_placement,
    she_decides,
    start_placement,
    stop_placement,
)
from ketnoi.livelihood.actions.profiles import forget_profile, forget_told, write_profile
from ketnoi.livelihood.models import Candidate, Opportunity, PartnerLink

__all__ = [
    "Refused",
    "add_offers",
    "add_opportunity",
    "answer_by_link",
    "answer_candidate",
    "bring_offers",
    "drop_offers",
    "end_old_links",
    "end_placement",
    "forget_profile",
    "forget_told",
    "issue_partner_link",
    "partner_decides",
    "propose_placement",
    "recall_partner_link",
    "recall_placement",
    "she_decides",
    "start_placement",
    "stop_placement",
    "try_partner_code",
    "verify_partner",
    "withdraw_opportunity",
    "write_profile",
]


@together
def withdraw_opportunity(*, opportunity: Opportunity, by: Any, now: datetime) -> Opportunity:
    """The offer no longer stands: what has started goes on, what was proposed ends in a sentence.

    The agency that withdraws it learns nothing of whom it was proposed to: the system ends it.
    """
    gone = take_off(opportunity=opportunity, by=by, now=now)
    for placement in queries.standing_on(gone):
        end_with_offer(placement=placement, said_by=by, by=NETWORK, now=now)
    return gone


@together
def answer_candidate(
    *, candidate: Candidate, answer: str, by: Any, now: datetime, reason: str = ""
) -> Candidate:
    """The partner answers on its own page, and both desks know at once.

    It learns neither whose file it is nor who asked: the system brings the answer there.
    """
    said = say_of(candidate=candidate, answer=answer, reason=reason, by=by, now=now)
    heard: dict[str, Any] = {
        "answer": said.state,
        "reason": said.reason,
        "said_by": said.answered_by,
    }
    placement = queries.placement_behind(said)
    hear_partner(placement=placement, by=NETWORK, now=now, **heard)
    return said


@together
def answer_by_link(
    *, link: PartnerLink, answer: str, by: Any, now: datetime, reason: str = ""
) -> PartnerLink:
    """A partner without an account answers by its link, and both desks know at once."""
    said = say_by_link(link=link, answer=answer, reason=reason, by=by, now=now)
    heard: dict[str, Any] = {
        "answer": said.answer,
        "reason": said.reason,
        "said_by": queries.who_issued(said),
    }
    placement = queries.placement_behind(said)
    hear_partner(placement=placement, by=NETWORK, now=now, **heard)
    return said
