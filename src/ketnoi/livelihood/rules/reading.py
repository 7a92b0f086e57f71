"""Reading an Excel list of opportunities as partners send them.

Each cell is read by one small function that either knows what is meant or says what to write.
Source: vacancy lists of job centres and employers; the house's rules for days, sums and numbers.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from ketnoi.foundation import sheets
from ketnoi.foundation.sheets import FORMULA, NoList, TooLong
from ketnoi.foundation.vietnamese import Unreadable
from ketnoi.foundation.vietnamese.dates import parse_day_text
from ketnoi.foundation.vietnamese.money import parse_money
from ketnoi.foundation.vietnamese.phones import parse_phone
from ketnoi.foundation.vietnamese.text import fold
from ketnoi.livelihood.rules.written import HEADS, KINDS, NO, SCHOOLING, SHIFTS, SKILLS, YES

__all__ = [
    "COLUMNS",
    "HEADS",
    "Flaw",
    "MOST_BYTES",
    "NoList",
    "Read",
    "TooLong",
    "identity",
    "read",
    "rows",
]

COLUMNS = tuple(part for part in HEADS if part != "ages")
MOST_ROWS, MOST_LINES = 500, 5000
MOST_BYTES, MOST_UNPACKED = 2_000_000, 30_000_000
LONGEST, LONGEST_TEXT = 200, 4000
MOST_PLACES, YOUNGEST, OLDEST = 999, 15, 99
FIRST_SERIAL, SERIALS = date(1899, 12, 30), range(20_000, 80_000)
CENTURY = 2000
SHORT_YEAR = re.compile(r"(\d{1,2}\s*[/\-.]\s*\d{1,2}\s*[/\-.]\s*)(\d{2})")
NUMBER = re.compile(r"\d+")
SPAN_OF_MONEY = re.compile(r"([\d.,]+)\s*([a-z ]*?)\s*(?:-|den)\s*([\d.,]+)\s*([a-z ]*)")


@dataclass
class Read:
    """One line: what was understood, and for which column something must be written anew."""

    facts: dict[str, Any] = field(default_factory=dict)
    flaws: list[tuple[str, str]] = field(default_factory=list)


class Flaw(ValueError):
    """A cell that says something else than what is needed; the code of what to write."""


def rows(content: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    """The filled lines of a list: their number, and their cells by what they are."""
    shape = sheets.Shape(
        heads=HEADS,
        needed="title",
        lost_zero={"phone": 9},
        parts_of_twelve=frozenset({"schooling"}),
        most_rows=MOST_ROWS,
        most_lines=MOST_LINES,
        most_bytes=MOST_BYTES,
        most_unpacked=MOST_UNPACKED,
        shows_formulas=True,
        fills_merged=True,
    )
    return sheets.rows(content, shape)


def read(row: dict[str, str], *, kind: str, today: date, commune_of: Callable[[str], str]) -> Read:
    """What a line offers. `kind` is meant where the line says none; `commune_of` knows places.

    Source: the network's own rule: a line with one flaw is not taken, and all its flaws are said.
    """
    told = Read()
    readers: dict[str, Callable[[str], Any]] = {
        "title": _words_needed,
        "kind": lambda text: _kind(text) or kind,
        "partner": _words_needed,
        "commune": lambda text: commune_of(text) if text else None,
        "places": _places,
        "shifts": _shifts,
        "schooling": _schooling,
        "skills": _skills,
        "wage": _wage,
        "has_childcare": _yes,
        "is_accessible": _yes,
        "phone": _phone,
        "until": lambda text: _until(text, today),
        "requirements": lambda text: text,
    }
    for part, reader in readers.items():
        _take(told, part, reader, row[part])
    _take_ages(told, row)
    _keep_words(told, row)
    return told


def identity(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """What makes two offers the same: kind, title, partner, place. Source: the network's rule."""
    commune = str(facts.get("commune") or "")
    return (facts["kind"], fold(facts["title"]), fold(facts["partner"]), commune)


def _take(told: Read, part: str, reader: Callable[[str], Any], text: str) -> None:
    try:
        _refuse_unreadable(part, text)
        told.facts[part] = reader(text)
    except Flaw as flaw:
        told.flaws.append((part, str(flaw)))


