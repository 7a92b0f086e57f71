"""The page on which the minutes of a conference are written, with its decisions."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ketnoi.conferences import actions, forms, queries
from ketnoi.conferences.views.meetings import SEEN, page_of
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, sent
from ketnoi.foundation.page import Audience, PageRequest, page

if TYPE_CHECKING:
    from ketnoi.conferences.models import Conference

TEMPLATE = "conferences/minutes.html"


@page(Audience.MEMBERS, writes=True, finds=queries.conference_to_run, look=SEEN)
def minutes(request: PageRequest, conference: "Conference") -> HttpResponse:
    made = {
        "people": queries.people_of(conference),
        "offered": queries.offer(conference.case, request.member),
        "rows": _rows(request.POST.get("rows")),
    }
    shown = {
        "conference": conference,
        "agenda": queries.agenda_of(conference, request.member),
        "heading": _("Biên bản họp, hồ sơ {code}").format(code=conference.code),
        "button": _("Ghi biên bản"),
        "back": page_of(conference),
    }
    if "more" in request.POST:
        return render(request, TEMPLATE, {"form": _one_more(request.POST, made), **shown})
    return asked(
        request,
        forms.Closing(sent(request), initial=_her(conference), **made),
        do=lambda **said: actions.hold_conference(
            conference=conference, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi biên bản. Mỗi quyết định đã thành một việc giao."),
        to=page_of(conference),
        template=TEMPLATE,
        **shown,
    )


def _rows(typed: str | None) -> int:
    if not typed or not typed.isascii() or not typed.isdigit():
        return forms.FIRST_ROWS
    return min(max(int(typed[:3]), 1), forms.MOST_ROWS)


def _one_more(data: Any, made: dict[str, Any]) -> forms.Closing:
    """The same page with one more row; nothing typed is lost, and nothing is judged yet."""
    before = forms.Closing(**made)
    rows = min(made["rows"] + 1, forms.MOST_ROWS)
    return forms.Closing(
        initial={**forms.typed(before, data), "rows": rows}, **{**made, "rows": rows}
    )


def _her(conference: "Conference") -> dict[str, str]:
    return {
        "her_part": conference.her_part,
        "not_asked": conference.not_asked,
        "her_words": conference.her_words.open(),
    }
