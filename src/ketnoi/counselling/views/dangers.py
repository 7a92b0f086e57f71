"""A danger is raised by whoever learns of it, and answered by whoever holds the file."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases import queries as cases
from ketnoi.counselling import access, actions, forms, queries
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, sent
from ketnoi.foundation.page import Audience, PageRequest, page

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.counselling.models import DangerRaised


@page(Audience.MEMBERS, writes=True, finds=cases.case_by_code)
def raise_danger(request: PageRequest, case: "Case") -> HttpResponse:
    back = reverse("counselling:file", args=[case.code])
    return asked(
        request,
        forms.Raising(sent(request)),
        do=lambda **said: actions.raise_danger(
            case=case, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã báo. Đơn vị phụ trách hồ sơ xem lại nguy cơ ngay."),
        to=back,
        heading=_("Báo nguy hiểm, hồ sơ {code}").format(code=case.code),
        intro=_(
            "Mọi nơi cùng hỗ trợ chị ấy thấy mục bạn chọn, không thấy vì sao bạn biết."
            " Nếu nguy hiểm ngay lúc này, hãy gọi 113 trước."
        ),
        button=_("Báo nguy hiểm"),
        back=back,
    )


@page(Audience.MEMBERS, writes=True, finds=queries.danger_in)
def danger(request: PageRequest, danger: "DangerRaised") -> HttpResponse:
    code = danger.case.code
    back = reverse("counselling:file", args=[code])
    answers = access.may_answer(member=request.member, danger=danger)
    return asked(
        request,
        forms.Answering(
            sent(request), initial={"risk": danger.case.risk, "version": danger.case.version}
        ),
        do=lambda **said: actions.answer_danger(
            danger=danger, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi nguy cơ bây giờ."),
        to=back,
        template="counselling/danger.html",
        danger=danger,
        answers=answers and danger.answered_at is None,
        heading=_("Nguy hiểm đã báo, hồ sơ {code}").format(code=code),
        button=_("Ghi nguy cơ"),
        back=back,
    )
