"""All of one woman and her family at the office: wishes, children's papers, meetings."""

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.osso import access, actions, forms, queries

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.osso.models import Wish


@page(Audience.MEMBERS, finds=queries.file)
def desk(request: PageRequest, case: "Case") -> HttpResponse:
    member = request.member
    wishes = queries.wishes_of(case, member)
    shown = {
        "case": case,
        "walk_ins": queries.walk_ins_of(case, member),
        "wishes": wishes,
        "needs": queries.needs_waiting(wishes),
        "children": queries.children_of(case, member),
        "appointments": queries.appointments_of(case, member),
        "sessions": queries.sessions_of(case, member),
        "writes": queries.may_write(member, case),
        "refers": queries.may_describe(member, case),
        "reports": access.may_read_report(member=member),
        "now": clock.now(),
    }
    return render(request, "osso/desk.html", shown)


@page(Audience.MEMBERS, writes=True, finds=queries.wish_in, look="osso.wish_seen")
def wish(request: PageRequest, wish: "Wish") -> HttpResponse:
    return asked(
        request,
        forms.Sorting(sent(request)),
        do=lambda answer: actions.answer_wish(
            wish=wish, answer=answer, by=request.member, now=clock.now()
        ),
        said=_("Đã xếp nhu cầu này."),
        to=desk_of(wish.case),
        heading=_("{what}, hồ sơ {code}").format(
            what=wish.get_category_display(), code=wish.case.code
        ),
        button=_("Lưu"),
        back=desk_of(wish.case),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.file, look="relative.opened")
def child(request: PageRequest, case: "Case", pk: Any) -> HttpResponse:
    found = queries.child_in(case, request.member, pk)
    if found is None:
        raise Http404
    return asked(
        request,
        forms.Papers(sent(request), initial=_known(found)),
        do=lambda **said: actions.note_child_papers(
            case=case, tie=found.tie, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi giấy tờ của cháu."),
        to=desk_of(case),
        template="osso/child.html",
        case=case,
        child=found,
        heading=_("Giấy tờ của con, hồ sơ {code}").format(code=case.code),
        button=_("Lưu"),
        back=desk_of(case),
    )


def desk_of(case: "Case") -> str:
    return reverse("osso:desk", args=[case.code])


def _known(child: queries.Child) -> dict[str, str]:
    if child.papers is None:
        return {}
    known = child.papers
    return {
        "born_in": known.born_in,
        "registered": known.registered,
        "nationality": known.nationality,
    }
