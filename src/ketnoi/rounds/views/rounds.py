"""Rounds as the network reads them: announced with a seed, begun, and their coarse numbers."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.foundation.slices import page_of
from ketnoi.livelihood.terms import Kind
from ketnoi.rounds import access, actions, forms, queries, terms
from ketnoi.rounds.models import MatchingRound


@page(Audience.MEMBERS)
def rounds(request: PageRequest) -> HttpResponse:
    shown = {
        "found": page_of(queries.rounds(), request.GET.get("page")),
        "may_announce": access.may_announce(member=request.member),
    }
    return render(request, "rounds/rounds.html", shown)


@page(Audience.MEMBERS, writes=True)
def announce(request: PageRequest) -> HttpResponse:
    return asked(
        request,
        forms.Announcing(request.POST if request.method == "POST" else None),
        do=lambda **said: actions.announce_round(by=request.member, now=clock.now(), **said),
        said=_("Đã công bố đợt ghép và hạt giống. Chưa ghép: hãy bấm bắt đầu khi đã sẵn sàng."),
        to=lambda made: reverse("rounds:round", args=[made.pk]),
        heading=_("Mở đợt ghép"),
        intro=_(
            "Đợt ghép đề xuất cơ hội cho người đang tìm sinh kế. Nơi nhận chưa được biết gì:"
            " người được hỗ trợ được hỏi trước."
        ),
        button=_("Công bố"),
        back=reverse("rounds:rounds"),
    )


@page(Audience.MEMBERS, finds=queries.round_of_network, look="round.opened")
def one_round(request: PageRequest, round_: MatchingRound) -> HttpResponse:
    may_call_off = access.may_call_off(member=request.member, round_=round_)
    waits = round_.state == terms.State.ANNOUNCED or queries.is_stuck(round_)
    reads = access.may_read_numbers(member=request.member)
    shown = {
        "round": round_,
        "kinds": [str(Kind(kind).label) for kind in round_.kinds],
        "communes": list(queries.choice_in_words(round_)),
        "begins": may_call_off and waits,
        "reads": reads and round_.state == terms.State.DONE,
        "lines": queries.lines_of(round_) if reads else [],
        "lacks": queries.lacks_of(round_) if reads else [],
        "heads": [_("Nhóm"), _("Có đề xuất"), _("Mức sàn")],
        "more": queries.more_places() if reads else 0,
        "lack_heads": [_("Cơ hội"), _("Giúp được khoảng")],
        "back": reverse("rounds:rounds"),
    }
    return render(request, "rounds/round.html", shown)


@page(Audience.MEMBERS, writes=True, finds=queries.round_of_network, look="round.opened")
def begin(request: PageRequest, round_: MatchingRound) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.begin_round(round_=round_, by=request.member, now=clock.now()),
        said=_("Đã bắt đầu ghép. Hệ thống đang đọc và ghép; hãy mở lại trang sau ít phút."),
        to=reverse("rounds:round", args=[round_.pk]),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.round_of_network, look="round.opened")
def call_off(request: PageRequest, round_: MatchingRound) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.call_off_round(round_=round_, by=request.member, now=clock.now()),
        said=_("Đã hủy đợt ghép. Hạt giống đã công bố vẫn còn ở đây."),
        to=reverse("rounds:round", args=[round_.pk]),
    )
