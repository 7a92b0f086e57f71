"""When people are told again, and when they are let sleep."""

from datetime import datetime, timedelta

import pytest

from ketnoi.foundation.clock import ZONE
from ketnoi.reminding import rules

MADE = datetime(2026, 11, 23, 9, tzinfo=ZONE)
HOUR = timedelta(hours=1)


def due(after, *, hours=4):
    times = {"made_at": MADE, "due_at": MADE + hours * HOUR, "now": MADE + after}
    return rules.words_due(**times, soon=75, escalated=125)


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (timedelta(hours=2, minutes=59), []),
        (3 * HOUR, ["soon"]),
        (4 * HOUR, ["soon", "late"]),
        (timedelta(hours=4, minutes=59), ["soon", "late"]),
        (5 * HOUR, ["soon", "late", "escalated"]),
    ],
)
def test_words_come_one_after_the_other(after, words):
    assert due(after) == words


@pytest.mark.parametrize(
    ("hour", "quiet"), [(20, False), (21, True), (0, True), (6, True), (7, False)]
)
def test_the_night_is_quiet(hour, quiet):
    now = MADE.replace(hour=hour)

    assert rules.is_quiet(now=now, zone=ZONE, since=21, until=7) is quiet


@pytest.mark.parametrize(("hours", "cannot"), [(2, True), (10, True), (11, False)])
def test_what_is_over_before_morning_cannot_wait(hours, cannot):
    times = {"made_at": MADE, "due_at": MADE + hours * HOUR}

    assert rules.cannot_wait(**times, since=21, until=7) is cannot
