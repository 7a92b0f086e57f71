"""The page of a partner: who was proposed to it, as needs and skills, and its answer."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.foundation.slices import page_of
from ketnoi.livelihood import access, actions, forms, queries
from ketnoi.livelihood.models import Candidate


@page(Audience.MEMBERS)
def candidates(request: PageRequest) -> HttpResponse:
    found = page_of(queries.candidates_of(request.member), request.GET.get("page"))
    told = [(one, queries.phrases(one.told)) for one in found.object_list]
    return render(request, "livelihood/candidates.html", {"found": found, "told": told})


@page(Audience.MEMBERS, writes=True, finds=queries.candidate, look="candidate.opened")
def candidate(request: PageRequest, found: Candidate) -> HttpResponse:
    return asked(
        request,
        forms.OwnAnswer(request.POST or None),
        do=lambda **said: actions.answer_candidate(
            candidate=found, by=request.member, now=clock.now(), **said
        ),
        said=_("Đã ghi câu trả lời. Nơi giới thiệu được báo ngay."),
        to=reverse("livelihood:candidates"),
        template="livelihood/candidate.html",
        candidate=found,
        told=queries.phrases(found.told),
        answers=found.waits and access.may_answer(member=request.member, candidate=found),
        heading=found.title,
        button=_("Ghi câu trả lời"),
        back=reverse("livelihood:candidates"),
    )
