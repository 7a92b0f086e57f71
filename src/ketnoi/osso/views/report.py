"""The numbers of the office by month and category, as a table and as a workbook."""

from io import BytesIO
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Function, Role
from ketnoi.foundation import clock
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.osso import access, queries
from ketnoi.osso.terms import Category

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
YEARS = 6


@page(Audience.MEMBERS, roles=(Role.LEAD,), functions=(Function.OSSO,))
def report(request: PageRequest) -> HttpResponse:
    found, this_year = _report(request), clock.today().year
    shown = {
        "report": found,
        "heads": [_("Tháng"), *_columns()],
        "lines": list(zip(_months(found), found.cells, strict=True)),
        "years": range(this_year, this_year - YEARS, -1),
    }
    return render(request, "osso/report.html", shown)


@page(Audience.MEMBERS, roles=(Role.LEAD,), functions=(Function.OSSO,))
def workbook(request: PageRequest) -> HttpResponse:
    found = _report(request)
    name = f"mot-cua-{found.year}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(_workbook(found), content_type=EXCEL, headers=headers)


def _report(request: PageRequest) -> queries.Report:
    if not access.may_read_report(member=request.member):
        raise Http404
    today, wanted = clock.today(), request.GET.get("nam", "")
    offered = {str(today.year - back): today.year - back for back in range(YEARS)}
    if wanted and wanted not in offered:
        raise Http404
    return queries.report(request.member, year=offered.get(wanted, today.year), today=today)


def _columns() -> list[str]:
    return [*(str(c.label) for c in Category), _("Tất cả")]


def _months(found: queries.Report) -> list[str]:
    return [*(f"{month:02}/{found.year}" for month in found.months), _("Cả năm")]


def _workbook(found: queries.Report) -> bytes:
    """Two sheets: sessions and people are different numbers, and each has its own."""
    from openpyxl import Workbook  # half a second of loading, needed here alone

    book, out = Workbook(), BytesIO()
    book.remove(book.active)
    for title, number in ((_("Lượt tư vấn"), "sessions"), (_("Số người"), "people")):
        sheet = book.create_sheet(title)
        sheet.append([_("Tháng"), *_columns()])
        for month, line in zip(_months(found), found.cells, strict=True):
            sheet.append([month, *(_told(cell, number) for cell in line)])
    book.save(out)
    return out.getvalue()


def _told(cell: Any, number: str) -> Any:
    return _("ẩn") if cell is None else getattr(cell, number)
