"""What is danger in somebody's own words, how a request to be called goes on, when it may end."""

import re
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from ketnoi.foundation.vietnamese.text import fold

MOST_IN_AN_HOUR = 3
"""So many requests of one number are kept within an hour; more say nothing new."""
TRIES = 3
FORM_LASTS = timedelta(days=1)
DANGER = re.compile(
    r"\b(cuu (toi|em|minh|voi|con)|giup gap|khan cap|nguy hiem|dang (bi )?(danh|nhot|giu|doa)"
    r"|bi (danh|nhot|dam|chem|bop co|cuong hiep)|(doa|muon|se|doi) giet|giet (toi|em|con|chet)"
    r"|tu tu|uong thuoc sau|khong muon song|chay mau|bo tron|nhot (toi|em|trong)"
    r"|help me|emergency|danger|kill|beat(ing|en)? me|locked (me )?(in|up)|suicide)\b"
)
DANGER_IN_KHMER = ("ជួយផង", "គ្រោះថ្នាក់", "សម្លាប់", "វាយខ្ញុំ", "បន្ទាន់")
"""Words for danger now, without marks. Too many rather than too few: they only show numbers."""

ENDS = {
    "taken_in": {"agreed"},
    "helped": {"talked", "agreed"},
    "nothing_more": {"nothing_more", "talked", "agreed"},
    "not_again": {"wrong_person", "nothing_more", "talked"},
}
"""After what somebody was told on the telephone a request may end in this way."""


def says_danger(texts: Iterable[str]) -> bool:
    """Whether somebody writes that she is in danger now.

    Source: the network's own rule: the numbers 113 and 111 are shown too often rather than once
    too seldom; nothing else depends on it but that she is called sooner.
    """
    return any(_says_danger(text) for text in texts)


def may_end(*, outcome: str, tries: Collection[str]) -> bool:
    """Whether a request may end in this way, after these tries to reach her.

    Source: the network's own rule: nobody is given up before three calls, and nobody is said to
    want nothing who was not spoken to.
    """
    if outcome == "unreached":
        return len(tries) >= TRIES and not set(tries) & {"talked", "agreed"}
    return bool(ENDS[outcome] & set(tries))


def may_be_written_down(*, tries: Collection[str]) -> bool:
    """Whether what she said on the public page may go into a file: only after she agreed.

    Source: Law 91/2025 on personal data; to be called back is not to be recorded.
    """
    return "agreed" in tries


def may_keep_more(*, kept: int) -> bool:
    """Whether one more request of the same number within the hour is kept.

    Source: the network's own rule; whoever sends is told the same either way.
    """
    return kept < MOST_IN_AN_HOUR


def is_over(*, due: datetime, now: datetime) -> bool:
    """Whether somebody should have called by now. Source: the nature of a deadline."""
    return now > due


def _says_danger(text: str) -> bool:
    return bool(DANGER.search(fold(text))) or any(word in text for word in DANGER_IN_KHMER)
