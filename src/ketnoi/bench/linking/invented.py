"""Invented women, and the records that several agencies take down of them, with their mistakes."""

import csv
import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import ketnoi.places
from ketnoi.bench.linking import names

GROUPS = {"kinh": 86, "khmer": 12, "hoa": 2}
RECORDS_EACH = {1: 48, 2: 26, 3: 15, 4: 7.5, 5: 3.5}
AGENCIES = {"police": 0.4, "union": 1.0, "osso": 1.0, "shelter": 1.0, "labour": 1.0, "hotline": 2.2}
"""Each with how much noisier than usual its records are."""

NO_MARKS, CAPITALS, SWAPPED, NO_MIDDLE, NO_FAMILY = 0.14, 0.25, 0.03, 0.06, 0.02
INITIALS, NICKNAME, SPELT, TYPO = 0.04, 0.02, 0.04, 0.05
OTHER_YEAR, NO_YEAR, FIRST_JANUARY, NO_DAY = 0.05, 0.04, 0.12, 0.18
NO_PAPER, OLD_PAPER, WRONG_DIGIT = 0.42, 0.06, 0.02
NO_PHONE, OTHER_PHONE, MOVED, NO_COMMUNE, OLD_LIST = 0.35, 0.18, 0.12, 0.08, 0.45
IN_THE_PROVINCE, SHARED_PHONE = 0.45, 0.05
HOME = "92"
LETTERS = "abcdeghiklmnopqrstuvxy"


@dataclass(frozen=True)
class Woman:
    """One who does not exist."""

    group: str
    family: str
    middle: str
    given: str
    born: tuple[int, int, int]
    paper: str
    old_paper: str
    phone: str
    commune: str


@dataclass(frozen=True)
class Row:
    """What one agency wrote down. `woman` is the truth, which no method may read."""

    id: int
    woman: int
    group: str
    agency: str
    name: str
    birth: str
    paper: str
    phone: str
    commune: str
    old_list: bool


