"""The coordinator's page: what waits, where, how long, and whether the loop closes."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Role
from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.referrals import queries as referrals
from ketnoi.reintegration.queries import FEWEST
from ketnoi.reports import access, queries
from ketnoi.reports.queries import calls as telephone
from ketnoi.reports.queries import outcomes as results

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page(Audience.MEMBERS, roles=(Role.COORDINATOR,))
def board(request: PageRequest) -> HttpResponse:
    now, member = clock.now(), request.member
    shown = {
        "board": queries.board(member, now=now),
        "guests": referrals.often_guests(member),
        "late": cases.late_tasks(member, now=now),
        "heads": [_("Đơn vị"), _("Đang chờ"), _("Quá hạn")],
        "days": queries.DAYS,
        "now": now,
    }
    return render(request, "reports/board.html", shown)


@page(Audience.MEMBERS, roles=tuple(access.READS_OUTCOMES))
def outcomes(request: PageRequest) -> HttpResponse:
    now, member = clock.now(), request.member
    shown = {
        "lines": results.after_each_month(member, now=now),
        "kinds": results.with_each_kind(member, now=now) if member.files else None,
        "fewest": FEWEST,
        "heads": [_("Lần hỏi"), _("Có việc làm"), _("Ổn định hoặc tốt lên"), _("Có chuyện")],
        "kind_heads": [_("Đã được hỗ trợ"), _("Có việc làm sau 12 tháng"), _("Độ chắc chắn")],
    }
    return render(request, "reports/outcomes.html", shown)


@page(Audience.MEMBERS, roles=tuple(access.READS_OUTCOMES))
def calls(request: PageRequest) -> HttpResponse:
    told = telephone.calls_told(request.member, now=clock.now())
    shown = {
        "told": told,
        "last": told.until - timedelta(days=1),
        "fewest": FEWEST,
        "heads": [_("Mục"), _("Số cuộc gọi")],
    }
    return render(request, "reports/calls.html", shown)


@page(Audience.MEMBERS, roles=tuple(access.READS_OUTCOMES))
def calls_workbook(request: PageRequest) -> HttpResponse:
    told = telephone.calls_told(request.member, now=clock.now())
    headers = {"Content-Disposition": 'attachment; filename="cuoc-goi.xlsx"'}
    return HttpResponse(telephone.workbook(told), content_type=EXCEL, headers=headers)
