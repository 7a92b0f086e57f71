"""What a thief holds: the tags of many people, sorted by cell; and what the public knows."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import Any
from uuid import UUID

from ketnoi.bench.namesakes import Invented, Namesakes
from ketnoi.foundation.crypto import tags
from ketnoi.foundation.name_index import partitions_for
from ketnoi.foundation.vietnamese import names

Cell = tuple[int, str]
BIGRAM_PEOPLE = 20_000


def known_of(years: set[int], *, size: int, seed: int) -> dict[int, list[frozenset[Any]]]:
    """What the public knows: the pairs of tokens of so many other people, by year of birth."""
    source = Namesakes(seed)
    found: dict[int, list[frozenset[Any]]] = defaultdict(list)
    for _n in range(size):
        who = source.draw()
        if who.year in years:
            found[who.year].append(frozenset(names.pairs(names.tokens(who.name))))
    return found


class Stolen:
    """The tags of invented people, made as the search makes them; kept of the largest cells only.

    There frequencies say most: what holds for them holds for the others.
    """

    def __init__(self, size: int, seed: int, *, cells: int) -> None:
        self.seed, self.size = seed, size
        counts = Counter(cell for cell, _who in self._everybody())
        self.largest = [cell for cell, _count in counts.most_common(cells)]
        self.cells: dict[Cell, list[frozenset[int]]] = {cell: [] for cell in self.largest}
        self.truth: dict[int, tuple[str, str]] = {}
        for cell, who in self._everybody():
            if cell in self.cells:
                self._take(cell, who)

    @property
    def years(self) -> set[int]:
        """The years of the largest cells."""
        return {year for year, _cell in self.largest}

    def bigrams(self) -> tuple[list[frozenset[int]], list[frozenset[str]]]:
        """Keyed pairs of letters of the first people, and plain ones of as many others."""
        self.letters: dict[int, str] = {}
        stolen = []
        for _cell, who in islice(self._everybody(), BIGRAM_PEOPLE):
            plain = _bigrams(who)
            keyed = {_keyed(pair, self.seed): pair for pair in plain}
            self.letters |= keyed
            stolen.append(frozenset(keyed))
        others = Namesakes(self.seed + 2000)
        return stolen, [_bigrams(others.draw()) for _one in stolen]

    def _everybody(self) -> Iterator[tuple[Cell, Invented]]:
        source, partitions = Namesakes(self.seed), partitions_for(self.size)
        for number in range(self.size):
            who = source.draw()
            yield (who.year, tags.cell_of(str(UUID(int=number)), who.year, partitions)), who

    def _take(self, cell: Cell, who: Invented) -> None:
        pairs = names.pairs(names.tokens(who.name))
        made = tags.pair_tags(pairs, [cell[1]])
        self.truth |= dict(zip(made, pairs, strict=True))
        self.cells[cell].append(frozenset(made))


def _bigrams(who: Invented) -> frozenset[str]:
    name = f" {' '.join(names.tokens(who.name))} "
    return frozenset(name[n : n + 2] for n in range(len(name) - 1))


def _keyed(pair: str, seed: int) -> int:
    digest = hashlib.blake2b(pair.encode(), key=str(seed).encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big")
