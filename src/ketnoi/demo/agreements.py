"""What the agencies of the demo agreed: one rule for all, and one that still waits."""

from typing import Any

from ketnoi.agencies import actions
from ketnoi.agencies.terms import AGREED, Purpose
from ketnoi.demo.stage import Stage

SIGNED, WAITING = 500, 3
COMING_HOME = ("wu-my-tu", "osso-can-tho", "police-can-tho", "job-service-can-tho")


def agree(stage: Stage) -> None:
    """Everybody signed the common rule; leads still have to sign the one on coming home."""
    all_ = [purpose for purpose, _label in AGREED]
    rule = _propose(stage, "Quy chế phối hợp liên ngành (mẫu)", all_, list(stage.agencies), SIGNED)
    now = stage.calendar.ago(SIGNED, "10:00")
    for party in rule.parties.select_related("agency"):
        actions.sign_agreement(party=party, by=stage.hoa, now=now)
    needs = [Purpose.PAPERS_LEGAL.value, Purpose.LIVELIHOOD.value]
    _propose(stage, "Biên bản phối hợp đón phụ nữ trở về (mẫu)", needs, COMING_HOME, WAITING)


def _propose(stage: Stage, title: str, purposes: list[str], keys: Any, days: int) -> Any:
    now = stage.calendar.ago(days, "9:00")
    return actions.propose_agreement(
        title=title,
        number="",
        purposes=purposes,
        since=now.date(),
        until=None,
        answer_hours=None,
        answer_days=None,
        agencies=[stage.agencies[key] for key in keys],
        by=stage.hoa,
        now=now,
    )
