"""What lets a partner without an account answer: a part of the matrix."""

from typing import Any

from ketnoi.foundation import clock
from ketnoi.livelihood import actions as livelihood
from tests.access.acts import HOLDERS, WORKERS, Act, at, into
from tests.access.scene import Scene

ACTS: list[Act] = []
act = into(ACTS)


@act("issue a link to a partner", at("holder", WORKERS), HOLDERS)
def _issue(s: Scene, by: Any) -> None:
    livelihood.issue_partner_link(placement=s.to_workshop, by=by, now=clock.now())


@act("recall the link of a partner", at("holder", WORKERS), HOLDERS)
def _recall(s: Scene, by: Any) -> None:
    livelihood.recall_partner_link(placement=s.to_workshop, by=by, now=clock.now())
