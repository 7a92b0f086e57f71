"""Reading an Excel list: what a column is called, and what makes a line impossible to take.

Source: lists of returnees as partners send them; the house's rules for names, days and numbers.
"""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from ketnoi.foundation.vietnamese import Unreadable
from ketnoi.foundation.vietnamese.dates import parse_birth_year, parse_day_text
from ketnoi.foundation.vietnamese.papers import parse_paper
from ketnoi.foundation.vietnamese.phones import parse_phone
from ketnoi.foundation.vietnamese.text import fold, nfc

HEADS = {
    "name": re.compile(r"ho (va )?ten|ten|name"),
    "birth": re.compile(r"(ngay|nam) sinh.*|sinh|birth"),
    "phone": re.compile(r"(so )?(dien thoai|dt|sdt).*|phone"),
    "paper": re.compile(r"(so )?(cccd|cmnd|can cuoc|giay to|ho chieu).*|paper"),
    "place": re.compile(r"(xa|phuong|dia chi|noi o|que quan).*|commune"),
}
MOST_ROWS, MOST_BYTES, MOST_UNPACKED = 100_000, 20_000_000, 300_000_000
MOST_LINES = 2 * MOST_ROWS
"""Filled or not: a list may have gaps, and a file of nothing but empty lines comes to an end."""
LONGEST, LOOKED_FOR_HEADS = 120, 20
PHONE_DIGITS, PAPER_DIGITS = 9, 11
OLDEST = 120


class NoList(ValueError):
    """The file is no list that can be read."""


class TooLong(NoList):
    """It has more lines than one list may have: half of it would be worse than none."""


def rows(content: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    """The filled lines under the heads: the number of the line, and its cells by what they are."""
    from openpyxl import load_workbook

    _bounded(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        yield from _under_heads(sheet.iter_rows(values_only=True))
    except NoList:
        raise
    except (KeyError, IndexError, OSError, zipfile.BadZipFile, ValueError) as error:
        raise NoList from error


def flaw(row: dict[str, str], *, today: date) -> str:
    """What makes a line impossible to take; nothing when it is good. What is missing is no flaw."""
    if not any(c.isalpha() for c in row["name"]):
        return "no_name"
    if len(row["name"]) > LONGEST:
        return "long_name"
    for part, reads, code in (
        ("birth", lambda text: _birth(text, today), "bad_year"),
        ("phone", parse_phone, "bad_phone"),
        ("paper", parse_paper, "bad_paper"),
    ):
        if row[part] and not _reads(reads, row[part]):
            return code
    return ""


def _reads(reads: Any, text: str) -> bool:
    try:
        reads(text)
    except Unreadable:
        return False
    return True


def _birth(text: str, today: date) -> None:
    if text.isdecimal() or not any(c in text for c in "/-."):
        parse_birth_year(text, today=today)
    elif not today.year - OLDEST <= parse_day_text(text).year <= today.year:
        raise Unreadable("")


def _bounded(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except zipfile.BadZipFile as error:
        raise NoList from error
    if len(content) > MOST_BYTES or size > MOST_UNPACKED:
        raise NoList


def _under_heads(lines: Iterator[tuple[Any, ...]]) -> Iterator[tuple[int, dict[str, str]]]:
    heads: dict[str, int] = {}
    filled = 0
    for number, line in enumerate(lines, start=1):
        if not heads:
            heads = _heads(line)
            if not heads and number >= LOOKED_FOR_HEADS:
                break
        elif any(cell not in (None, "") for cell in line):
            filled += 1
            _refuse_too_long(number, filled)
            yield number, {part: _cell(line, heads.get(part), part) for part in HEADS}
    if not heads:
        raise NoList


def _refuse_too_long(number: int, filled: int) -> None:
    if number > MOST_LINES or filled > MOST_ROWS:
        raise TooLong


def _heads(line: tuple[Any, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, cell in enumerate(line):
        words = " ".join(re.findall(r"\w+", fold(str(cell or ""))))
        for part, shape in HEADS.items():
            if part not in found and shape.fullmatch(words):
                found[part] = at
    return found if "name" in found else {}


def _cell(line: tuple[Any, ...], at: int | None, part: str) -> str:
    value = line[at] if at is not None and at < len(line) else None
    if value is None:
        return ""
    if isinstance(value, (datetime, date)):
        return f"{value.day:02d}/{value.month:02d}/{value.year}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return _lost_zero(str(value), part)
    seen = (c if unicodedata.category(c)[0] != "C" else " " for c in nfc(str(value)))
    return " ".join("".join(seen).split())


def _lost_zero(number: str, part: str) -> str:
    """Excel drops the zero in front of what it takes for an amount."""
    lost = {"phone": PHONE_DIGITS, "paper": PAPER_DIGITS}.get(part)
    return f"0{number}" if len(number) == lost else number
