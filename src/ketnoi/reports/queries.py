"""What the board says: counted a while ago where that is recent enough, else counted now."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from ketnoi.cases import queries as cases
from ketnoi.referrals import queries as referrals
from ketnoi.reports import rules
from ketnoi.reports.models import Reading

DAYS = 90
MOST_AGENCIES = 150
KEPT = ("at", "lost", "forgotten", "without_deadline", "more")


@dataclass(frozen=True)
class Waiting:
    """How much waits at one agency, and how much of it is late."""

    agency: str
    open: int
    late: int


@dataclass(frozen=True)
class Board:
    """The numbers of the network as of a moment.

    lost: files that go on and in which nothing waits. forgotten, without_deadline: requests.
    more: agencies that are not listed.
    """

    at: datetime
    figures: referrals.Figures
    lost: int
    forgotten: int
    without_deadline: int
    waiting: list[Waiting]
    more: int


def board(member: Any, *, now: datetime) -> Board:
    """The numbers of the network, as this coordinator may know them."""
    kept = Reading.objects.visible_to(member).filter(member_id=member.member_id).first()
    if kept is not None and rules.is_recent(at=kept.at, now=now):
        return _as_kept(kept)
    return counted(member, now=now)


def counted(member: Any, *, now: datetime) -> Board:
    """The numbers counted at this moment; among a hundred thousand files that takes a second."""
    agencies = cases.waiting_by_agency(member, now=now)
    return Board(
        at=now,
        figures=referrals.figures(member, since=now - timedelta(days=DAYS), now=now),
        lost=cases.lost_files(member),
        forgotten=len(referrals.forgotten(member, now=now)),
        without_deadline=referrals.without_deadline(member),
        waiting=[
            Waiting(a["agency__name"], a["open"], a["late"]) for a in agencies[:MOST_AGENCIES]
        ],
        more=len(agencies[MOST_AGENCIES:]),
    )


def _as_kept(kept: Reading) -> Board:
    figures = referrals.Figures(
        sent=kept.sent, due=kept.due, in_time=kept.in_time, median_days=kept.median_days
    )
    same = {name: getattr(kept, name) for name in KEPT}
    waiting = [Waiting(*line) for line in kept.waiting]
    return Board(figures=figures, waiting=waiting, **same)
