"""Who wants to visit her; what she, then the lead, says; what became of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from ketnoi.dwelling import actions, forms, queries
from ketnoi.dwelling.views.notes import LOOK, page_of
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, sent
from ketnoi.foundation.page import Audience, PageRequest, page

if TYPE_CHECKING:
    from ketnoi.dwelling.models import Visit
    from ketnoi.protection.models import ShelterStay

NEXT: dict[str, tuple[Any, Callable[..., Any]]] = {
    "her": (forms.HerAnswerForm, actions.answer_visit),
    "lead": (forms.DecideVisitForm, actions.decide_visit),
    "outcome": (forms.OutcomeForm, actions.record_visit),
}


@page(Audience.MEMBERS, writes=True, finds=queries.stay_in_house, **LOOK)
def visits(request: PageRequest, stay: "ShelterStay") -> HttpResponse:
    return asked(
        request,
        forms.AskVisitForm(sent(request)),
        do=lambda **said: actions.ask_visit(stay=stay, by=request.member, now=clock.now(), **said),
        said=_("Đã ghi. Bây giờ hãy hỏi chị ấy."),
        to=page_of("visits", stay),
        template="dwelling/visits.html",
        stay=stay,
        visits=queries.visits_of(stay, request.member),
        heading=_("Người đến thăm – hồ sơ {code}").format(code=stay.file_code),
        button=_("Ghi người muốn đến thăm"),
        back=page_of("stay", stay),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.visit_in_house, **LOOK)
def visit(request: PageRequest, visit: "Visit") -> HttpResponse:
    form, act = NEXT.get(visit.waits_for, NEXT["outcome"])
    return asked(
        request,
        form(sent(request)),
        do=lambda **said: act(visit=visit, by=request.member, now=clock.now(), **said),
        said=_("Đã ghi."),
        to=page_of("visits", visit.book.stay),
        template="dwelling/visit.html",
        visit=visit,
        may_decide=queries.may_decide(visit, request.member),
        heading=_("Người đến thăm – hồ sơ {code}").format(code=visit.book.stay.file_code),
        button=_("Ghi lại"),
        back=page_of("visits", visit.book.stay),
    )
