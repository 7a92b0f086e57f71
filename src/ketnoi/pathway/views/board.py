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

DAYS = 90


@page(Audience.MEMBERS, roles=(Role.COORDINATOR,))
def board(request: PageRequest) -> HttpResponse:
    now, member = clock.now(), request.member
    shown = {
        "figures": referrals.figures(member, since=now - timedelta(days=DAYS), now=now),
        "lost": cases.lost_files(member),
        "forgotten": len(referrals.forgotten(member, now=now)),
        "without_deadline": referrals.without_deadline(member),
        "agencies": cases.waiting_by_agency(member, now=now),
        "late": cases.late_tasks(member, now=now),
        "heads": [_("Đơn vị"), _("Đang chờ"), _("Quá hạn")],
        "days": DAYS,
        "now": now,
    }
    return render(request, "pathway/board.html", shown)
