"""What the network agreed about follow-ups: when, whether they fit, what comes next."""

from datetime import date
from uuid import UUID

MONTHS = (1, 3, 6, 12)

OPEN_FILES = frozenset({"received", "active", "following"})

NEXT_STEP = {
    "back_in_danger": "referral.urgent",
    "trafficked_again": "referral.urgent",
    "lost_contact": "case.next_step",
    "deceased": "case.next_step",
}
"""By which clock the file is looked at when something went wrong. Source: the agreed clocks."""

WORKS = frozenset({"paid", "own"})
FEWEST = 5
"""Of fewer who answered no share is told."""

UNLIKELY = frozenset({"stable", "improving"})
ENDS_THE_VISITS = frozenset({"deceased"})


def clock(*, month: int) -> str:
    """The code of the deadline of a follow-up. Source: the network's agreed clocks."""
    return f"followup.{month}"


def may_be_followed(*, status: str) -> bool:
    """Whether follow-ups can be planned for a file that stands there.

    Source: the network's own rule; nothing waits in a closed file.
    """
    return status in OPEN_FILES


def replaces(*, start: date, planned: date | None) -> bool:
    """Whether a start makes a new plan: the months count from the latest one.

    Source: the network's own rule.
    """
    return planned is None or start > planned


def fits(*, outcome: str, went_wrong: str) -> bool:
    """Whether an outcome can be true when that went wrong. Source: the network's own rule."""
    return not went_wrong or outcome not in UNLIKELY


def next_step_clock(*, went_wrong: str) -> str | None:
    """By which clock the holder must look at the file; None when nothing went wrong.

    Source: the network's agreed clocks (danger: two hours, day and night).
    """
    return NEXT_STEP.get(went_wrong)


def are_two(*, proposed: UUID, decides: UUID) -> bool:
    """Whether a second person decides. Source: the network's own rule: never by one hand."""
    return proposed != decides


def in_work(*, work: str) -> bool | None:
    """Whether she works; None when it was not said. Learning a trade is not yet work.

    Every page, the board and each report ask here. Source: the network's own definition.
    """
    return work in WORKS if work else None


def percent(*, part: int, whole: int) -> int | None:
    """So many of a hundred; None where so few were asked that a number could name somebody.

    Source: the network's own rule on small numbers.
    """
    return round(100 * part / whole) if whole >= FEWEST else None


def standing(*, is_done: bool, is_skipped: bool, due_on: date, today: date) -> str:
    """Where a follow-up stands on a day; the day it is due is not late.

    Source: the network's own practice.
    """
    if is_done:
        return "done"
    if is_skipped:
        return "skipped"
    return "late" if due_on < today else "planned"
