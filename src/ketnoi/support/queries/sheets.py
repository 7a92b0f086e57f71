"""The books of a fund as an Excel file: what people typed is text, and never a formula."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.foundation.vietnamese.dates import format_day
from ketnoi.support.models import Fund
from ketnoi.support.queries.funds import Booked

WIDTHS = (8, 14, 20, 18, 20, 20, 16, 24)


def books_as_sheet(fund: Fund, booked: Iterable[Booked]) -> bytes:
    """One line for each entry, the first one first, with the balances of today above them."""
    from openpyxl import Workbook

    book = Workbook(write_only=False)
    sheet = book.active
    sheet.title = _("Sổ quỹ")
    for at, line in enumerate([*_head(fund), _columns(), *map(_line, booked)], start=1):
        _put(sheet, at, line)
    for at, width in enumerate(WIDTHS):
        sheet.column_dimensions["ABCDEFGH"[at]].width = width
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _head(fund: Fund) -> list[list[Any]]:
    return [
        [_("Quỹ"), fund.name],
        [_("Nguồn"), str(fund.get_source_display())],
        [_("Đã nhận"), fund.received],
        [_("Chưa hứa"), fund.free],
        [_("Đã hứa, chưa chi"), fund.promised],
        [_("Đã chi"), fund.paid],
        [],
    ]


def _columns() -> list[Any]:
    return [
        _("Số"),
        _("Ngày"),
        _("Bút toán"),
        _("Số tiền"),
        _("Từ"),
        _("Sang"),
        _("Mã hồ sơ"),
        _("Số chứng từ"),
    ]


def _line(one: Booked) -> list[Any]:
    entry = one.entry
    return [
        entry.number,
        format_day(entry.on),
        str(entry.get_kind_display()),
        entry.amount,
        str(entry.get_taken_from_display()),
        str(entry.get_put_into_display()),
        one.code,
        entry.document,
    ]


def _put(sheet: Any, at: int, line: list[Any]) -> None:
    for column, value in enumerate(line, start=1):
        cell = sheet.cell(row=at, column=column, value=value)
        if isinstance(value, str):
            cell.data_type, cell.quotePrefix = "s", True
        else:
            cell.number_format = "#,##0"
