"""Pages of days on which somebody is away, and who stands in for her."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies import actions, forms, queries
from ketnoi.agencies.models import Leave, Member
from ketnoi.agencies.terms import MANAGES_MEMBERS
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page

MANAGERS = tuple(sorted(MANAGES_MEMBERS))


@page(Audience.MEMBERS, writes=True)
def own_leave(request: PageRequest) -> HttpResponse:
    return _asked(request, request.member)


@page(
    Audience.MEMBERS,
    writes=True,
    roles=MANAGERS,
    finds=queries.colleague,
    look="member.opened",
)
def leave_of(request: PageRequest, member: Member) -> HttpResponse:
    return _asked(request, member)


@page(Audience.MEMBERS, writes=True, finds=queries.leave, look="leave.opened")
def end_leave(request: PageRequest, leave: Leave) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.end_leave(leave=leave, by=request.member, now=clock.now()),
        said=_("Đã bỏ lần nghỉ này."),
        to=reverse("agencies:members"),
    )


def _asked(request: PageRequest, member: Member) -> HttpResponse:
    officers = queries.officers_of(member.agency).exclude(pk=member.pk)
    named = {str(each.pk): each for each in officers}
    return asked(
        request,
        forms.NoteLeave(sent(request), colleagues=[(pk, m.name) for pk, m in named.items()]),
        do=lambda substitute, **said: actions.note_leave(
            member=member,
            substitute=named[substitute],
            by=request.member,
            now=clock.now(),
            **said,
        ),
        said=_("Đã ghi. Trong những ngày ấy, người làm thay thấy việc của người nghỉ."),
        to=reverse("agencies:members"),
        heading=_("Ngày nghỉ của {name}").format(name=member.name),
        intro=_("Việc vẫn là của người nghỉ. Người làm thay cũng thấy và cũng được báo."),
        button=_("Ghi ngày nghỉ"),
        back=reverse("agencies:members"),
    )
