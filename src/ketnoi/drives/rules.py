"""How numbers of a drive move, and when they are too small to be told with their place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

MOVES = {
    "needed": ("outside", "missing"),
    "not_needed": ("missing", "outside"),
    "promised": ("missing", "promised"),
    "released": ("promised", "missing"),
    "received": ("promised", "stock"),
    "brought": ("missing", "stock"),
    "given": ("stock", "given"),
}
"""Out of which account into which an entry moves a number. Source: double entry, in goods."""

CORRECTABLE = frozenset({"needed", "received", "brought", "given"})
MOST = 100_000
FEWEST = 5
MOST_OFFERS_AN_HOUR = 20
KEPT = timedelta(days=180)


def can_be_counted(*, amount: int) -> bool:
    """Whether so many can be moved at all.

    Source: the network's own rule (a hundred thousand is a slip of the hand).
    """
    return 0 < amount <= MOST


def may_be_corrected(*, kind: str) -> bool:
    """Whether an entry can be taken back; a promise is let go instead, which says why.

    Source: the network's own rule.
    """
    return kind in CORRECTABLE


def is_wanted_on(*, day: date, until: date) -> bool:
    """Whether something is still looked for on a day; the last day counts.

    Source: the nature of a deadline.
    """
    return day <= until


@dataclass(frozen=True)
class Wanted:
    """What one need adds to its commune: how many, of which kind, where."""

    kind: str
    commune: str
    needed: int


def named_communes(*, wanted: Iterable[Wanted]) -> Mapping[tuple[str, str], bool]:
    """For each kind and commune, whether the public is told which commune it is.

    Where fewer than five of a kind are needed, who needs them could be recognised: only the
    province is told. It is counted what is needed, not what is missing, so that nothing changes
    with what is given. Source: the network's rule for numbers that are shown (fewer than five).
    """
    sums: dict[tuple[str, str], int] = {}
    for one in wanted:
        place = one.kind, one.commune
        sums[place] = sums.get(place, 0) + one.needed
    return {place: bool(place[1]) and needed >= FEWEST for place, needed in sums.items()}


def told(*, people: int) -> int | None:
    """How many people something reached, or none where so few could be recognised.

    Source: the network's rule for numbers that are shown (fewer than five).
    """
    return people if people >= FEWEST else None


def is_second_person(*, checker: object, writer: object) -> bool:
    """Whether somebody else looks at it than who wrote it. Source: the network's own rule."""
    return checker != writer


def may_take_more(*, offers: int) -> bool:
    """Whether one need takes another offer of the public within the same hour.

    Source: the network's own rule; who floods the page reaches nobody's telephone.
    """
    return offers < MOST_OFFERS_AN_HOUR


def is_to_be_forgotten(*, ended_at: datetime | None, now: datetime) -> bool:
    """Whether nobody needs to be called any more: half a year after the drive ended.

    Source: the network's own rule (Law 91/2025: no longer than the purpose needs).
    """
    return ended_at is not None and now - ended_at >= KEPT
