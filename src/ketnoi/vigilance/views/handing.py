"""A tip is handed to the police, who say that they have it and what came of it."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.vigilance import actions, forms, queries
from ketnoi.vigilance.views.desk import READERS, SEEN, page_of

if TYPE_CHECKING:
    from ketnoi.vigilance.models import HandOver, Tip

HANDED_SEEN = "tip.handed_opened"


@page(Audience.MEMBERS, writes=True, finds=queries.tip, look=SEEN, roles=READERS)
def hand_over(request: PageRequest, tip: "Tip") -> HttpResponse:
    member = request.member
    return asked(
        request,
        forms.HandOverForm(sent(request), agencies=list(queries.partners(member))),
        do=lambda **said: actions.hand_over(tip=tip, by=member, now=clock.now(), **said),
        said=_("Đã chuyển. Nơi nhận báo đã nhận và trả lời ở đây."),
        to=page_of(tip),
        heading=_("Chuyển tin cho Công an, Biên phòng"),
        button=_("Chuyển tin"),
        back=page_of(tip),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.handed, look=HANDED_SEEN, roles=READERS)
def handed(request: PageRequest, handed: "HandOver") -> HttpResponse:
    member, here = request.member, reverse("vigilance:handed", args=[handed.pk])
    return asked(
        request,
        forms.OutcomeForm(sent(request)),
        do=lambda **said: actions.answer_hand_over(
            handed=handed, by=member, now=clock.now(), **said
        ),
        said=_("Đã trả lời nơi chuyển."),
        to=here,
        template="vigilance/handed.html",
        handed=handed,
        is_ours=handed.to_id == member.agency_id,
        heading=_("Tin được chuyển"),
        button=_("Gửi trả lời"),
        back=reverse("vigilance:tips"),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.handed, look=HANDED_SEEN, roles=READERS)
def receive(request: PageRequest, handed: "HandOver") -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.receive_hand_over(handed=handed, by=request.member, now=clock.now()),
        said=_("Đã ghi là đã nhận."),
        to=reverse("vigilance:handed", args=[handed.pk]),
    )
