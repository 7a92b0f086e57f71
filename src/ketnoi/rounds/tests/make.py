"""Scenes of rounds: a province with an officer who begins them, offers, women who look."""

from typing import Any

from ketnoi.agencies.models import Member
from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.actor import System
from ketnoi.foundation.guard.context import acting
from ketnoi.livelihood.models import Opportunity
from ketnoi.livelihood.tests import make as livelihood
from ketnoi.rounds import actions, queries
from ketnoi.rounds.jobs import run_round
from ketnoi.rounds.models import MatchingRound, RoundResult

CAN_THO, MY_HUONG, MY_TU = "92", "31591", "31567"


def holder(name: str = "Lan") -> Member:
    """A caseworker of the province."""
    return agencies.member(agencies.agency(province_id=CAN_THO), name=name)


def job_centre(name: str = "Dung", role: str = "caseworker") -> Member:
    """An officer of the job centre of the province."""
    centre = agencies.agency("job_service", "province", province_id=CAN_THO)
    return agencies.member(centre, role=role, name=name)


def offer(by: Member, **facts: Any) -> Opportunity:
    """A sewing job that fits whoever looks, in a commune she can reach."""
    about = {"commune_id": MY_HUONG, "has_childcare": True, "shifts": ["day"], **facts}
    return livelihood.opportunity(by, **about)


def woman(by: Member, *, risk: str = "high", **facts: Any) -> Case:
    """A file whose person looks for a living."""
    file = files.case(by, risk=risk)
    livelihood.profile(file, by, **facts)
    return file


def announced(by: Member, **choice: Any) -> MatchingRound:
    """A round whose seed is published and that does not run yet."""
    return actions.announce_round(by=by, now=clock.now(), **choice)


def made(by: Member, **choice: Any) -> MatchingRound:
    """A round that a worker has made."""
    round_ = announced(by, **choice)
    actions.begin_round(round_=round_, by=by, now=clock.now())
    run_round(round_id=str(round_.pk))
    round_.refresh_from_db()
    return round_


def proposed(file: Case, round_id: Any, there: Opportunity) -> RoundResult:
    """What a round proposed in a file, without making the round."""
    why = {"offer": str(there.pk), "meets": ["kind"], "points": []}
    return actions.keep_result(
        round_=MatchingRound.objects.get(pk=round_id),
        case=file,
        opportunity=there,
        told={"why": why, "to_ask": []},
        by=System(file.holder_id),
        now=clock.now(),
    )


def said(file: Case, by: Member) -> list[queries.Said]:
    """What rounds said in a file, for a member who reads it."""
    with acting(by):
        return queries.said_in(file, by)


def result_of(file: Case, by: Member) -> RoundResult:
    """What the newest round said there."""
    return said(file, by)[0].result


def taken_up(file: Case, by: Member) -> Any:
    """What a round proposed, brought to her."""
    with acting(by):
        found = queries.result_in(file, by, result_of(file, by).pk)
    assert found is not None
    return actions.take_up(result=found, case=file, by=by, now=clock.now())
