"""When a word is due about something that waits, and at which hours it is said."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

SOON, LATE, ESCALATED = "soon", "late", "escalated"


def words_due(
    *, made_at: datetime, due_at: datetime, now: datetime, soon: int, escalated: int
) -> list[str]:
    """The words that are due by now about a task that waits since then.

    soon, escalated: after how many per cent of its time. Source: the network's agreed clocks.
    """
    whole = due_at - made_at
    starts = {SOON: whole * soon / 100, LATE: whole, ESCALATED: whole * escalated / 100}
    return [word for word, start in starts.items() if made_at + start <= now]


def is_quiet(*, now: datetime, zone: ZoneInfo, since: int, until: int) -> bool:
    """Whether people sleep: from one hour of the evening to one of the morning.

    Source: the network's agreed quiet hours.
    """
    hour = now.astimezone(zone).hour
    return hour >= since or hour < until


def cannot_wait(*, made_at: datetime, due_at: datetime, since: int, until: int) -> bool:
    """Whether a task would be over before the night is: of such a one people are told at any hour.

    Source: the network's agreed quiet hours.
    """
    return due_at - made_at <= timedelta(hours=24 - since + until)