class World:
    """The same rows for the same seed."""

    def __init__(self, rows: int, seed: int) -> None:
        self.wanted = rows
        self.chance = random.Random(seed)  # noqa: S311 - invented data, the same each time
        self.phones: list[str] = []

    def rows(self) -> Iterator[Row]:
        """All rows, woman by woman; the ids are in no order that says anything."""
        ids = list(range(self.wanted))
        self.chance.shuffle(ids)
        written = number = 0
        while written < self.wanted:
            woman = self.woman()
            for _each in range(min(self._pick(RECORDS_EACH), self.wanted - written)):
                yield self.row(woman, number, ids[written])
                written += 1
            number += 1

    def woman(self) -> Woman:
        """The next one."""
        group = self._pick(GROUPS)
        family, middle, given = getattr(self, f"_{group}")()
        year = int(min(max(self.chance.gauss(1992, 11), 1945), 2015))
        born = (self.chance.randint(1, 28), self.chance.randint(1, 12), year)
        place = self._commune()
        return Woman(
            group, family, middle, given, born, self._paper(place, year), self._digits(9),
            self._phone(), place,
        )  # fmt: skip

    def row(self, woman: Woman, number: int, pk: int) -> Row:
        """What one agency writes of her."""
        agency = self.chance.choice(list(AGENCIES))
        noise = AGENCIES[agency]
        commune, old_list = self._place(woman.commune)
        return Row(
            id=pk,
            woman=number,
            group=woman.group,
            agency=agency,
            name=self._name(woman, noise),
            birth=self._birth(woman.born, noise),
            paper=self._number(woman, noise),
            phone=self._reached(woman, noise),
            commune=commune,
            old_list=old_list,
        )

    def _kinh(self) -> tuple[str, str, str]:
        middle = "Thị" if self._is(0.52) else ""
        if not middle or self._is(0.35):
            middle = f"{middle} {self.chance.choice(names.MIDDLE)}".strip()
        return self._pick(names.KINH_FAMILY), middle, self._often(names.GIVEN)

    def _khmer(self) -> tuple[str, str, str]:
        middle = "Thị" if self._is(0.45) else ""
        given = f"{self._often(names.KHMER_FIRST)} {self._often(names.KHMER_LAST)}"
        if self._is(0.2):
            given = self._often(names.GIVEN)
        return self._pick(names.KHMER_FAMILY), middle, given

    def _hoa(self) -> tuple[str, str, str]:
        middle = self.chance.choice(("Thị", "", self.chance.choice(names.MIDDLE)))
        return self._pick(names.HOA_FAMILY), middle, self.chance.choice(names.HOA_GIVEN)

    def _name(self, woman: Woman, noise: float) -> str:
        family, middle, given = woman.family, woman.middle, woman.given
        if self._is(NICKNAME * noise):
            given, middle = self.chance.choice(names.NICKNAMES), ""
        if self._is(SPELT * noise):
            family = names.SPELLINGS.get(family, family)
            given = " ".join(names.SPELLINGS.get(word, word) for word in given.split())
        if self._is(NO_MIDDLE * noise):
            middle = ""
        family = "" if self._is(NO_FAMILY * noise) else family
        words = [*family.split(), *middle.split()]
        if self._is(INITIALS * noise):
            words = [f"{word[0]}." for word in words]
        ordered = [given, *words] if self._is(SWAPPED * noise) else [*words, given]
        return self._spelt(" ".join(ordered), noise)

    def _spelt(self, name: str, noise: float) -> str:
        if self._is(TYPO * noise):
            name = self._mistyped(name)
        if self._is(NO_MARKS * noise):
            name = unmarked(name)
        if self._is(CAPITALS):
            name = name.upper()
        return unicodedata.normalize("NFD", name) if self._is(0.03) else name

    def _mistyped(self, name: str) -> str:
        at = self.chance.randrange(len(name))
        letter = self.chance.choice(LETTERS)
        before, after = name[:at], name[at + 1 :]
        swapped = before + after[:1] + name[at] + after[1:]
        return self.chance.choice((before + letter + after, before + after, swapped))

    def _birth(self, born: tuple[int, int, int], noise: float) -> str:
        day, month, year = born
        if self._is(NO_YEAR * noise):
            return ""
        if self._is(OTHER_YEAR * noise):
            year += self.chance.choice((-2, -1, -1, 1, 1, 2, -10, 10))
        if self._is(NO_DAY * noise):
            return str(year)
        if self._is(FIRST_JANUARY):
            day, month = 1, 1
        return f"{day:02d}/{month:02d}/{year}"

    def _number(self, woman: Woman, noise: float) -> str:
        if self._is(NO_PAPER * min(noise, 1.8)):
            return ""
        number = woman.old_paper if self._is(OLD_PAPER) else woman.paper
        if self._is(WRONG_DIGIT * noise):
            at = self.chance.randrange(len(number))
            number = number[:at] + self.chance.choice("0123456789") + number[at + 1 :]
        return number

    def _reached(self, woman: Woman, noise: float) -> str:
        if self._is(NO_PHONE):
            return ""
        if self._is(OTHER_PHONE * noise):
            return self._phone()
        number = woman.phone
        return f"{number[:4]} {number[4:7]} {number[7:]}" if self._is(0.3) else number

    def _place(self, home: str) -> tuple[str, bool]:
        if self._is(NO_COMMUNE):
            return "", False
        place = self._commune() if self._is(MOVED) else home
        if self._is(OLD_LIST) and (olds := former().get(place)):
            return self.chance.choice(olds), True
        return place, False

    def _commune(self) -> str:
        at_home, everywhere = communes()
        return self.chance.choice(at_home if self._is(IN_THE_PROVINCE) else everywhere)

    def _paper(self, place: str, year: int) -> str:
        sex = 1 if year < 2000 else 3  # noqa: PLR2004 - the sign for women of each century
        return f"0{place[:2]}{sex}{year % 100:02d}{self._digits(6)}"

    def _phone(self) -> str:
        if self.phones and self._is(SHARED_PHONE):
            return self.chance.choice(self.phones[-50:])
        self.phones.append(f"0{self.chance.choice('35789')}{self._digits(8)}")
        return self.phones[-1]

    def _digits(self, many: int) -> str:
        return "".join(self.chance.choices("0123456789", k=many))

    def _is(self, likely: float) -> bool:
        return self.chance.random() < likely

    def _pick(self, shares: dict) -> object:
        return self.chance.choices(list(shares), weights=list(shares.values()))[0]

    def _often(self, words: tuple[str, ...]) -> str:
        """Some names are borne far more often than others."""
        return words[int(len(words) * self.chance.random() ** 1.6)]


def unmarked(name: str) -> str:
    """The name without marks, as it is typed in a hurry."""
    letters = unicodedata.normalize("NFD", name).replace("đ", "d").replace("Đ", "D")
    return "".join(c for c in letters if not unicodedata.combining(c))


@cache
def communes() -> tuple[list[str], list[str]]:
    """The communes of the home province, and all."""
    codes = [(row["code"], row["province"]) for row in _table("communes.csv")]
    return [code for code, province in codes if province == HOME], [c for c, _p in codes]


@cache
def former() -> dict[str, list[str]]:
    """Old codes by the commune of today."""
    found: dict[str, list[str]] = {}
    for row in _table("former.csv"):
        if row["share"] != "part":
            found.setdefault(row["now"], []).append(row["code"])
    return found


@cache
def today() -> dict[str, str]:
    """The commune of today by the old code."""
    return {old: now for now, olds in former().items() for old in olds}


@cache
def provinces() -> dict[str, str]:
    """The province of each commune of today."""
    return {row["code"]: row["province"] for row in _table("communes.csv")}


def _table(name: str) -> list[dict[str, str]]:
    path = Path(ketnoi.places.__file__).parent / "data" / name
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
