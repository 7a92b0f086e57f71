"""What rounds said in her file, and asking her about it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.asking import pressed
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.rounds import access, actions, queries

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


@page(Audience.MEMBERS, finds=cases.case_by_code)
def hers(request: PageRequest, case: "Case") -> HttpResponse:
    said = queries.said_in(case, request.member)
    is_waiting = any(one.waits for one in said)
    shown = {
        "case": case,
        "said": said,
        "asks": access.may_take_up(member=request.member, case=case),
        "near": [] if is_waiting else queries.near_offers(case, request.member),
        "back": reverse("pathway:case", args=[case.code]),
    }
    return render(request, "rounds/hers.html", shown)


@page(Audience.MEMBERS, writes=True, finds=cases.case_by_code)
def take_up(request: PageRequest, case: "Case", pk: UUID) -> HttpResponse:
    result = queries.result_in(case, request.member, pk)
    if result is None:
        raise Http404
    return pressed(
        request,
        do=lambda: actions.take_up(result=result, case=case, by=request.member, now=clock.now()),
        said=_("Đã đề xuất. Hãy hỏi ý kiến người được hỗ trợ rồi ghi câu trả lời."),
        to=lambda placement: (
            reverse("livelihood:placement", args=[placement.pk])
            if placement
            else reverse("rounds:hers", args=[case.code])
        ),
    )
