"""The pad of whoever answers a telephone: what to say beside what is written down."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.intake import actions, forms, queries, rules
from ketnoi.intake.terms import CallOutcome
from ketnoi.intake.views.calling import CALLERS

if TYPE_CHECKING:
    from ketnoi.intake.models import Call

SEEN = "call.seen"
CODES = ("danger", "asks", "who_calls", "sex", "aged", "language")
WORDS = ("called", "number", "safe_hours", "notes")


def pad_of(call: "Call") -> str:
    return reverse("intake:call", args=[call.pk])


@page(Audience.MEMBERS, writes=True, roles=CALLERS)
def begin(request: PageRequest) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.begin_call(by=request.member, now=clock.now()),
        said=_("Đã mở trang ghi cuộc gọi. Hỏi trước hết: có đang nguy hiểm không."),
        to=lambda begun: pad_of(begun) if begun else reverse("intake:callbacks"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.call, look=SEEN, roles=CALLERS)
def call(request: PageRequest, call: "Call") -> HttpResponse:
    words, is_end = queries.said_on(call, request.member), forms.END in request.POST
    numbers, facts = queries.to_say()
    urgent = [one for one in numbers if one.record.number in {"113", "111"}]
    return asked(
        request,
        forms.CallPad(sent(request), initial=_written(call, words)),
        do=lambda **said: _keep(request, call, is_end=is_end, **said),
        said=_("Cuộc gọi đã có kết quả.") if is_end else _("Đã ghi. Cuộc gọi còn mở."),
        to=_after,
        template="intake/call.html",
        call=call,
        words=words,
        is_danger=call.danger == "yes" or _says_danger(words),
        before=queries.called_before(call, request.member),
        numbers=numbers,
        facts=facts,
        urgent=urgent,
        take_in=_take_in(request, call),
        now=clock.now(),
        end=forms.END,
        heading=_("Cuộc gọi đến"),
        back=reverse("intake:callbacks"),
    )


def _keep(request: PageRequest, call: "Call", *, is_end: bool, outcome: str, **said: Any) -> "Call":
    about = {"call": call, "by": request.member, "now": clock.now(), **said}
    if is_end:
        return actions.end_call(outcome=outcome, **about)
    return actions.keep_call(**about)


def _after(call: "Call") -> str:
    """Where whoever answered goes on: to the first conversation, the queue, or the pad."""
    if call.outcome == CallOutcome.TAKEN_IN:
        return f"{reverse('intake:new')}?cuoc-goi={call.pk}"
    return reverse("intake:callbacks") if call.ended_at else pad_of(call)


def _take_in(request: PageRequest, call: "Call") -> str:
    if queries.said_to_take_in(request.member, str(call.pk)) is None:
        return ""
    return f"{reverse('intake:new')}?cuoc-goi={call.pk}"


def _written(call: "Call", words: Any) -> dict[str, Any]:
    """What was kept so far, to go on from."""
    shown = {name: getattr(call, name) for name in CODES}
    said = {name: getattr(words, name).open() for name in WORDS} if words else {}
    return {**shown, **said, "province": call.province_id or ""}


def _says_danger(words: Any) -> bool:
    return bool(words) and rules.says_danger([words.notes.open()])
