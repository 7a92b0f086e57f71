"""Invented people in great number: names as frequent as they are in the south, and how they slip.

Shares of family names follow what is usually published; the other shares are assumptions.
"""

import random
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from ketnoi.foundation.vietnamese import names
from ketnoi.foundation.vietnamese.text import fold

_told = tomllib.loads(Path(__file__).with_name("names.toml").read_text())
FAMILIES: dict[str, float] = _told.pop("families")
WORDS: dict[str, list[str]] = {kind: words.split() for kind, words in _told.items()}
KHMER, HILL, THI, TWO_MIDDLE, NO_MIDDLE = 0.12, 0.02, 0.5, 0.35, 0.12
FIRST_YEAR, PEAK_YEAR, LAST_YEAR = 1950, 1994, 2010
LETTERS = "abcdeghiklmnopqrstuvxy"
TAIL = 3.0
"""The larger, the more alike the frequencies of given names."""


@dataclass(frozen=True)
class Invented:
    """Somebody who is not there: her name and the year she was born."""

    name: str
    year: int


class Namesakes:
    """People drawn one by one: always the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - invented people, the same each time
        self.families = list(FAMILIES), list(accumulate(FAMILIES.values()))
        self.given = WORDS["given"], self._falling(len(WORDS["given"]))
        self.middle = WORDS["middle"], self._falling(len(WORDS["middle"]))

    def draw(self) -> Invented:
        """The next one."""
        year = int(self.chance.triangular(FIRST_YEAR, LAST_YEAR, PEAK_YEAR))
        kind = self.chance.random()
        if kind < KHMER:
            return Invented(self._khmer(), year)
        if kind < KHMER + HILL:
            return Invented(
                f"{self._any(WORDS['hill_first'])} {self._any(WORDS['hill_last'])}", year
            )
        return Invented(self._kinh(), year)

    def _kinh(self) -> str:
        words = [self._of(self.families)]
        if self.chance.random() < THI:
            words.append("Thị")
        if self.chance.random() > NO_MIDDLE or len(words) == 1:
            words.append(self._of(self.middle))
        if self.chance.random() < TWO_MIDDLE and len(words) < 3:  # noqa: PLR2004 - a name of four
            words.append(self._of(self.middle))
        return " ".join([*words, self._of(self.given)])

    def _khmer(self) -> str:
        words = [self._any(WORDS["khmer_families"])]
        if self.chance.random() < THI:
            words.append("Thị")
        first, last = self._any(WORDS["khmer_first"]), self._any(WORDS["khmer_last"])
        return " ".join([*words, first, last] if self.chance.random() < 0.7 else [*words, first])  # noqa: PLR2004

    def _falling(self, count: int) -> list[float]:
        return list(accumulate(1 / (rank + TAIL) for rank in range(count)))

    def _of(self, bag: tuple[list[str], list[float]]) -> str:
        return self.chance.choices(bag[0], cum_weights=bag[1])[0]

    def _any(self, bag: list[str]) -> str:
        return self.chance.choice(bag)


def is_out_of_list(who: Invented) -> bool:
    """Whether her name has a token that is no Vietnamese syllable."""
    return bool(names.outside_the_list(names.tokens(who.name)))


class Slips:
    """How a name and a year are typed by somebody who does not know them well."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - invented slips, the same each time
        self.kinds: dict[str, Callable[[Invented], Invented]] = {
            "exact": lambda who: who,
            "marks": lambda who: Invented(fold(who.name), who.year),
            "order": self._swapped,
            "letter": self._mistyped,
            "year": lambda who: Invented(who.name, who.year + self.chance.choice((-1, 1))),
            "middle": self._shortened,
            "several": lambda who: self._mistyped(
                self._swapped(Invented(fold(who.name), who.year))
            ),
        }

    def typed(self, who: Invented) -> tuple[str, Invented]:
        """What is typed for somebody, and which kind of slip that is."""
        kind = self.chance.choice(list(self.kinds))
        return kind, self.kinds[kind](who)

    def _swapped(self, who: Invented) -> Invented:
        first, *rest = who.name.split()
        return Invented(" ".join([*rest, first]), who.year)

    def _shortened(self, who: Invented) -> Invented:
        words = who.name.split()
        return Invented(" ".join([words[0], *words[2:]] if len(words) > 2 else words), who.year)  # noqa: PLR2004

    def _mistyped(self, who: Invented) -> Invented:
        words = who.name.split()
        places = [n for n, word in enumerate(words) if len(word) > 1 and fold(word) != "thi"]
        place = self.chance.choice(places or [0])
        words[place] = self._slip(words[place])
        return Invented(" ".join(words), who.year)

    def _slip(self, word: str) -> str:
        at, letter = self.chance.randrange(len(word)), self.chance.choice(LETTERS)
        kind = self.chance.choice(("change", "leave", "put", "swap"))
        if kind == "change":
            return word[:at] + letter + word[at + 1 :]
        if kind == "put":
            return word[:at] + letter + word[at:]
        if kind == "swap" and at + 1 < len(word):
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        return word[:at] + word[at + 1 :]
