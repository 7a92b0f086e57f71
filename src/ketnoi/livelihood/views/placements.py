"""The page of one placement: what can be done with it now, and how it came to where it stands."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked
from ketnoi.foundation.inputs import Form
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.livelihood import access, actions, forms, queries, rules
from ketnoi.livelihood.models import Placement


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


@page(Audience.MEMBERS, writes=True, finds=queries.placement, look="placement.opened")
def placement(request: PageRequest, found: Placement) -> HttpResponse:
    desks = access.desks(member=request.member, placement=found)
    names = rules.turns(state=found.state, desks=desks)
    name = _chosen(request, names)
    turn = TURNS.get(name)
    form = _form(name, found, request) if turn else None
    shown = {
        "placement": found,
        "steps": queries.steps_of(found),
        "awaited": queries.awaited_in(found, request.member),
        "holds": rules.HOLDER in desks,
        "told": queries.phrases(found.told),
        "candidate": queries.candidate_of(found, request.member),
        "links": queries.partner_links_of(found, request.member),
        "issues": access.may_issue_link(member=request.member, placement=found),
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


def _form(name: str, placement: Placement, request: PageRequest) -> Form:
    """The form of a turn; with her yes she says what may be told of what her file knows."""
    data = request.POST or None
    if name != "her_answer":
        return TURNS[name].form(data)
    could = queries.could_be_told(placement, request.member)
    first = {"told": [code for code, _words, is_agreed in could if is_agreed]}
    return forms.HerAnswer(data, could=[(code, words) for code, words, _a in could], initial=first)


def _chosen(request: PageRequest, names: list[str]) -> str:
    """What was sent, also when it is too late for it (the refusal says so); else the next step."""
    said = request.POST.get("turn", "")
    return said if said in TURNS else next((n for n in names if n not in rules.ASIDE), "")
