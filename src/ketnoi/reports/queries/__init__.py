"""What the board says: counted a while ago where that is recent enough, else counted now."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from ketnoi.cases import queries as cases
from ketnoi.foundation.clock import ZONE
from ketnoi.referrals import queries as referrals
from ketnoi.reintegration import queries as lives
from ketnoi.reports import rules
from ketnoi.reports.models import Reading

DAYS, YEAR = 90, 365
MOST_AGENCIES = 150
LONGEST = 12
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
    work: lives.Work
    lost: int
    forgotten: int
    without_deadline: int
    waiting: list[Waiting]
    more: int


def last_year(now: datetime) -> dict[str, date]:
    """The days in which visits were due that the numbers of a year are made of."""
    today = now.astimezone(ZONE).date()
    return {"since": today - timedelta(days=YEAR - 1), "until": today}


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
        work=lives.in_work_after(member, month=LONGEST, **last_year(now)),
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
    work = lives.Work(kept.to_ask, kept.answered, kept.in_work)
    same = {name: getattr(kept, name) for name in KEPT}
    waiting = [Waiting(*line) for line in kept.waiting]
    return Board(figures=figures, work=work, waiting=waiting, **same)
