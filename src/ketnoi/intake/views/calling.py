"""Who waits to be called: the queue, one request with what she said, and how it ended."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies import queries as agencies
from ketnoi.agencies.terms import Role
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.intake import access, actions, forms, queries

if TYPE_CHECKING:
    from ketnoi.intake.models import Callback

CALLERS = tuple(Role(role).value for role in sorted(access.CALLS))
OVERSEERS = tuple(Role(role).value for role in sorted(access.NAMES_DUTY))
SEEN = "callback.seen"


def page_of(callback: "Callback") -> str:
    return reverse("intake:callback", args=[callback.pk])


@page(Audience.MEMBERS, roles=CALLERS)
def callbacks(request: PageRequest) -> HttpResponse:
    now = clock.now()
    shown = {
        "waiting": queries.waiting(request.member, now=now),
        "calls": queries.open_calls(request.member),
        "now": now,
    }
    return render(request, "intake/callbacks.html", shown)


@page(Audience.MEMBERS, writes=True, finds=queries.callback, look=SEEN, roles=CALLERS)
def callback(request: PageRequest, callback: "Callback") -> HttpResponse:
    member = request.member
    return asked(
        request,
        forms.AttemptForm(sent(request)),
        do=lambda **said: actions.note_attempt(
            callback=callback, by=member, now=clock.now(), **said
        ),
        said=_("Đã ghi lần gọi."),
        to=page_of(callback),
        template="intake/callback.html",
        callback=callback,
        words=queries.words_of(callback, member),
        tries=queries.attempts_of(callback),
        take_in=_take_in(request, callback),
        is_mine=callback.claimed_by_id == member.pk,
        now=clock.now(),
        heading=_("Nhờ gọi lại"),
        button=_("Ghi lần gọi"),
        back=reverse("intake:callbacks"),
    )


def _take_in(request: PageRequest, callback: "Callback") -> str:
    """Where she is taken in, with what she said; only after she agreed to be recorded."""
    if queries.said_for(request.member, str(callback.pk)) is None:
        return ""
    return f"{reverse('intake:new')}?goi-lai={callback.pk}"


@page(Audience.MEMBERS, writes=True, finds=queries.callback, look=SEEN, roles=CALLERS)
def claim(request: PageRequest, callback: "Callback") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.claim_callback(callback=callback, by=request.member, now=clock.now()),
        said=_("Bạn đã nhận gọi. Đồng nghiệp thấy tên bạn ở lời nhờ này."),
        to=page_of(callback),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.callback, look=SEEN, roles=CALLERS)
def release(request: PageRequest, callback: "Callback") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.release_callback(callback=callback, by=request.member, now=clock.now()),
        said=_("Lời nhờ này lại chờ người gọi."),
        to=page_of(callback),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.callback, look=SEEN, roles=CALLERS)
def end(request: PageRequest, callback: "Callback") -> HttpResponse:
    return asked(
        request,
        forms.EndForm(sent(request)),
        do=lambda outcome: actions.end_callback(
            callback=callback, outcome=outcome, by=request.member, now=clock.now()
        ),
        said=_("Đã kết thúc lời nhờ này."),
        to=reverse("intake:callbacks"),
        heading=_("Kết thúc lời nhờ gọi lại"),
        intro=_("Chọn đừng gọi nữa thì số này được chặn, ai nhờ cũng không gọi."),
        button=_("Kết thúc"),
        back=page_of(callback),
    )


@page(Audience.MEMBERS, writes=True, roles=OVERSEERS)
def overseen(request: PageRequest) -> HttpResponse:
    now = clock.now()
    return asked(
        request,
        forms.DutyForm(sent(request), agencies=agencies.agencies()),
        do=lambda agency: actions.name_duty(agency=agency, by=request.member, now=clock.now()),
        said=_("Đã chọn đơn vị gọi lại. Lời nhờ mới đến đơn vị này."),
        to=reverse("intake:overseen"),
        template="intake/overseen.html",
        late=queries.late_callbacks(request.member, now=now),
        duty=queries.duty(now=now),
        now=now,
        heads=[_("Đơn vị"), _("Nhờ lúc"), _("Cần gọi trước"), _("Trạng thái")],
        heading=_("Gọi lại trong mạng lưới"),
        button=_("Chọn đơn vị này"),
    )
