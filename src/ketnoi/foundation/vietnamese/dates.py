"""Days as people write them in Viet Nam: day, month, year."""

import re
from datetime import date, datetime
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as public_

from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.vietnamese.text import fold, plain_digits
from ketnoi.foundation.vietnamese.unreadable import Unreadable

FIRST_YEAR, LAST_YEAR = 1900, 2100
YEAR_DIGITS = 4
BETWEEN = r"(?:\s*[/\-.,]\s*|\s*thang\s*|\s*nam\s*|\s+)"
DAY_FIRST = re.compile(rf"(?:ngay\s*)?(\d{{1,2}}){BETWEEN}(\d{{1,2}}){BETWEEN}(\d{{1,4}})")
BIRTH = re.compile(r"(?:nam sinh|sinh nam|sinh)?\s*(khoang|chung|tam)?\s*(\d{1,4})\s*(tuoi)?")
OLDEST = 120
YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")

HOW = public_("Hãy nhập ngày, tháng, năm bằng số, ví dụ 27/3/2026.")
FOUR_DIGITS = public_("Hãy nhập năm đủ bốn chữ số, ví dụ 2026.")
NO_SUCH_DAY = public_("Ngày này không có trong lịch. Hãy xem lại ngày và tháng.")
OTHER_YEAR = public_("Hãy xem lại năm, ví dụ 2026.")

A_YEAR_OR_AGE = public_("Hãy nhập năm sinh hoặc tuổi, ví dụ 1990, khoảng 1990 hoặc 36 tuổi.")


class BirthYear(NamedTuple):
    """The year in which somebody was born, and whether it is only a guess."""

    year: int
    is_guess: bool


def parse_day(day: str, month: str, year: str) -> date:
    """The day written in three boxes."""
    parts = [plain_digits(part).strip() for part in (day, month, year)]
    if not all(part.isdecimal() for part in parts):
        raise Unreadable(HOW)
    if len(parts[2]) != YEAR_DIGITS:
        raise Unreadable(FOUR_DIGITS)
    return _existing(*(int(part) for part in parts))


def parse_day_text(text: str) -> date:
    """The day written in one piece: 27/3/2026, 27-03-2026, ngày 27 tháng 3 năm 2026."""
    written = fold(plain_digits(text))
    if found := YEAR_FIRST.fullmatch(written):
        return parse_day(found[3], found[2], found[1])
    if found := DAY_FIRST.fullmatch(written):
        return parse_day(*found.groups())
    raise Unreadable(HOW)


def parse_birth_year(text: str, *, today: date) -> BirthYear:
    """The year somebody was born, from a year or an age; from an age it is always a guess."""
    found = BIRTH.fullmatch(fold(plain_digits(text)))
    if found is None:
        raise Unreadable(A_YEAR_OR_AGE)
    number, is_year = int(found[2]), len(found[2]) == YEAR_DIGITS and not found[3]
    year = number if is_year else today.year - number
    if not today.year - OLDEST <= year <= today.year:
        raise Unreadable(A_YEAR_OR_AGE)
    return BirthYear(year, is_guess=bool(found[1]) or not is_year)


def format_day(day: date) -> str:
    """The day in figures: 27/03/2026."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def format_long_day(day: date) -> str:
    """The day in a sentence, in the language of the page: ngày 27 tháng 3 năm 2026."""
    return date_format(day, "DATE_FORMAT")


def format_moment(moment: datetime) -> str:
    """The day and hour in Viet Nam: 27/03/2026 14:05."""
    local = moment.astimezone(ZONE)
    return f"{format_day(local)} {local:%H:%M}"


def _existing(day: int, month: int, year: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable(OTHER_YEAR)
    try:
        return date(year, month, day)
    except ValueError:
        raise Unreadable(NO_SUCH_DAY) from None
