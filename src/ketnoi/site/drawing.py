"""What components work out before they are drawn: words for time left, labels, problems."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from ketnoi.foundation.clock import ZONE

DAY, HOUR, MINUTE = 86_400, 3_600, 60
SOON = timedelta(days=1)
ROW = re.compile(r"<tr\b(?P<rest>.*?)</tr>", re.DOTALL)
NUMBER = re.compile(r"class=[\"'][^\"']*\bnum\b")
CELL = re.compile(r"<(?P<kind>t[dh])\b(?P<rest>[^>]*)>")


@dataclass(frozen=True)
class Problem:
    """Something to put right, and where."""

    text: str
    place: str


@dataclass(frozen=True)
class Dated:
    """A line of a timeline, with its day in the shortest form that is not ambiguous."""

    at: datetime
    shown: str
    text: str
    who: str


def time_left(due: datetime, now: datetime) -> tuple[str, str]:
    """Whether it is far, soon or late, and the words for it."""
    left = due - now
    if left < timedelta(0):
        return "late", _late(int(-left.total_seconds()))
    return ("soon" if left < SOON else "far"), _left(int(left.total_seconds()))


def labelled(content: str, heads: Sequence[str]) -> SafeString:
    """The rows of a table with the name of the column on every cell, for narrow screens."""
    return SafeString(ROW.sub(lambda row: _labelled_row(row[0], heads), content))


def columns(content: str, heads: Sequence[str]) -> list[tuple[str, bool]]:
    """The headings of a table, and whether figures stand below them."""
    row = ROW.search(content)
    cells = CELL.findall(row[0]) if row else []
    numbers = [NUMBER.search(rest) is not None for _kind, rest in cells]
    return list(zip_longest(heads, numbers[: len(heads)], fillvalue=False))


def dated(lines: Iterable[Any]) -> Iterator[Dated]:
    """Lines with their day; the year is written only where it is not this line's first year."""
    year = None
    for line in lines:
        local = line.at.astimezone(ZONE)
        year = year or local.year
        shown = f"{local:%d/%m %H:%M}" if local.year == year else f"{local:%d/%m/%Y %H:%M}"
        yield Dated(at=line.at, shown=shown, text=line.text, who=line.who)


def problems(form: Any) -> list[Problem]:
    """The errors of a form in the order of its fields; those of the whole form come first."""
    if form is None or not getattr(form, "errors", None):
        return []
    found = [Problem(text, "") for text in form.non_field_errors()]
    for field in form:
        found += [Problem(text, place(field)) for text in field.errors]
    return found


def place(field: Any) -> str:
    """The id of the first thing one can type or choose in a field."""
    first = field.id_for_label or f"{field.auto_id}_0"
    return "" if field.is_hidden else first


def _labelled_row(row: str, heads: Sequence[str]) -> str:
    names = iter(heads)

    def label(cell: re.Match[str]) -> str:
        kind, rest = cell["kind"], cell["rest"]
        role = "rowheader" if kind == "th" else "cell"
        return f'<{kind} role="{role}" data-label="{escape(next(names, ""))}"{rest}>'

    return CELL.sub(label, row.replace("<tr", '<tr role="row"', 1))


def _left(seconds: int) -> str:
    if seconds >= DAY:
        return _count(ngettext("còn %(n)d ngày", "còn %(n)d ngày", seconds // DAY), seconds // DAY)
    if seconds >= HOUR:
        hours = seconds // HOUR
        return _count(ngettext("còn %(n)d giờ", "còn %(n)d giờ", hours), hours)
    minutes = max(seconds // MINUTE, 1)
    return _count(ngettext("còn %(n)d phút", "còn %(n)d phút", minutes), minutes)


def _late(seconds: int) -> str:
    if seconds >= DAY:
        return _count(ngettext("quá %(n)d ngày", "quá %(n)d ngày", seconds // DAY), seconds // DAY)
    if seconds >= HOUR:
        hours = seconds // HOUR
        return _count(ngettext("quá %(n)d giờ", "quá %(n)d giờ", hours), hours)
    if seconds < MINUTE:
        return gettext("vừa quá hạn")
    minutes = seconds // MINUTE
    return _count(ngettext("quá %(n)d phút", "quá %(n)d phút", minutes), minutes)


def _count(words: str, number: int) -> str:
    return words % {"n": number}
