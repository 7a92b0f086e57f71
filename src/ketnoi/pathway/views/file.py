"""The page of a file: a task list, what happened, and what can be done now."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases import queries as cases
from ketnoi.cases.terms import Status, Step
from ketnoi.foundation import clock
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.foundation.vietnamese.dates import format_day
from ketnoi.merging import queries as merging
from ketnoi.pathway import queries, rules
from ketnoi.pathway.views import links

BEGINS = {
    "consent": ("cases:consents", ""),
    "identification": ("referrals:choose", "?nhu-cau=identification"),
    "safe_place": ("referrals:choose", "?nhu-cau=safe_place"),
    "support": ("support:support", ""),
    "livelihood": ("referrals:choose", "?nhu-cau=livelihood"),
    "reintegration": ("reintegration:follow_ups", ""),
}
"""Where a step that has not begun is begun by the agency that holds the file."""

ENDED = frozenset({Status.CLOSED, Status.TRANSFERRED, Status.MERGED, Status.ENTERED_IN_ERROR})
"""In these states nothing new is begun; the file is read, or opened again."""


@dataclass(frozen=True)
class Line:
    """One step of the task list as it is drawn."""

    label: str
    state: str
    words: str
    href: str
    due: datetime | None


@page(Audience.MEMBERS, finds=cases.case_by_code)
def case(request: PageRequest, case: Any) -> HttpResponse:
    sheet, goes_on = queries.sheet(case, request.member), case.status not in ENDED
    shown = {
        "case": case,
        "sheet": sheet,
        "steps": [_line(stand, sheet, request.member) for stand in sheet.steps],
        "follows_links": request.member.files is not None or sheet.holds,
        "first": links.first(sheet, request.member) if goes_on else [],
        "groups": links.groups(sheet, request.member) if goes_on else [],
        "more": list(links.more(case, request.member)) if sheet.holds else [],
        "places": len(sheet.doors) + 1,
        "merges": merging.merges_of(case, request.member) if len(cases.within(case)) > 1 else [],
        "now": clock.now(),
    }
    return render(request, "pathway/case.html", shown)


def _line(stand: rules.Stand, sheet: queries.Sheet, member: Any) -> Line:
    begin, question = BEGINS.get(stand.step, ("", ""))
    is_open = sheet.case.status not in ENDED
    begins = stand.state in {"todo", "done"} and begin and sheet.holds and is_open
    href = reverse(begin, args=[sheet.case.code]) + question if begins else ""
    if stand.state == "doing" and (member.files or sheet.holds):
        href = stand.task.href
    due = stand.task.due_at if stand.state == "doing" else None
    return Line(str(Step(stand.step).label), stand.state, _words(stand, sheet, member), href, due)


def _words(stand: rules.Stand, sheet: queries.Sheet, member: Any) -> str:
    if stand.step == "reception":
        return f"{format_day(sheet.case.received_at.astimezone(clock.ZONE).date())}"
    if stand.state == "doing":
        return _("{what}, chờ {agency}").format(
            what=stand.task.get_kind_display(), agency=stand.task.agency.name
        )
    if stand.state == "done" and stand.task.done_at:
        day = format_day(stand.task.done_at.astimezone(clock.ZONE).date())
        return f"{day}{_work(sheet, member)}" if stand.step == "reintegration" else day
    return _("chờ sự đồng ý") if stand.state == "blocked" else _("chưa bắt đầu")


def _work(sheet: queries.Sheet, member: Any) -> str:
    works = queries.works_after_a_year(sheet, member)
    if works is None:
        return ""
    return " · " + (
        _("sau 12 tháng: có việc làm") if works else _("sau 12 tháng: chưa có việc làm")
    )
