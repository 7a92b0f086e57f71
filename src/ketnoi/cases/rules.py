"""What the network agreed about files: codes, steps, what may follow what."""

from base64 import b64decode, b64encode
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Letters and digits that are not mistaken for one another when read aloud."""

CONSENT_MONTHS = 12
SOON = timedelta(hours=2)

NEXT = {
    "received": {"active", "following", "closed", "transferred", "entered_in_error"},
    "active": {"following", "closed", "transferred", "entered_in_error"},
    "following": {"active", "closed", "transferred", "entered_in_error"},
    "closed": {"active"},
    "transferred": {"active"},
    "merged": set(),
    "entered_in_error": set(),
}
"""Which state may follow which. Source: the network's list of states; a closed file reopens, and so
does one that went to another province, when she comes back."""


def code(*, year: int, letters: str) -> str:
    """A file code: it says the year and nothing else. Source: the network's own rule."""
    return f"KN-{year % 100:02d}-{letters}"


def may_follow(*, before: str, after: str) -> bool:
    """Whether a file in one state may come to another. Source: the network's list of states."""
    return after in NEXT[before]


def by_urgency(tasks: list[Any], *, now: datetime, zone: ZoneInfo) -> dict[str, list[Any]]:
    """Tasks as a day is planned: late or due within two hours, due today, due later.

    Source: the network's own practice.
    """
    near, today = now + SOON, now.astimezone(zone).date()
    urgent = [t for t in tasks if t.due_at <= near]
    rest = [t for t in tasks if t.due_at > near]
    return {
        "urgent": urgent,
        "today": [t for t in rest if t.due_at.astimezone(zone).date() == today],
        "later": [t for t in rest if t.due_at.astimezone(zone).date() > today],
    }


def may_merge(*, status: str, into: str) -> bool:
    """Whether a file that stands so may be merged into one that stands so.

    A file that goes on is not merged into one that has ended. Source: the network's list of states.
    """
    goes_on = {"received", "active", "following"}
    return (
        into in goes_on | {"closed"}
        and status in goes_on | {"closed"}
        and (into in goes_on or status == "closed")
    )


def consent_until(*, given_on: date, months: int = CONSENT_MONTHS) -> date:
    """The last day of a consent that names no day of its own.

    Source: the network's own rule; Law 91/2025/QH15 art. 9 (a purpose, never without end).
    """
    index = given_on.month - 1 + months
    return date(given_on.year + index // 12, index % 12 + 1, min(given_on.day, 28))


def padded(size: int) -> int:
    """A size rounded up by at most an eighth, so that it tells little about what is sealed.

    Source: Padmé, in Nikitin and others, Reducing metadata leakage from encrypted files (2019).
    """
    exact = size.bit_length() - 1
    blurred = max(exact - exact.bit_length(), 0)
    step = 1 << blurred
    return -(-size // step) * step


def as_text(data: bytes, *, size: int) -> str:
    """A file as a text that can be sealed, as long as that of any file up to this size.

    Source: RFC 4648 (base64); blanks at the end say nothing.
    """
    return b64encode(data).decode().ljust(-(-size // 3) * 4)


def as_bytes(text: str) -> bytes:
    """The file again. Source: RFC 4648 (base64)."""
    return b64decode(text)
