"""Opportunities of the network, and the page of one placement."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked
from ketnoi.foundation.inputs import Form
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.foundation.slices import page_of
from ketnoi.livelihood import access, actions, forms, queries, rules
from ketnoi.livelihood.models import Opportunity, Placement


@dataclass(frozen=True)
class Turn:
    """Something that can be done with a placement: what is asked, what is done, what is said."""

    form: type[Form]
    do: Callable[..., Placement]
    button: Any
    said: Any
    fixed: dict[str, str]


TURNS = {
    "her_answer": Turn(
        forms.HerAnswer,
        actions.she_decides,
        gettext_lazy("Ghi câu trả lời"),
        gettext_lazy("Đã ghi câu trả lời của người được hỗ trợ."),
        {},
    ),
    "change_of_mind": Turn(
        forms.Pressing,
        actions.she_decides,
        gettext_lazy("Người được hỗ trợ đổi ý, không chọn nữa"),
        gettext_lazy("Đã ghi là người được hỗ trợ không chọn cơ hội này."),
        {"answer": "no"},
    ),
    "partner_answer": Turn(
        forms.PartnerAnswer,
        actions.partner_decides,
        gettext_lazy("Ghi câu trả lời"),
        gettext_lazy("Đã ghi câu trả lời của nơi nhận."),
        {},
    ),
    "start": Turn(
        forms.Start,
        actions.start_placement,
        gettext_lazy("Ghi ngày bắt đầu"),
        gettext_lazy("Đã ghi ngày bắt đầu."),
        {},
    ),
    "end": Turn(
        forms.End,
        actions.end_placement,
        gettext_lazy("Ghi kết quả"),
        gettext_lazy("Đã ghi kết quả."),
        {},
    ),
    "recall": Turn(
        forms.Pressing,
        actions.recall_placement,
        gettext_lazy("Rút đề xuất"),
        gettext_lazy("Đã rút đề xuất."),
        {},
    ),
}


@page(Audience.MEMBERS)
def opportunities(request: PageRequest) -> HttpResponse:
    form = forms.Filter(request.GET or None)
    chosen = form.cleaned_data if form.is_valid() else {}
    found = queries.opportunities(kind=chosen.get("kind", ""), commune=chosen.get("commune"))
    shown = {
        "form": form,
        "found": page_of(found, request.GET.get("page")),
        "may_offer": access.may_offer(member=request.member),
    }
    return render(
        request, "livelihood/opportunities.html", shown, status=422 if form.errors else 200
    )


@page(Audience.MEMBERS, writes=True)
def new_opportunity(request: PageRequest) -> HttpResponse:
    return asked(
        request,
        forms.NewOpportunity(request.POST or None),
        do=lambda **said: actions.add_opportunity(by=request.member, now=clock.now(), **said),
        said=_("Đã thêm cơ hội. Các đơn vị trong mạng lưới thấy được ngay."),
        to=reverse("livelihood:opportunities"),
        heading=_("Thêm cơ hội sinh kế"),
        intro=_("Cả mạng lưới xem được trang này. Không ghi thông tin của người được hỗ trợ."),
        button=_("Thêm cơ hội"),
        back=reverse("livelihood:opportunities"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.own_opportunity, look="opportunity.opened")
def withdraw(request: PageRequest, opportunity: Opportunity) -> HttpResponse:
    return asked(
        request,
        forms.Pressing(request.POST if request.method == "POST" else None),
        do=lambda: actions.withdraw_opportunity(
            opportunity=opportunity, by=request.member, now=clock.now()
        ),
        said=_("Đã rút cơ hội."),
        to=reverse("livelihood:opportunities"),
        heading=_("Rút cơ hội: {title}").format(title=opportunity.title),
        intro=_("Cơ hội này sẽ không còn trong danh sách. Người đã bắt đầu vẫn tiếp tục."),
        button=_("Rút cơ hội"),
        back=reverse("livelihood:opportunities"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.placement, look="placement.opened")
def placement(request: PageRequest, found: Placement) -> HttpResponse:
    desks = access.desks(member=request.member, placement=found)
    names = rules.turns(state=found.state, desks=desks)
    name = _chosen(request, names)
    turn = TURNS.get(name)
    form = turn.form(request.POST or None) if turn else None
    shown = {
        "placement": found,
        "steps": queries.steps_of(found),
        "awaited": queries.awaited_in(found, request.member),
        "holds": rules.HOLDER in desks,
        "now": clock.now(),
        "turn": name,
        "button": turn.button if turn else "",
        "others": [(side, TURNS[side].button) for side in names if side in rules.ASIDE],
    }
    if turn is None or form is None:
        return render(request, "livelihood/placement.html", shown)
    return asked(
        request,
        form,
        do=lambda **said: turn.do(
            placement=found, by=request.member, now=clock.now(), **turn.fixed, **said
        ),
        said=turn.said,
        to=reverse("livelihood:placement", args=[found.pk]),
        template="livelihood/placement.html",
        **shown,
    )


def _chosen(request: PageRequest, names: list[str]) -> str:
    """What was sent, also when it is too late for it (the refusal says so); else the next step."""
    said = request.POST.get("turn", "")
    return said if said in TURNS else next((n for n in names if n not in rules.ASIDE), "")
