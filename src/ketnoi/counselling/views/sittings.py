"""One sitting, for the counsellor and whoever supervises her."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.counselling import access, actions, queries
from ketnoi.counselling.terms import Feeling
from ketnoi.foundation import clock
from ketnoi.foundation.asking import pressed
from ketnoi.foundation.page import Audience, PageRequest, page

if TYPE_CHECKING:
    from ketnoi.counselling.models import Sitting


@page(Audience.MEMBERS, finds=queries.sitting_in, look="sitting.seen")
def sitting(request: PageRequest, sitting: "Sitting") -> HttpResponse:
    felt = sitting.feeling.open()
    shown = {
        "sitting": sitting,
        "topics": queries.topics_of(sitting),
        "feeling": str(Feeling(felt).label) if felt else "",
        "note": sitting.note.open(),
        "is_hers": access.may_keep(member=request.member, course=sitting.course),
    }
    return render(request, "counselling/sitting.html", shown)


@page(Audience.MEMBERS, writes=True, finds=queries.sitting_in, look="sitting.seen")
def mistaken(request: PageRequest, sitting: "Sitting") -> HttpResponse:
    code = sitting.case.code
    return pressed(
        request,
        do=lambda: actions.mark_sitting_mistaken(
            sitting=sitting, by=request.member, now=clock.now()
        ),
        said=_("Đã đánh dấu ghi nhầm. Buổi này không được tính nữa."),
        to=reverse("counselling:course", args=[code, sitting.course_id]),
    )
