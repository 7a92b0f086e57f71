"""What is done with money that was lent: a part of the matrix."""

from typing import Any

from ketnoi.agencies.terms import Role
from ketnoi.foundation import clock
from ketnoi.lending import actions as lending
from ketnoi.lending.tests import make as loans
from ketnoi.lending.tests import make_groups as groups
from tests.access.acts import (
    HOLDERS,
    OFFICERS_ANYWHERE,
    PARTNERS,
    TAKE_PART,
    WORKERS,
    Act,
    at,
    into,
)
from tests.access.scene import RELATIONS, Scene

ACTS: list[Act] = []
act = into(ACTS)
BOTH_SIDES = at("holder", WORKERS) | at("partner", WORKERS)


@act("lend money of the own agency", BOTH_SIDES | at("police", WORKERS), TAKE_PART)
def _lend(s: Scene, by: Any) -> None:
    loans.lent(s.file, by)


@act("write down what she paid back", BOTH_SIDES, HOLDERS | PARTNERS)
def _repaid(s: Scene, by: Any) -> None:
    loans.repaid(s.loan, 5, by=by)


@act("ask again about the partner's loan", BOTH_SIDES, HOLDERS | PARTNERS)
def _ask_again(s: Scene, by: Any) -> None:
    lending.ask_again(loan=s.loan, on=clock.today(), by=by, now=clock.now())


@act("let her pause the partner's loan", at("partner", WORKERS), PARTNERS)
def _pause(s: Scene, by: Any) -> None:
    loans.paused(s.loan, 2, by=by)


@act("give the partner's loan another schedule", at("partner", WORKERS), PARTNERS)
def _reschedule(s: Scene, by: Any) -> None:
    loans.rescheduled(s.loan, 3, by=by)


# To the database a counter entry is an entry like a payment, which the holder writes down too.
@act("take a loan back that was a mistake", at("partner", WORKERS), HOLDERS | PARTNERS)
def _take_loan_back(s: Scene, by: Any) -> None:
    loans.taken_back(s.loan, s.loan.key, by=by)


@act("propose to forgive the partner's loan", at("partner", WORKERS), PARTNERS)
def _propose_to_forgive(s: Scene, by: Any) -> None:
    loans.wished_forgiven(s.loan, by=by)


@act("forgive the partner's loan", at("partner", (Role.LEAD,)), PARTNERS)
def _forgive(s: Scene, by: Any) -> None:
    lending.agree_to_forgiveness(forgiveness=s.forgiveness, by=by, now=clock.now())


@act("send back the wish to forgive", at("partner", (Role.LEAD,)), PARTNERS)
def _do_not_forgive(s: Scene, by: Any) -> None:
    lending.return_forgiveness(forgiveness=s.forgiveness, by=by, now=clock.now())


@act(
    "open a savings group",
    frozenset((r, w.value) for r in RELATIONS for w in WORKERS),
    OFFICERS_ANYWHERE,
)
def _open_group(_s: Scene, by: Any) -> None:
    groups.group(by)


@act("write in the book of the partner's group", at("partner", WORKERS), PARTNERS)
def _meet(s: Scene, by: Any) -> None:
    groups.met(s.saver.group, {s.saver: 1}, by=by)


@act("share out the partner's group", at("partner", WORKERS), PARTNERS)
def _share_out(s: Scene, by: Any) -> None:
    groups.shared(s.saver.group, by=by)


@act("destroy the name of a member of the partner's group", at("partner", WORKERS), PARTNERS)
def _forget(s: Scene, by: Any) -> None:
    lending.forget_saver(saver=s.guest, by=by, now=clock.now())
