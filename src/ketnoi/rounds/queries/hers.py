"""What rounds said in one file, for those who accompany her: every reason, in words."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.actor import System
from ketnoi.foundation.clock import ZONE
from ketnoi.livelihood import queries as livelihood
from ketnoi.livelihood.terms import TO_ASK
from ketnoi.matching import queries as matching
from ketnoi.matching.terms import InTheWay
from ketnoi.rounds import rules
from ketnoi.rounds.models import RoundResult
from ketnoi.rounds.terms import SENTENCES, Stands

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.livelihood.models import Opportunity

NEAR = ("round", "opportunity__commune__province", "opportunity__agency", "placement", "state_by")
SHOWN, NEAR_OFFERS, FEW_RULES = 12, 8, 2


@dataclass(frozen=True)
class Said:
    """What one round said in her file, as it stands now."""

    result: RoundResult
    stands: str
    sentence: str
    why: list[str]
    to_ask: str

    @property
    def label(self) -> str:
        """Where it stands, in a word or two."""
        return str(Stands(self.stands).label)

    @property
    def waits(self) -> bool:
        """Whether she may be asked about it now."""
        return self.stands == Stands.PROPOSED


@dataclass(frozen=True)
class NearOffer:
    """An opportunity that she was not proposed to, and what stands in the way."""

    opportunity: "Opportunity"
    against: list[str]


def said_in(case: "Case", member: Any) -> list[Said]:
    """What rounds said in this file and those merged into it, the newest first."""
    within = cases.within(case)
    found = _results(member).filter(case_id__in=within).order_by("-made_at")[:SHOWN]
    now = clock.now()
    return [_said(_with_file(one, within), now) for one in found]


def result_in(case: "Case", member: Any, pk: UUID) -> RoundResult | None:
    """One of them, found through her file."""
    return _results(member).filter(pk=pk, case_id__in=cases.within(case)).first()


def standing_in(case: "Case", member: Any) -> list[RoundResult]:
    """What was proposed in this file and has not ended."""
    within = cases.within(case)
    return list(_results(member).filter(case_id__in=within, state=Stands.PROPOSED))


def standing_of_holder(system: System) -> list[RoundResult]:
    """What was proposed in the files of one agency and has not ended, for the system's round."""
    mine = _results(system).filter(holder_id=system.files, state=Stands.PROPOSED)
    return list(mine.select_related("opportunity", "case").order_by("pk"))


def ends_as(result: RoundResult, now: datetime) -> str | None:
    """How a proposal has ended by what became of its offer or of time; None while it stands."""
    offer = result.opportunity
    if offer is None or result.until is None:
        return None
    on_offer = offer.is_on_offer(now.astimezone(ZONE).date())
    return rules.ends_as(until=result.until, now=now, on_offer=on_offer, left=offer.left)


def near_offers(case: "Case", member: Any) -> list[NearOffer]:
    """Offers of today that nearly fit her, each with all that stands in the way."""
    known = livelihood.known_of(case, member)
    if known is None:
        return []
    judged = [(known.of(one).against, one) for one in livelihood.on_offer()]
    near = sorted((told for told in judged if len(told[0]) <= FEW_RULES), key=_fewest_first)
    return [NearOffer(one, _in_words(against)) for against, one in near[:NEAR_OFFERS]]


def _fewest_first(told: tuple[tuple[str, ...], "Opportunity"]) -> tuple[int, str]:
    return len(told[0]), told[1].title


def _in_words(against: tuple[str, ...]) -> list[str]:
    rules_ = against or (InTheWay.NOT_THIS_TIME.value,)
    return [f"{InTheWay(rule).label}." for rule in rules_]


def _results(member: Any) -> QuerySet[RoundResult]:
    return RoundResult.objects.visible_to(member).select_related(*NEAR)


def _with_file(result: RoundResult, within: dict[UUID, "Case"]) -> RoundResult:
    result.case = within[result.case_id]
    return result


def _said(result: RoundResult, now: datetime) -> Said:
    kept = json.loads(result.told.open())
    is_proposed = result.state == Stands.PROPOSED
    stands = (is_proposed and ends_as(result, now)) or result.state
    ask = [str(TO_ASK[part]) for part in kept["to_ask"]]
    return Said(
        result=result,
        stands=stands,
        sentence=str(SENTENCES.get(stands, "")),
        why=matching.said(kept["why"]),
        to_ask=_("Nên hỏi thêm: {what}.").format(what=", ".join(ask)) if ask else "",
    )
