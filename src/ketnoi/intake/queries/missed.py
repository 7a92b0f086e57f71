"""A list of missed calls: its lines, what is wrong with each, who waits or was called already."""

import io
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import translation

from ketnoi.foundation.crypto import exact_tags
from ketnoi.foundation.vietnamese.phones import format_phone
from ketnoi.intake import access
from ketnoi.intake.models import BlockedNumber, MissedList
from ketnoi.intake.queries.callbacks import calls_of_number
from ketnoi.intake.rules import missed
from ketnoi.intake.terms import COLUMNS, FLAWS, NUMBERS, ListState
from ketnoi.law import queries as law

EXAMPLE = ("0912345678", "27/11/2026", "14:05", 12, "Việt", "Có")
LOOKED_BACK = timedelta(days=366)


@dataclass(frozen=True)
class Line:
    """One line as the page shows it; `why` says why nobody is to be called for it."""

    line: int
    shown: str
    number: str
    at: datetime | None
    language: str
    has_message: bool
    flaws: list[str]
    why: str

    @property
    def is_new(self) -> bool:
        """Whether it becomes a call to return."""
        return not self.flaws and not self.why


def missed_list(member: Any, pk: UUID) -> MissedList | None:
    """A list that this member's agency sent in."""
    if not access.may_answer(member=member):
        return None
    found = MissedList.objects.visible_to(member, one=True).filter(agency_id=member.files, pk=pk)
    return found.select_related("key").first()


def lines_of(source: MissedList, by: Any) -> list[Line]:
    """Its lines, those with something to correct first; none once the list is over."""
    if source.state != ListState.LOOKED_AT:
        return []
    told = json.loads(source.lines.open() or "[]")
    seen: set[str] = set()
    lines = [_line(row, seen, by) for row in sorted(told, key=_when)]
    return sorted(lines, key=lambda line: (not line.flaws, line.line))


def oldest_missed(now: datetime) -> datetime:
    """Calls of that time and before are not returned: what was kept of them may be gone."""
    days = law.fact("callback.kept", on=now.date()).value or 0
    return now - timedelta(days=days)


def lists_to_drop(by: Any, *, now: datetime) -> list[MissedList]:
    """Lists that were looked at and neither added nor dropped for as long as a draft is kept."""
    found = MissedList.objects.visible_to(by).filter(state=ListState.LOOKED_AT)
    return [one for one in found if law.due(code="draft.kept", start=one.brought_at) <= now]


def template_of_missed() -> bytes:
    """An Excel file with the heads, one example, and nothing to calculate."""
    from openpyxl import Workbook

    book, kept = Workbook(), io.BytesIO()
    page: Any = book.active
    # In Vietnamese, whatever language the page is in: so it is read again.
    with translation.override("vi"):
        page.append([str(COLUMNS[part]) for part in missed.COLUMNS])
    page.append(EXAMPLE)
    for at in (1, 2, 3):
        page.cell(2, at).number_format = "@"
    book.save(kept)
    return kept.getvalue()


def _line(row: dict[str, Any], seen: set[str], by: Any) -> Line:
    told = row["told"]
    flaws = [f"{COLUMNS[part]}: {FLAWS[code]}" for part, code in row["flaws"]]
    number = told.get("number", "")
    at = datetime.fromisoformat(told["at"]) if told.get("at") else None
    why = "" if flaws or at is None else _why_not(number, at, seen, by)
    if not flaws:
        seen.add(number)
    shown = format_phone(number) if number else row["shown"]
    more = (told.get("language", ""), told.get("message", False))
    return Line(row["line"], shown, number, at, *more, flaws, why)


def _why_not(number: str, at: datetime, seen: set[str], by: Any) -> str:
    """One number is called once, however often it rang; never after it was called since."""
    tags = exact_tags(NUMBERS, number)
    if number in seen:
        return "again"
    blocked = BlockedNumber.objects.visible_to(by).filter(number_tag__in=tags, until__gt=at)
    if blocked.exists():
        return "blocked"
    since = calls_of_number(tags, by).filter(Q(ended_at=None) | Q(ended_at__gte=at))
    return "known" if since.exists() else ""


def _when(row: dict[str, Any]) -> str:
    return row["told"].get("at", "")
