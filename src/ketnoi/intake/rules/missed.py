"""Reading a list of missed calls, as telephone exchanges and mobile phones write them.

Each cell is read by one small function that either knows what is meant or says what to write.
Source: exports of exchanges; the house's rules for numbers and days.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from ketnoi.foundation import sheets
from ketnoi.foundation.sheets import FORMULA, NoList, TooLong
from ketnoi.foundation.vietnamese import Unreadable
from ketnoi.foundation.vietnamese.dates import parse_day_text
from ketnoi.foundation.vietnamese.phones import parse_phone
from ketnoi.foundation.vietnamese.text import fold

__all__ = ["COLUMNS", "MOST_BYTES", "NoList", "Read", "TooLong", "read", "rows"]

MOST_ROWS, MOST_LINES = 300, 3000
MOST_BYTES, MOST_UNPACKED = 1_000_000, 20_000_000
LONGEST = 60
HEADS = {
    "number": re.compile(r"(so )?(dien thoai|dt|sdt|goi den|may goi|caller|phone)( .*)?"),
    "at": re.compile(r"(ngay|thoi gian|luc|goi luc|ngay gio|date|time|date time)( goi)?( .*)?"),
    "hour": re.compile(r"gio( goi)?( .*)?|hour"),
    "length": re.compile(r"(thoi luong|do dai|so giay|duration|length)( .*)?"),
    "language": re.compile(r"(ngon ngu|tieng|phim|language)( .*)?"),
    "message": re.compile(r"(co )?(loi nhan|tin nhan|thu thoai|voicemail|message)( .*)?"),
}
COLUMNS = tuple(HEADS)
LANGUAGES = (
    ("vi", r"(tieng )?(viet|kinh)( .*)?|vi|vietnamese"),
    ("km", r"(tieng )?(khmer|kho me|khome)|km"),
    ("en", r"(tieng )?anh|en|english"),
)
YES, NO = re.compile(r"co( .*)?|x|1|yes|true"), re.compile(r"khong( .*)?|-|0|no|false")
FIRST_SERIAL, SERIALS = date(1899, 12, 30), range(40_000, 80_000)
HOUR = re.compile(r"(\d{1,2})\s*(?:gio|[:hg])\s*(\d{1,2})?(?:[:p]\s*(\d{1,2}))?.*")
WITH_HOUR = re.compile(
    r"(.*\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/\-.]\d{1,2}[/\-.]\d{2})[\sT,]+(\d{1,2}\s*[:hg].*)"
)
HOUR_FIRST = re.compile(r"(\d{1,2}\s*[:hg][\d:]*)\s+(.*\d)")
SHORT_YEAR = re.compile(r"(\d{1,2}[/\-.]\d{1,2}[/\-.])(\d{2})")
LENGTH = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{2})|(\d+)( ?(s|giay))?")
A_DAY = 24 * 60 * 60


@dataclass
class Read:
    """One line: what was understood, and for which column something must be written anew."""

    facts: dict[str, Any] = field(default_factory=dict)
    flaws: list[tuple[str, str]] = field(default_factory=list)


class Flaw(ValueError):
    """A cell that says something else than what is needed; the code of what to write."""


def rows(content: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    """The filled lines of a list, Excel or CSV: their number, and their cells by what they are."""
    shape = sheets.Shape(
        heads=HEADS,
        needed="number",
        lost_zero={"number": 9},
        moments=frozenset({"at", "hour", "length"}),
        most_rows=MOST_ROWS,
        most_lines=MOST_LINES,
        most_bytes=MOST_BYTES,
        most_unpacked=MOST_UNPACKED,
        shows_formulas=True,
        takes_csv=True,
    )
    return sheets.rows(content, shape)


def read(row: dict[str, str], *, now: datetime, oldest: datetime) -> Read:
    """What a line tells of one missed call; `now` is in the time of the province.

    Source: the network's own rule: a line with one flaw is not taken, and all its flaws are said.
    """
    told = Read()
    _take(told, "number", _number, row["number"])
    _take(told, "at", lambda text: _moment(text, row["hour"], now=now, oldest=oldest), row["at"])
    _take(told, "length", _length, row["length"])
    _take(told, "language", _language, row["language"])
    _take(told, "message", _yes, row["message"])
    return told


def _take(told: Read, part: str, reader: Any, text: str) -> None:
    try:
        _refuse_unreadable(text)
        told.facts[part] = reader(text)
    except Flaw as flaw:
        told.flaws.append((part, str(flaw)))


def _refuse_unreadable(text: str) -> None:
    if text.startswith(FORMULA):
        raise Flaw("formula")
    if len(text) > LONGEST:
        raise Flaw("too_long")


def _number(text: str) -> str:
    try:
        return parse_phone(text)
    except Unreadable:
        raise Flaw("number") from None


def _moment(text: str, hour: str, *, now: datetime, oldest: datetime) -> str:
    """When somebody called, in the time of the province: day and hour in one cell, or in two."""
    try:
        called = _together(text, hour, now.tzinfo)
    except (Unreadable, ValueError, OverflowError):
        raise Flaw("at") from None
    if called > now:
        raise Flaw("later")
    if called <= oldest:
        raise Flaw("old")
    return called.isoformat()


def _together(text: str, hour: str, zone: tzinfo | None) -> datetime:
    if (serial := _serial(text, zone)) is not None:
        is_whole = serial.time() != time() or not hour
        return serial if is_whole else _joined(serial.date(), hour, zone)
    if found := WITH_HOUR.fullmatch(text):
        return _joined(_day(found[1]), found[2], zone)
    if found := HOUR_FIRST.fullmatch(text):
        return _joined(_day(found[2]), found[1], zone)
    return _joined(_day(text), hour, zone)


def _serial(text: str, zone: tzinfo | None) -> datetime | None:
    """The number by which Excel counts days, and parts of a day."""
    try:
        counted = float(text)
    except ValueError:
        return None
    if int(counted) not in SERIALS:
        raise ValueError(text)
    first = datetime.combine(FIRST_SERIAL, time(), tzinfo=zone)
    return first + timedelta(seconds=round(counted * A_DAY))


def _joined(day: date, hour: str, zone: tzinfo | None) -> datetime:
    """Raises ValueError where no hour is said: a call is known by its minute."""
    found = HOUR.fullmatch(fold(hour))
    if found is None:
        raise ValueError(hour)
    at = time(int(found[1]), int(found[2] or 0), int(found[3] or 0))
    return datetime.combine(day, at, tzinfo=zone)


def _day(text: str) -> date:
    if short := SHORT_YEAR.fullmatch(text.strip()):
        text = f"{short[1]}20{short[2]}"
    return parse_day_text(text.strip(" ,"))


def _length(text: str) -> int | None:
    """Seconds; nothing where it is not said."""
    if not text:
        return None
    found = LENGTH.fullmatch(fold(text))
    if found is None:
        raise Flaw("length")
    if found[4]:
        return min(int(found[4]), A_DAY)
    return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3])


def _language(text: str) -> str:
    if not text:
        return ""
    known = (code for code, pattern in LANGUAGES if re.fullmatch(pattern, fold(text)))
    found = next(known, "")
    if not found:
        raise Flaw("language")
    return found


def _yes(text: str) -> bool:
    words = fold(text)
    if not words or NO.fullmatch(words):
        return False
    if YES.fullmatch(words):
        return True
    raise Flaw("yes_or_no")
