"""Asking several agencies after one talk with her."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Purpose
from ketnoi.cases import queries as cases
from ketnoi.cases.terms import DEFAULT_PACKS
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.osso import queries as wishes
from ketnoi.pathway import actions, forms
from ketnoi.referrals import queries as referrals


@page(Audience.MEMBERS, writes=True, finds=cases.case_by_code)
def ask_several(request: PageRequest, case: Any) -> HttpResponse:
    now = clock.now()
    needs = referrals.needs_to_ask(case, request.member)
    offers = {need: _offered(case, need, now) for need in needs}
    usual = {"packs": list(DEFAULT_PACKS), "urgency": "normal"}
    return asked(
        request,
        forms.AskingSeveral(request.POST or None, offers=offers, initial=usual),
        do=lambda **said: actions.ask_several(case=case, by=request.member, now=now, **said),
        said=_("Đã gửi. Từng nơi nhận sẽ thấy ngay trong hộp chuyển gửi."),
        to=reverse("pathway:case", args=[case.code]),
        template="pathway/ask_several.html",
        case=case,
        not_agreed=[(need, Purpose(need).label) for need, found in offers.items() if not found],
        heading=_("Hỏi nhiều nơi cùng lúc, hồ sơ {code}").format(code=case.code),
        intro=_("Mỗi nhu cầu một nơi. Chỉ những nơi người được hỗ trợ đã đồng ý."),
        button=_("Gửi tất cả"),
        back=reverse("referrals:choose", args=[case.code]),
    )


@page(Audience.MEMBERS, writes=True, finds=wishes.file)
def refer_wishes(request: PageRequest, case: Any) -> HttpResponse:
    now, desk = clock.now(), reverse("osso:desk", args=[case.code])
    needs = wishes.needs_waiting(wishes.wishes_of(case, request.member))
    offers = {need: _offered(case, need, now) for need in needs}
    usual = {"packs": list(DEFAULT_PACKS), "urgency": "normal"}
    return asked(
        request,
        forms.AskingSeveral(request.POST or None, offers=offers, initial=usual),
        do=lambda **said: actions.refer_wishes(case=case, by=request.member, now=now, **said),
        said=_("Đã gửi. Từng nơi nhận sẽ thấy ngay trong hộp chuyển gửi."),
        to=desk,
        template="pathway/ask_several.html",
        case=case,
        not_agreed=[(need, Purpose(need).label) for need, found in offers.items() if not found],
        heading=_("Chuyển nơi khác giúp, hồ sơ {code}").format(code=case.code),
        intro=_("Mỗi nhu cầu một nơi. Chỉ những nơi người được hỗ trợ đã đồng ý."),
        button=_("Gửi tất cả"),
        back=desk,
    )


def _offered(case: Any, need: str, now: Any) -> dict[str, Any]:
    found = referrals.agreed_services(case, need, now=now)
    return {str(offer.entry.record.pk): offer for offer in found}
