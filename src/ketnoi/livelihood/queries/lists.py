"""A list of opportunities that was sent in: its lines, what is wrong, what is on offer already."""

import io
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.vietnamese.text import fold
from ketnoi.livelihood import access, terms
from ketnoi.livelihood.models import OfferList, Opportunity
from ketnoi.livelihood.rules import reading
from ketnoi.places import queries as places

EXAMPLE = (
    "May công nghiệp", "Việc làm", "Xưởng may Mẫu", "Xã Mỹ Tú, TP Cần Thơ", 5, "Ban ngày", 18, 45,
    "9/12", "May", 6_500_000, "Có", "Không", "0912345678", "", "",
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One line as the page shows it: its number, what it offers, and what is to be written anew."""

    number: int
    title: str
    partner: str
    flaws: list[str]
    is_known: bool


class Places:
    """Communes by how a list writes them, each looked up once."""

    def __init__(self) -> None:
        self.known: dict[str, list[Any]] = {}

    def of(self, text: str) -> str:
        """The code of the one commune that is meant; a flaw when it is none or several."""
        found = self.known.setdefault(text, places.communes_like(text))
        exact = [match for match in found if fold(match.label) == fold(text)]
        for matches in (exact, found):
            if len(matches) == 1:
                return matches[0].value
        raise reading.Flaw("communes" if found else "commune")


def offer_list(member: Any, pk: UUID) -> OfferList | None:
    """A list that this member's agency sent in."""
    if not access.may_offer(member=member):
        return None
    return OfferList.objects.visible_to(member).filter(pk=pk).first()


def lines_of(source: OfferList) -> list[Line]:
    """Its lines, those with something to correct first."""
    new = {row["number"] for row in without_what_is_on_offer(source.rows)}
    lines = [
        Line(
            number=row["number"],
            title=row["shown"][0],
            partner=row["shown"][1],
            flaws=[_flaw(column, code) for column, code in row["flaws"]],
            is_known=not row["flaws"] and row["number"] not in new,
        )
        for row in source.rows
    ]
    return sorted(lines, key=lambda line: (not line.flaws, line.number))


def without_what_is_on_offer(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The good lines that offer something new: neither on offer now nor in a line before."""
    known, new = on_offer_now(), []
    for row in rows:
        if row["flaws"]:
            continue
        same = reading.identity(row["told"])
        if same not in known:
            known.add(same)
            new.append(row)
    return new


def on_offer_now() -> set[tuple[str, ...]]:
    """What makes each opportunity of today what it is."""
    open_today = Q(until=None) | Q(until__gte=clock.today())
    found = Opportunity.objects.filter(open_today, withdrawn_at=None)
    return {reading.identity(one) for one in found.values("kind", "title", "partner", "commune")}


def template_of_list() -> bytes:
    """An Excel file with the heads, one example, and nothing to calculate."""
    from openpyxl import Workbook

    book = Workbook()
    page: Any = book.active
    # In Vietnamese, whatever language the page is in: so it is read again.
    with translation.override("vi"):
        page.append([_("Danh sách cơ hội sinh kế. Xóa dòng ví dụ, ghi mỗi cơ hội một dòng.")])
        page.append([str(terms.COLUMNS[part]) for part in reading.COLUMNS])
    page.append([f"{value}" if part == "phone" else value for part, value in _example()])
    for at, part in enumerate(reading.COLUMNS, start=1):
        cell = page.cell(3, at)
        # A number in front of which a zero must stay, and a school year that is no day.
        cell.number_format = "@" if part in {"phone", "schooling"} else cell.number_format
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _example() -> list[tuple[str, Any]]:
    return list(zip(reading.COLUMNS, EXAMPLE, strict=True))


def _flaw(column: str, code: str) -> str:
    return f"{terms.COLUMNS[column]}: {terms.FLAWS[code]}"
