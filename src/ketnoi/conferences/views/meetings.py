"""Pages of conferences: the list, one conference, and what is done before and after it."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.conferences import access, actions, forms, queries
from ketnoi.conferences.terms import State
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.conferences.models import Conference

SEEN = "conference.seen"


def page_of(conference: "Conference") -> str:
    return reverse("conferences:conference", args=[conference.case.code, conference.pk])


@page(Audience.MEMBERS, writes=True, finds=queries.file)
def conferences(request: PageRequest, case: "Case") -> HttpResponse:
    now, member = clock.now(), request.member
    others = [agency for agency in queries.places(case, member) if agency.pk != case.holder_id]
    return asked(
        request,
        forms.Calling(sent(request), offered=others),
        do=lambda **said: actions.call_conference(case=case, by=member, now=now, **said),
        said=_("Đã gọi họp. Nơi được mời thấy ngay trong Việc hôm nay."),
        to=lambda called: reverse("conferences:conference", args=[case.code, called.pk]),
        template="conferences/conferences.html",
        case=case,
        met=queries.conferences_of(case, member),
        calls=access.may_call(member=member, holder_id=case.holder_id),
        others=others,
        heading=_("Họp về hồ sơ {code}").format(code=case.code),
        button=_("Gọi họp"),
        back=reverse("pathway:case", args=[case.code]),
    )


@page(Audience.MEMBERS, finds=queries.conference_of_file, look=SEEN)
def conference(request: PageRequest, conference: "Conference") -> HttpResponse:
    member = request.member
    shown = {
        "conference": conference,
        "code": conference.case.code,
        "invitees": queries.invitees_of(conference, member),
        "agenda": queries.agenda_of(conference, member),
        "events": queries.events_of(conference, member),
        "minutes": queries.minutes_of(conference, member),
        "came": queries.came_to(conference, member),
        "decisions": queries.decisions_of(conference, member),
        "now": clock.now(),
        **_may(conference, member),
    }
    return render(request, "conferences/conference.html", shown)


def _may(conference: "Conference", member: Any) -> dict[str, bool]:
    waits, held = conference.state == State.CALLED, conference.state == State.HELD
    return {
        "runs": waits and access.may_run(member=member, conference=conference),
        "replies": waits and member.files in conference.invited,
        "proposes": waits and access.may_propose(member=member, conference=conference),
        "confirms": held
        and not queries.confirmed(conference)
        and queries.may_confirm(member, conference),
        "corrects": held and queries.may_correct(member, conference),
    }


@page(Audience.MEMBERS, writes=True, finds=queries.conference_of_file, look=SEEN)
def topic(request: PageRequest, conference: "Conference") -> HttpResponse:
    return _answered(
        request,
        conference,
        forms.Proposing(sent(request)),
        do=actions.propose_topic,
        said=_("Đã thêm vào nội dung họp."),
        heading=_("Thêm nội dung họp"),
        button=_("Thêm nội dung"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.conference_of_file, look=SEEN)
def reply(request: PageRequest, conference: "Conference") -> HttpResponse:
    return _answered(
        request,
        conference,
        forms.Replying(sent(request)),
        do=actions.answer_invitation,
        said=_("Đã ghi câu trả lời."),
        heading=_("Trả lời lời mời họp"),
        button=_("Trả lời"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.conference_to_run, look=SEEN)
def move(request: PageRequest, conference: "Conference") -> HttpResponse:
    return _answered(
        request,
        conference,
        forms.Moving(sent(request)),
        do=actions.move_conference,
        said=_("Đã đổi ngày. Mọi nơi được hỏi lại."),
        heading=_("Đổi ngày họp"),
        button=_("Đổi ngày"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.conference_to_run, look=SEEN)
def call_off(request: PageRequest, conference: "Conference") -> HttpResponse:
    return _answered(
        request,
        conference,
        forms.CallingOff(sent(request)),
        do=actions.call_off_conference,
        said=_("Đã hủy cuộc họp."),
        heading=_("Hủy cuộc họp"),
        button=_("Hủy cuộc họp"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.conference_of_file, look=SEEN)
def correct(request: PageRequest, conference: "Conference") -> HttpResponse:
    return _answered(
        request,
        conference,
        forms.Correcting(sent(request)),
        do=actions.correct_minutes,
        said=_("Đã thêm đính chính. Biên bản cũ vẫn giữ nguyên."),
        heading=_("Đính chính biên bản"),
        button=_("Thêm đính chính"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.conference_of_file, look=SEEN)
def confirm(request: PageRequest, conference: "Conference") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.confirm_minutes(
            conference=conference, by=request.member, now=clock.now()
        ),
        said=_("Đã xác nhận biên bản."),
        to=page_of(conference),
    )


def _answered(
    request: PageRequest, conference: "Conference", form: forms.Form, *, do: Any, **shown: Any
) -> HttpResponse:
    return asked(
        request,
        form,
        do=lambda **said: do(conference=conference, by=request.member, now=clock.now(), **said),
        to=page_of(conference),
        back=page_of(conference),
        **shown,
    )
