"""Money that was promised to the person of a file: promised, let go, come back."""

import uuid
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.support import actions, forms, queries

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.support.models import Commitment

SEEN = "money.seen"


def money_page(code: str) -> str:
    return reverse("support:money", args=[code])


@page(Audience.MEMBERS, writes=True, finds=cases.case_by_code, look=SEEN)
def money(request: PageRequest, case: "Case") -> HttpResponse:
    member, today = request.member, clock.today()
    offered = [fund for fund in queries.funds_of(member) if fund.may_be_used_on(today)]
    return asked(
        request,
        forms.PromiseForm(sent(request), offered=offered),
        do=lambda **said: actions.promise_money(case=case, by=member, now=clock.now(), **said),
        said=_("Đã hứa chi. Khi chi, hãy ghi ở trang hỗ trợ."),
        to=money_page(case.code),
        template="support/money.html",
        case=case,
        found=queries.commitments_of(case, member),
        promises=queries.may_use_funds(case, member),
        offered=offered,
        heads=[_("Đơn vị"), _("Cho việc gì"), _("Đã chi"), _("Còn phải chi"), _("Để làm gì")],
        heading=_("Tiền hỗ trợ, hồ sơ {code}").format(code=case.code),
        button=_("Hứa chi"),
        back=reverse("support:support", args=[case.code]),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.commitment_in, look=SEEN)
def release(request: PageRequest, commitment: "Commitment") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.release_money(
            commitment=commitment, key=uuid.uuid4(), by=request.member, now=clock.now()
        ),
        said=_("Đã thôi hứa. Tiền về lại phần chưa hứa của quỹ."),
        to=money_page(commitment.case.code),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.commitment_in, look=SEEN)
def give_back(request: PageRequest, commitment: "Commitment") -> HttpResponse:
    return asked(
        request,
        forms.Moving(sent(request), initial={"on": clock.today()}),
        do=lambda **said: actions.return_money(
            commitment=commitment, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi tiền quay lại quỹ."),
        to=money_page(commitment.case.code),
        heading=_("Tiền quay lại quỹ, hồ sơ {code}").format(code=commitment.case.code),
        intro=_("Ví dụ khóa học không mở và nơi dạy trả lại tiền."),
        button=_("Ghi tiền quay lại"),
        back=money_page(commitment.case.code),
    )
