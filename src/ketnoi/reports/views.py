"""The coordinator's page: what waits, where, how long, and whether the loop closes."""

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
from ketnoi.reports.queries import outcomes as results


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
