"""What a savings group is: where its money can be, and how it is shared out to the last đồng."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

GROUP_MOVES = {
    "saved": ("saved", "box"),
    "drawn": ("box", "saved"),
    "borrowed": ("box", "lent"),
    "returned": ("lent", "box"),
    "cost": ("earned", "box"),
    "written_off": ("lent", "earned"),
    "shared": ("box", "saved"),
    "gained": ("box", "earned"),
    "lost": ("earned", "saved"),
}
"""Out of which account into which an entry moves money; what is saved and earned is owed by the
group and stands below zero. Source: double entry."""

BY_HAND = ("saved", "drawn", "borrowed", "returned", "cost", "written_off")
OF_SHARING = frozenset({"shared", "gained", "lost"})
MOST_SHARES = 5


@dataclass(frozen=True)
class Sums:
    """Where money is: in the box, lent out, and what is owed to those who saved and earned."""

    saved: int = 0
    lent: int = 0
    box: int = 0
    earned: int = 0


def moved(*, sums: Sums, taken_from: str, put_into: str, amount: int) -> Sums:
    """The sums after an amount was moved. Source: double entry."""
    now = dict(vars(sums))
    now[taken_from] -= amount
    now[put_into] += amount
    return Sums(**now)


def can_be(*, sums: Sums) -> bool:
    """Whether no box is overdrawn and nobody drew or paid back more than there was.

    Source: the nature of a box.
    """
    return sums.box >= 0 and sums.lent >= 0 and sums.saved <= 0


def is_so_many_shares(*, count: int) -> bool:
    """How many shares one can put in at a meeting. Source: the practice of such groups (1 to 5)."""
    return 0 < count <= MOST_SHARES


def shared_out(*, box: int, saved: Mapping[Any, int]) -> dict[Any, int]:
    """What each gets of the box, by what each saved, whole đồng, and nothing is left.

    The parts are rounded down; what is left goes, one đồng each, to the largest remainders, and
    among equals to who stands first. Source: largest remainder (Hamilton).
    """
    whole = sum(saved.values())
    if not whole:
        return {}
    parts = {who: box * sum_ // whole for who, sum_ in saved.items()}
    order: Sequence[Any] = sorted(saved, key=lambda who: -(box * saved[who] % whole))
    for who in order[: box - sum(parts.values())]:
        parts[who] += 1
    return parts


def sharing(*, part: int, saved: int) -> dict[str, int]:
    """The entries that give one her part: what she saved, and what was gained or lost with it.

    Source: double entry.
    """
    entries = {
        "shared": min(part, saved),
        "gained": max(0, part - saved),
        "lost": max(0, saved - part),
    }
    return {kind: amount for kind, amount in entries.items() if amount}
