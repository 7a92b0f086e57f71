"""What the network agreed about files: codes, steps, what may follow what."""

from datetime import date

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Letters and digits that are not mistaken for one another when read aloud."""

CONSENT_MONTHS = 12

NEXT = {
    "received": {"active", "following", "closed", "entered_in_error"},
    "active": {"following", "closed", "entered_in_error"},
    "following": {"active", "closed", "entered_in_error"},
    "closed": {"active"},
    "transferred": set(),
    "entered_in_error": set(),
}
"""Which state may follow which. Source: the network's list of states; a closed file reopens."""


def code(*, year: int, letters: str) -> str:
    """A file code: it says the year and nothing else. Source: the network's own rule."""
    return f"KN-{year % 100:02d}-{letters}"


def may_follow(*, before: str, after: str) -> bool:
    """Whether a file in one state may come to another. Source: the network's list of states."""
    return after in NEXT[before]


def consent_until(*, given_on: date, months: int = CONSENT_MONTHS) -> date:
    """The last day of a consent that names no day of its own.

    Source: the network's own rule; Law 91/2025/QH15 art. 9 (a purpose, never without end).
    """
    index = given_on.month - 1 + months
    return date(given_on.year + index // 12, index % 12 + 1, min(given_on.day, 28))
