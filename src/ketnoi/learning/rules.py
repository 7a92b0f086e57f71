"""How texts of a topic are kept, and what six answers mean together."""

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from unicodedata import category, normalize

import segno

from ketnoi.learning.terms import Outlook, Said

CELLS = 38
"""A line of a Braille page has forty cells; two are for the page number."""
READ_BY_FINGERS = " .,"
QUIET = 4
"""White squares around a picture, without which a telephone does not find it."""


@dataclass(frozen=True)
class Picture:
    """Black squares on white: how long a side is, and where they lie."""

    side: int
    path: str


@dataclass(frozen=True)
class Screen:
    """One idea: a title, a few short sentences, and the facts of the law that stand behind them."""

    number: int
    title: str
    says: tuple[str, ...]
    laws: tuple[str, ...] = ()


@dataclass(frozen=True)
class Topic:
    """What belongs together, with where it was read, how sure that is, and on which day."""

    slug: str
    name: str
    about: str
    status: str
    verified_on: date
    sources: tuple[str, ...]
    screens: tuple[Screen, ...]

    @property
    def last(self) -> int:
        """The number of its last screen. Source: the network's rule."""
        return len(self.screens)


@dataclass(frozen=True)
class Question:
    """One of the six: which answer is a sign, and what is said to whoever gives it."""

    key: str
    asks: str
    sign: str
    of_sign: str
    of_other: str
    source: str
    verified_on: date


@dataclass(frozen=True)
class Told:
    """What is said about one answer."""

    question: Question
    said: str

    @property
    def is_sign(self) -> bool:
        """Whether this answer is a sign of a trick. Source: named by each question."""
        return self.said == self.question.sign


def topic(told: Mapping[str, Any]) -> Topic:
    """A topic as a data file spells it out. Source: the network's rule."""
    screens = tuple(
        Screen(n, one["title"], tuple(one["says"]), tuple(one.get("laws", ())))
        for n, one in enumerate(told["screens"], start=1)
    )
    return Topic(**{**told, "sources": tuple(told["sources"]), "screens": screens})


def outlook(*, signs: Iterable[bool], unclear: bool) -> Outlook:
    """How an invitation looks: one sign is enough to stop; nothing seen is never called safe.

    Source: Resolution 02/2019/NQ-HĐTP art. 2(3); Law 69/2020 art. 7; the network's rule.
    """
    if any(signs):
        return Outlook.STOP
    return Outlook.ASK if unclear else Outlook.NOTHING_SEEN


def told(questions: Iterable[Question], answers: Mapping[str, str]) -> list[Told]:
    """Every question with its answer; unanswered is unsure. Source: the network's rule."""
    return [Told(one, answers.get(one.key) or Said.UNSURE) for one in questions]


def qr(number: str) -> Picture:
    """A number as a picture that dials it and no more. Source: ISO/IEC 18004, RFC 3966."""
    code = segno.make(f"tel:{number}", error="m", micro=False)
    rows = [list(row) for row in code.matrix_iter(border=QUIET)]
    dots = ((x, y) for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark)
    return Picture(len(rows), "".join(f"M{x} {y}h1v1h-1z" for x, y in dots))


def for_fingers(words: Iterable[str]) -> str:
    """Short lines of letters, digits, commas and stops, as a Braille printer takes them.

    Source: Sao Mai Braille takes plain text; a page of forty cells.
    """
    lines: list[str] = []
    for line in normalize("NFC", "\n".join(words)).splitlines():
        plain = " ".join("".join(map(_plain, line)).split())
        lines += textwrap.wrap(plain, CELLS, break_on_hyphens=False)
    return "\n".join(lines) + "\n"


def _plain(sign: str) -> str:
    return sign if sign in READ_BY_FINGERS or category(sign)[0] in "LNM" else " "
