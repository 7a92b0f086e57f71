"""Consultation sessions: written down, read, and marked when they were a mistake."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.osso import actions, forms, queries
from ketnoi.osso.views.desk import desk_of

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.osso.models import Session


@page(Audience.MEMBERS, writes=True, finds=queries.file)
def sessions(request: PageRequest, case: "Case") -> HttpResponse:
    family = queries.clients_of(case, request.member)
    usual = {"held_on": clock.today(), "channel": "office", "client": ""}
    return asked(
        request,
        forms.Holding(sent(request), family=family, initial=usual),
        do=lambda **said: actions.record_session(
            case=case, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi buổi tư vấn."),
        to=reverse("osso:sessions", args=[case.code]),
        template="osso/sessions.html",
        case=case,
        sessions=queries.sessions_of(case, request.member),
        heading=_("Tư vấn, hồ sơ {code}").format(code=case.code),
        button=_("Ghi buổi tư vấn"),
        back=desk_of(case),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.session_in, look="session.seen")
def mistaken(request: PageRequest, session: "Session") -> HttpResponse:
    code = session.case.code
    here = reverse("osso:sessions", args=[code])
    return asked(
        request,
        forms.Mistaking(sent(request)),
        do=lambda: actions.mark_session_mistaken(
            session=session, by=request.member, now=clock.now()
        ),
        said=_("Đã đánh dấu ghi nhầm. Buổi này không được tính nữa."),
        to=here,
        heading=_("Đánh dấu ghi nhầm, hồ sơ {code}").format(code=code),
        intro=_("Buổi tư vấn vẫn còn trong hồ sơ, có dấu ghi nhầm, và không được tính nữa."),
        button=_("Đánh dấu ghi nhầm"),
        back=here,
    )
