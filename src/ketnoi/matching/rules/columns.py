"""Women and offers as columns of numbers, so that a whole province is compared at once.

Source: `asked`; nothing is added and nothing is left out that a rule reads.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ketnoi.matching.rules.asked import NIGHT, Ground, Offer, Seeker

UNKNOWN = -1
ANY_AGE = 999
FAR = np.float32(np.nan)
Array = Any


@dataclass(frozen=True)
class Table:
    """A round in columns. Rows of a comparison are women, columns are offers."""

    seekers: tuple[Seeker, ...]
    offers: tuple[Offer, ...]
    her: dict[str, Array]
    its: dict[str, Array]
    km: Array
    """Kilometres from each commune of a woman to each commune of an offer."""

    @property
    def places(self) -> Array:
        """How many places each offer has."""
        return self.its["places"]

    def of(self, rows: slice) -> "Table":
        """The same round for some of the women."""
        her = {name: column[rows] for name, column in self.her.items()}
        return Table(self.seekers[rows], self.offers, her, self.its, self.km)


@dataclass(frozen=True)
class _Words:
    """Every word that both sides must number alike."""

    kinds: dict[str, int]
    homes: dict[str, int]
    spots: dict[str, int]
    risky: dict[str, int]
    firms: dict[str, int]
    refused: dict[str, int]
    asks: dict[str, int]
    access: dict[str, int]
    hours: dict[str, int]


def table(seekers: Sequence[Seeker], offers: Sequence[Offer], ground: Ground) -> Table:
    """Write a round down in columns. Source: `asked`."""
    words = _Words(
        kinds=_numbers(o.kind for o in offers),
        homes=_numbers(s.commune for s in seekers),
        spots=_numbers(o.commune for o in offers),
        risky=_numbers(c for s in seekers for c in s.avoids),
        firms=_numbers(p for s in seekers for p in s.avoids_partners),
        refused=_numbers(i for s in seekers for i in s.said_no),
        asks=_numbers(a for o in offers for a in o.asks),
        access=_numbers(a for s in seekers for a in s.access),
        hours=_numbers(h for o in offers for h in o.hours),
    )
    told = (_hers(seekers, words), _theirs(offers, words))
    return Table(tuple(seekers), tuple(offers), *told, _distances(words, ground))


def _hers(rows: Sequence[Seeker], words: _Words) -> dict[str, Array]:
    any_hour, no_limit = frozenset(words.hours), np.inf
    return {
        "wish": _wishes(rows, words.kinds),
        "age": _column(rows, lambda s: UNKNOWN if s.age is None else s.age),
        "home": _column(rows, lambda s: words.homes[s.commune]),
        "farthest": _column(
            rows, lambda s: no_limit if s.farthest_km is None else s.farthest_km, np.float32
        ),
        "schooling": _column(rows, lambda s: s.schooling),
        "has": _sets(rows, lambda s: s.has, words.asks),
        "childcare": _column(rows, lambda s: s.needs_childcare, bool),
        "access": _sets(rows, lambda s: s.access, words.access),
        "free": _sets(rows, lambda s: s.free or any_hour, words.hours),
        "no_night": _column(rows, lambda s: s.no_night, bool),
        "avoids": _sets(rows, lambda s: s.avoids, words.risky),
        "avoids_any": _column(rows, lambda s: bool(s.avoids), bool),
        "firms": _sets(rows, lambda s: s.avoids_partners, words.firms),
        "firms_any": _column(rows, lambda s: bool(s.avoids_partners), bool),
        "said_no": _sets(rows, lambda s: s.said_no, words.refused),
        "urgency": _column(rows, lambda s: s.urgency),
    }


def _theirs(rows: Sequence[Offer], words: _Words) -> dict[str, Array]:
    return {
        "places": _column(rows, lambda o: max(o.places, 0), np.int64),
        "kind": _column(rows, lambda o: words.kinds[o.kind]),
        "spot": _column(rows, lambda o: words.spots[o.commune]),
        "risky": _column(rows, lambda o: words.risky.get(o.commune, UNKNOWN)),
        "nowhere": _column(rows, lambda o: not o.commune and not o.from_home, bool),
        "firm": _column(rows, lambda o: words.firms.get(o.partner, UNKNOWN)),
        "nobody": _column(rows, lambda o: not o.partner, bool),
        "id": _column(rows, lambda o: words.refused.get(o.id, UNKNOWN)),
        "from_home": _column(rows, lambda o: o.from_home, bool),
        "min_age": _column(rows, lambda o: UNKNOWN if o.min_age is None else o.min_age),
        "max_age": _column(rows, lambda o: ANY_AGE if o.max_age is None else o.max_age),
        "schooling": _column(rows, lambda o: o.schooling),
        "asks": _sets(rows, lambda o: o.asks, words.asks),
        "childcare": _column(rows, lambda o: o.has_childcare, bool),
        "access": _sets(rows, lambda o: o.access, words.access),
        "hours": _sets(rows, lambda o: o.hours, words.hours),
        "night": _column(rows, lambda o: NIGHT in o.hours, bool),
        "verified": _column(rows, lambda o: o.verified, bool),
    }


def _numbers(words: Iterable[str]) -> dict[str, int]:
    return {word: number for number, word in enumerate(sorted(set(words)))}


def _column(rows: Sequence[Any], read: Callable[[Any], Any], kind: Any = np.int32) -> Array:
    return np.fromiter((read(row) for row in rows), dtype=kind, count=len(rows))


def _sets(
    rows: Sequence[Any], read: Callable[[Any], Iterable[str]], known: dict[str, int]
) -> Array:
    """One column of 0 and 1 for each word; words that the other side never says are left out."""
    found = np.zeros((len(rows), len(known)), dtype=np.float32)
    for number, row in enumerate(rows):
        for word in read(row):
            if word in known:
                found[number, known[word]] = 1
    return found


def _wishes(seekers: Sequence[Seeker], kinds: dict[str, int]) -> Array:
    """Which wish of hers each kind is: 0 the dearest, UNKNOWN when she does not want it.

    To whom any kind is right, each is the dearest.
    """
    found = np.full((len(seekers), max(len(kinds), 1)), UNKNOWN, dtype=np.int32)
    for number, seeker in enumerate(seekers):
        if not seeker.wants:
            found[number] = 0
        for rank, kind in reversed(list(enumerate(seeker.wants))):
            if kind in kinds:
                found[number, kinds[kind]] = rank
    return found


def _distances(words: _Words, ground: Ground) -> Array:
    shape = (max(len(words.homes), 1), max(len(words.spots), 1))
    found = np.full(shape, FAR, dtype=np.float32)
    for home, row in words.homes.items():
        for spot, column in words.spots.items():
            km = ground.km(home, spot)
            found[row, column] = FAR if km is None else km
    return found
