"""What the network agreed about work that is given and about conferences.

Source: the network's own practice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

NOT_ASKED = "not_asked"
AT_ONCE = timedelta(minutes=15)
"""People who meet at once write it down a moment later."""
END_OF_WORK, END_OF_DAY = time(17), time(23, 59)


@dataclass(frozen=True)
class Decision:
    """What a conference decided: what is done, of what kind, by whom, until which day."""

    words: str
    kind: str
    to: Any
    due_on: date | None

    @property
    def is_whole(self) -> bool:
        """Whether somebody must do it by a day. Source: the network's own practice."""
        return bool(self.words and self.kind and self.to and self.due_on)


def due_moment(day: date, *, now: datetime, zone: tzinfo) -> datetime:
    """By when work is due that was given until a day: at the end of work, or of the day itself.

    Source: the network's own practice.
    """
    usual = datetime.combine(day, END_OF_WORK, tzinfo=zone)
    return usual if usual > now else datetime.combine(day, END_OF_DAY, tzinfo=zone)


def may_decide(*, her_part: str, decisions: Iterable[Any]) -> bool:
    """Nothing about her is decided before she was asked. Source: the network's own practice."""
    return her_part != NOT_ASKED or not list(decisions)


def is_past(*, starts_at: datetime, now: datetime) -> bool:
    """Whether an hour is too long ago to call a conference for it; people also meet at once.

    Source: the network's own practice.
    """
    return starts_at < now - AT_ONCE


def has_begun(*, starts_at: datetime, now: datetime) -> bool:
    """Whether the hour of a conference has come. Source: the network's own practice."""
    return starts_at <= now
