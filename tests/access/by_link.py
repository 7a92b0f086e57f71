"""What an agency does so that a partner without an account can answer: part of the matrix."""

from typing import Any

from ketnoi.foundation import clock
from ketnoi.referrals import actions as referrals
from tests.access.acts import HOLDERS, WORKERS, Act, at, into
from tests.access.scene import Scene

ACTS: list[Act] = []
act = into(ACTS)


@act("issue a guest link", at("holder", WORKERS), HOLDERS)
def _issue_link(s: Scene, by: Any) -> None:
    referrals.issue_link(referral=s.sent, way="link", by=by, now=clock.now())


@act("recall a guest link", at("holder", WORKERS), HOLDERS)
def _recall_link(s: Scene, by: Any) -> None:
    referrals.recall_link(referral=s.accepted, by=by, now=clock.now())


@act("try the code of a guest link", at("holder", WORKERS), HOLDERS)
def _try_code(s: Scene, by: Any) -> None:
    referrals.try_code(link=s.link, code="…", by=by, now=clock.now())


@act("type what a guest told by phone", at("holder", WORKERS), HOLDERS)
def _by_phone(s: Scene, by: Any) -> None:
    said = {"outcome": "met", "by": by, "now": clock.now()}
    referrals.answer_by_phone(link=s.link, step="closed", **said)
