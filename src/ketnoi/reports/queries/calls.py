"""How many calls were answered, as the hotline 111 counts: by month and by what was said."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ketnoi.foundation.clock import ZONE
from ketnoi.intake import queries as intake
from ketnoi.intake.terms import Aged, Asks, CallOutcome, Spoken, WhoCalls
from ketnoi.people.terms import Sex
from ketnoi.reintegration.queries import FEWEST
from ketnoi.reports import rules

TABLES: tuple[tuple[str, Any, Any], ...] = (
    ("asks", gettext_lazy("Về việc gì"), Asks),
    ("outcome", gettext_lazy("Kết quả cuộc gọi"), CallOutcome),
    ("who_calls", gettext_lazy("Ai gọi"), WhoCalls),
    ("sex", gettext_lazy("Giới của người cần giúp"), Sex),
    ("aged", gettext_lazy("Khoảng tuổi của người cần giúp"), Aged),
    ("language", gettext_lazy("Nói tiếng gì"), Spoken),
    ("place", gettext_lazy("Ở tỉnh nào"), None),
)
"""By what calls are counted: the code, its heading, its words (a province is its own)."""


@dataclass(frozen=True)
class Table:
    """Counts under one heading; what is too few to be told stands together in the last line."""

    title: str
    lines: list[tuple[str, int]]


@dataclass(frozen=True)
class Told:
    """The calls of so many whole months; `total` is nothing where they are too few."""

    since: datetime
    until: datetime
    total: int
    tables: list[Table]


def calls_told(member: Any, *, now: datetime) -> Told:
    """The numbers of the last whole months: the month that goes on would name its newest call."""
    until = now.astimezone(ZONE).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    since = until.replace(year=until.year - 1)
    found = intake.counted_calls(member, since=since, until=until)
    total = len(found) if len(found) >= FEWEST else 0
    months = _table(_("Tháng"), [_month(one) for one in found], str)
    tables = [months, *(_of(code, title, words, found) for code, title, words in TABLES)]
    return Told(since, until, total, [table for table in tables if table.lines])


def workbook(told: Told) -> bytes:
    """The same tables, one below the other, in an Excel file."""
    from openpyxl import Workbook  # half a second of loading, needed here alone

    book, out = Workbook(), BytesIO()
    sheet: Any = book.active
    for table in told.tables:
        sheet.append([table.title, _("Số cuộc gọi")])
        for line in table.lines:
            sheet.append(line)
        sheet.append([])
    book.save(out)
    return out.getvalue()


def _of(code: str, title: Any, words: Any, found: list[dict[str, Any]]) -> Table:
    said = [str(one[code] or "") for one in found]
    return _table(str(title), said, str if words is None else lambda value: words(value).label)


def _table(title: str, said: list[str], words: Callable[[str], Any]) -> Table:
    told, together = rules.told_lines(Counter(said), fewest=FEWEST)
    lines = [(str(words(one)) if one else _("Chưa biết"), told[one]) for one in sorted(told)]
    if together:
        lines.append((_("Các mục ít hơn, cộng chung"), together))
    return Table(title, lines)


def _month(one: dict[str, Any]) -> str:
    return f"{one['begun_at'].astimezone(ZONE):%m/%Y}"
