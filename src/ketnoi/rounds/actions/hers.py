"""What a round says in a file, and what becomes of it: she is asked, it lapses, its offer goes."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import GOES_ON, Step, TaskKind
from ketnoi.foundation.action import Refused, action, note, part, together
from ketnoi.foundation.actor import System
from ketnoi.foundation.guard.context import acting
from ketnoi.law import queries as law
from ketnoi.livelihood import actions as livelihood
from ketnoi.people import queries as people
from ketnoi.rounds import access, queries
from ketnoi.rounds.models import MatchingRound, RoundResult
from ketnoi.rounds.terms import SENTENCES, Stands

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.livelihood.models import Opportunity, Placement

PAGE = "rounds:hers"


@action
def keep_result(
    *,
    round_: MatchingRound,
    case: "Case",
    opportunity: "Opportunity | None",
    told: dict[str, Any],
    by: System,
    now: datetime,
) -> RoundResult:
    """What the round says of her is kept in her file; a proposal waits on her officer's desk."""
    result = RoundResult(
        round=round_,
        case=case,
        holder_id=case.holder_id,
        opportunity=opportunity,
        made_at=now,
        until=law.due(code="round.stands", start=now) if opportunity else None,
        state=Stands.PROPOSED if opportunity else Stands.NOTHING,
        state_at=now,
    )
    result.told = json.dumps(told)
    result.save(force_insert=True)
    if opportunity is not None:
        _lay_on_desk(case, "placement.ask_her", now)
    note(f"round.{result.state}", by=by, about=result)
    return result


@together
def take_up(*, result: RoundResult, case: "Case", by: Any, now: datetime) -> "Placement":
    """Her officer takes it up: from here on she is asked like about any other proposal.

    She decides first; a partner hears of her only after her yes.
    """
    if not access.may_take_up(member=by, case=case):
        raise Refused(_("Chỉ đơn vị phụ trách hồ sơ mới hỏi về đề xuất này."))
    ended, offer = queries.ends_as(result, now), result.opportunity
    if result.state != Stands.PROPOSED or ended or offer is None:
        raise Refused(str(SENTENCES[ended or result.state]))
    place = cases.Place(case.pk, case.holder_id, case.code)
    placement = livelihood.propose_placement(place=place, opportunity=offer, by=by, now=now)
    mark_taken_up(result=result, placement=placement, by=by, now=now)
    return placement


@action
def mark_taken_up(
    *, result: RoundResult, placement: "Placement", by: Any, now: datetime
) -> RoundResult:
    """What the round proposed goes its way as a placement."""
    fresh = _still_proposed(result)
    fresh.placement = placement
    _settle(fresh, Stands.TAKEN_UP, by=by, now=now)
    note("round.taken_up", by=by, about=fresh)
    return fresh


@action
def end_result(*, result: RoundResult, state: str, by: Any, now: datetime) -> RoundResult:
    """It goes no further: its day passed, its offer is gone or full, or the file ended.

    The row stays in her file with the sentence why; whoever keeps the file looks at the next step.
    """
    fresh = _still_proposed(result)
    _settle(fresh, state, by=by, now=now)
    if state != Stands.STOPPED:
        _lay_on_desk(fresh.case, "case.next_step", now)
    note(f"round.{state}", by=by, about=fresh)
    return fresh


@together
def stop_results(*, case: "Case", by: Any, now: datetime) -> None:
    """The file ends or goes elsewhere: nothing that a round proposed is asked any more."""
    for result in queries.standing_in(case, by):
        end_result(result=result, state=Stands.STOPPED, by=by, now=now)


@together
def go_round(*, by: System, now: datetime) -> None:
    """The system's own look: what has lapsed, or stands on an offer that is gone or full, ends."""
    for holder in people.holders():
        own = System(holder)
        with acting(own):
            for result in queries.standing_of_holder(own):
                _end_what_has_ended(result, by=own, now=now)


def _end_what_has_ended(result: RoundResult, *, by: System, now: datetime) -> None:
    if result.case.status not in GOES_ON:
        return
    state = Stands.STOPPED if result.case.restricted_at else queries.ends_as(result, now)
    if state:
        end_result(result=result, state=state, by=by, now=now)


def _still_proposed(result: RoundResult) -> RoundResult:
    """The row as it stands now, locked; refused when somebody was a moment faster."""
    fresh = RoundResult.objects.select_for_update(of=("self",)).get(pk=result.pk)
    if fresh.state != Stands.PROPOSED:
        raise Refused(str(SENTENCES[fresh.state]))
    return fresh


@part
def _settle(result: RoundResult, state: str, *, by: Any, now: datetime) -> None:
    result.state, result.state_at, result.state_by_id = state, now, by.member_id
    result.save(update_fields=["state", "state_at", "state_by", "placement"])
    cases.settle(case_id=result.case_id, kind=TaskKind.NEXT_STEP, by=by, now=now)


@part
def _lay_on_desk(case: "Case", clock: str, now: datetime) -> None:
    """On her officer's desk, as a next step like any other: who oversees desks learns no more."""
    cases.ask(
        case=case,
        kind=TaskKind.NEXT_STEP,
        step=Step.LIVELIHOOD,
        agency_id=case.holder_id,
        asker_id=case.holder_id,
        member_id=case.keeper_id,
        page=PAGE,
        due_at=law.due(code=clock, start=now),
        now=now,
    )
