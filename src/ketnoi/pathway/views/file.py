"""The page of a file: a task list, what happened, and what can be done now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ketnoi.agencies.terms import Function
from ketnoi.cases import queries as cases
from ketnoi.cases.terms import Channel, Status, Step
from ketnoi.foundation import clock
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.foundation.vietnamese.dates import format_day
from ketnoi.merging import queries as merging
from ketnoi.pathway import queries, rules
from ketnoi.transfers import queries as transfers

BEGINS = {
    "consent": ("cases:consents", ""),
    "identification": ("referrals:choose", "?nhu-cau=identification"),
    "safe_place": ("referrals:choose", "?nhu-cau=safe_place"),
    "support": ("support:support", ""),
    "livelihood": ("referrals:choose", "?nhu-cau=livelihood"),
    "reintegration": ("reintegration:follow_ups", ""),
}
"""Where a step that has not begun is begun by the agency that holds the file."""

OWN_WORK = {
    Function.POLICE: (gettext_lazy("Xác minh, xác định"), "identification:decide"),
    Function.BORDER_GUARD: (gettext_lazy("Xác minh, xác định"), "identification:decide"),
    Function.HEALTH_DEPT: (gettext_lazy("Xác minh, xác định"), "identification:decide"),
    Function.SHELTER: (gettext_lazy("Tạm lánh"), "protection:stay"),
    Function.OSSO: (gettext_lazy("Một cửa"), "osso:desk"),
}


ENDED = frozenset({Status.CLOSED, Status.TRANSFERRED, Status.MERGED, Status.ENTERED_IN_ERROR})
"""In these states nothing new is begun; the file is read, or opened again."""


ALL_PAGES = (
    (gettext_lazy("Thông tin hồ sơ"), "cases:describe"),
    (gettext_lazy("Thông tin người được hỗ trợ"), "cases:person"),
    (gettext_lazy("Thêm số điện thoại"), "cases:phone"),
    (gettext_lazy("Thêm giấy tờ"), "cases:paper"),
    (gettext_lazy("Thêm địa chỉ"), "cases:address"),
    (gettext_lazy("Con và người phụ thuộc"), "cases:family"),
    (gettext_lazy("Thêm người đại diện (dưới 18 tuổi)"), "cases:representative"),
    (gettext_lazy("Hỏi nơi khác"), "recognition:ask"),
    (gettext_lazy("Thăm hỏi"), "reintegration:follow_ups"),
    (gettext_lazy("Xác minh, xác định"), "identification:decide"),
    (gettext_lazy("Quyền đối với dữ liệu"), "rights:requests"),
    (gettext_lazy("Hồ sơ này trùng với hồ sơ khác"), "merging:choose"),
    (gettext_lazy("Chuyển sang tỉnh khác"), "transfers:transfer"),
    (gettext_lazy("Đổi người phụ trách"), "cases:charge"),
    (gettext_lazy("Kết thúc hỗ trợ"), "pathway:close"),
)
"""What else is done in a file by whoever holds it."""

STILL_PAGES = (
    (gettext_lazy("Quyền đối với dữ liệu"), "rights:requests"),
    (gettext_lazy("Chuyển sang tỉnh khác"), "transfers:transfer"),
)
"""What is left of that once it went to another province."""


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
    sheet = queries.sheet(case, request.member)
    shown = {
        "case": case,
        "sheet": sheet,
        "steps": [_line(stand, sheet, request.member) for stand in sheet.steps],
        "follows_links": request.member.files is not None or sheet.holds,
        "doing": list(_doing(request.member, sheet)),
        "more": list(_more(case, request.member)) if sheet.holds else [],
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


def _doing(member: Any, sheet: queries.Sheet) -> Iterator[tuple[str, str]]:
    code = sheet.case.code
    if sheet.case.status in ENDED or not (member.files or sheet.holds):
        return
    yield _("Ghi chú"), reverse("cases:note", args=[code])
    yield _("Giấy tờ đính kèm"), reverse("cases:attachments", args=[code])
    if sheet.holds:
        yield _("Chuyển gửi"), reverse("referrals:choose", args=[code])
        yield _("Đồng ý và chia sẻ"), reverse("cases:consents", args=[code])
    yield _("Ghi việc đã hỗ trợ"), reverse("support:support", args=[code])
    yield _("Kế hoạch"), reverse("support:plan", args=[code])
    yield _("Chị ấy sống thế nào"), reverse("support:assessments", args=[code])
    if member.files:
        yield _("Nghề và điều kiện"), reverse("livelihood:profile", args=[code])
        yield _("Cơ hội hợp"), reverse("livelihood:suits", args=[code])
        yield _("Đợt ghép"), reverse("rounds:hers", args=[code])
        yield _("Kế hoạch an toàn"), reverse("protection:plan", args=[code])
        yield _("Giao việc"), reverse("conferences:assignments", args=[code])
        yield _("Họp về hồ sơ"), reverse("conferences:conferences", args=[code])
    if member.agency.function in OWN_WORK:
        label, target = OWN_WORK[member.agency.function]
        yield str(label), reverse(target, args=[code])


def _more(case: Any, member: Any) -> Iterator[tuple[str, str]]:
    """A file that went to another province is read; what she asks about her data is answered."""
    for label, target in STILL_PAGES if case.status == Status.TRANSFERRED else ALL_PAGES:
        yield str(label), reverse(target, args=[case.code])
    if case.channel == Channel.PARTNER and transfers.receipt_of(case, member):
        yield _("Mã đã nhận"), reverse("transfers:received", args=[case.code])
    for label, what in (
        (_("Xem họ và tên"), "ten"),
        (_("Hiện số điện thoại"), "so-dien-thoai"),
        (_("Xem giấy tờ"), "giay-to"),
        (_("Xem địa chỉ"), "dia-chi"),
    ):
        yield label, reverse("cases:reveal", args=[case.code, what])
