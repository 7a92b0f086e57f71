"""Scenes of reintegration: a file that is followed."""

from datetime import datetime, timedelta

from ketnoi.agencies.models import Member
from ketnoi.cases.models import Case
from ketnoi.foundation import clock
from ketnoi.reintegration import actions
from ketnoi.reintegration.models import FollowUp


def plan(file: Case, *, by: Member, start: datetime | None = None) -> list[FollowUp]:
    """The four follow-ups of a file, counted from today or from another start."""
    now = clock.now()
    return actions.plan_follow_ups(case=file, start=start or now, by=by, now=now)


def done(follow_up: FollowUp, *, by: Member, **said: str) -> FollowUp:
    """A follow-up after which all is well, unless the test says otherwise."""
    about = {"how": "phone", "outcome": "stable", **said}
    return actions.do_follow_up(follow_up=follow_up, by=by, now=clock.now(), **about)


def before_today(days: int) -> datetime:
    """The same hour, some days ago."""
    return clock.now() - timedelta(days=days)
