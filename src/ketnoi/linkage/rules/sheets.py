"""Reading an Excel list: what a column is called, and what makes a line impossible to take.

Source: lists of returnees as partners send them; the house's rules for names, days and numbers.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from ketnoi.foundation import sheets
from ketnoi.foundation.sheets import NoList, TooLong
from ketnoi.foundation.vietnamese import Unreadable
from ketnoi.foundation.vietnamese.dates import parse_birth_year, parse_day_text
from ketnoi.foundation.vietnamese.papers import parse_paper
from ketnoi.foundation.vietnamese.phones import parse_phone

__all__ = ["MOST_BYTES", "NoList", "TooLong", "flaw", "rows"]

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
LONGEST = 120
LOST_ZERO = {"phone": 9, "paper": 11}
OLDEST = 120


def rows(content: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    """The filled lines under the heads: the number of the line, and its cells by what they are."""
    shape = sheets.Shape(
        heads=HEADS,
        needed="name",
        lost_zero=LOST_ZERO,
        most_rows=MOST_ROWS,
        most_lines=MOST_LINES,
        most_bytes=MOST_BYTES,
        most_unpacked=MOST_UNPACKED,
    )
    return sheets.rows(content, shape)


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
