"""Until when a number that was counted may be shown."""

from datetime import datetime, timedelta

FRESH = timedelta(minutes=25)


def is_recent(*, at: datetime, now: datetime) -> bool:
    """Whether a count may still be shown: two rounds of the system and a little.

    Source: the rounds of `jobs`. A clock that was moved back makes a count of the future old.
    """
    return timedelta() <= now - at <= FRESH