def _refuse_unreadable(part: str, text: str) -> None:
    if text.startswith(FORMULA):
        raise Flaw("formula")
    if len(text) > (LONGEST_TEXT if part == "requirements" else LONGEST):
        raise Flaw("too_long")


def _take_ages(told: Read, row: dict[str, str]) -> None:
    least, most = _span(row["ages"])
    for part, text, spanned in (
        ("least_age", row["least_age"], least),
        ("most_age", row["most_age"], most),
    ):
        _take(told, part, _age, text or spanned)
    low, high = told.facts.get("least_age"), told.facts.get("most_age")
    if low and high and low > high:
        told.flaws.append(("most_age", "ages"))


def _span(text: str) -> tuple[str, str]:
    """The least and the most age, as far as they are said: 18-45, từ 18, dưới 40."""
    match NUMBER.findall(text):
        case []:
            return (text, "") if text.startswith(FORMULA) else ("", "")
        case [only]:
            is_most = re.match(r"duoi|den|toi da|khong qua", fold(text))
            return ("", only) if is_most else (only, "")
        case [least, most]:
            return least, most
        case _:
            return text, ""


def _keep_words(told: Read, row: dict[str, str]) -> None:
    """Words beside what was understood are kept: hours as they were written, a span of wages."""
    told.facts["hours"] = row["shifts"] if "shifts" in told.facts else ""
    if SPAN_OF_MONEY.fullmatch(fold(row["wage"])) and "requirements" in told.facts:
        kept = filter(None, [row["wage"], told.facts["requirements"]])
        told.facts["requirements"] = ". ".join(kept)


def _words_needed(text: str) -> str:
    if not any(c.isalpha() for c in text):
        raise Flaw("needed")
    return text


def _kind(text: str) -> str:
    words = fold(text)
    found = (kind for kind, pattern in KINDS if re.search(rf"\b({pattern})\b", words))
    known = next(found, "")
    if text and not known:
        raise Flaw("kind")
    return known


def _places(text: str) -> int:
    found = NUMBER.findall(text)
    if len(found) != 1 or not 1 <= int(found[0]) <= MOST_PLACES:
        raise Flaw("places")
    return int(found[0])


def _shifts(text: str) -> list[str]:
    words = fold(text)
    return [shift for shift, pattern in SHIFTS if re.search(pattern, words)]


def _age(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or not YOUNGEST <= int(text) <= OLDEST:
        raise Flaw("age")
    return int(text)


def _schooling(text: str) -> str:
    words = " ".join(re.findall(r"\w+", fold(text)))
    if not words:
        return ""
    known = (level for level, pattern in SCHOOLING if re.fullmatch(pattern, words))
    found = next(known, None)
    if found is None:
        raise Flaw("schooling")
    return found


def _skills(text: str) -> list[str]:
    words = fold(text)
    if not words or NO.fullmatch(words):
        return []
    found = [skill for skill, pattern in SKILLS if re.search(pattern, words)]
    if not found:
        raise Flaw("skills")
    return found


def _wage(text: str) -> int | None:
    """A sum; of a span the smaller one, and the words are kept beside it."""
    if not text or fold(text) in {"thoa thuan", "khong"}:
        return None
    try:
        if span := SPAN_OF_MONEY.fullmatch(fold(text)):
            return parse_money(f"{span[1]} {span[2] or span[4]}")
        return parse_money(text)
    except Unreadable:
        raise Flaw("wage") from None


def _yes(text: str) -> bool:
    words = fold(text)
    if not words or NO.fullmatch(words):
        return False
    if YES.fullmatch(words):
        return True
    raise Flaw("yes_or_no")


def _phone(text: str) -> str:
    try:
        return parse_phone(text) if text else ""
    except Unreadable:
        raise Flaw("phone") from None


def _until(text: str, today: date) -> str | None:
    if not text:
        return None
    day = _day(text)
    if day < today:
        raise Flaw("past")
    return day.isoformat()


def _day(text: str) -> date:
    """27/03/2026, "27-3-26", and the number by which Excel counts days."""
    if text.isdecimal() and int(text) in SERIALS:
        return FIRST_SERIAL + timedelta(days=int(text))
    if short := SHORT_YEAR.fullmatch(text):
        text = f"{short[1]}{CENTURY + int(short[2])}"
    try:
        return parse_day_text(text)
    except Unreadable:
        raise Flaw("day") from None
