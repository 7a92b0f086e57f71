"""What matters of her, in her file; and what of all that is on offer suits her."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.cases import actions as files
from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.asking import pressed
from ketnoi.foundation.correcting import asked_about
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.foundation.slices import page_of
from ketnoi.livelihood import access, actions, forms, queries
from ketnoi.people import queries as people
from ketnoi.places import queries as places

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

PLAIN = (
    "wishes", "skills", "schooling", "age_band", "hours", "needs_childcare", "needs_access",
    "furthest_km", "group", "tells",
)  # fmt: skip


@page(Audience.MEMBERS, writes=True, finds=cases.case_by_code)
def profile(request: PageRequest, case: "Case") -> HttpResponse:
    known = queries.profile_of(case, request.member)

    def save(version: int, commune: str | None, **facts: Any) -> Any:
        return actions.write_profile(
            case=case, version=version, by=request.member, now=clock.now(), commune_id=commune,
            **facts,
        )  # fmt: skip

    return asked_about(
        request,
        forms.Profile,
        initial=_initial(case, known, request.member),
        version=known.version if known else 0,
        do=save,
        said=_("Đã lưu. Dưới đây là những cơ hội hợp."),
        to=reverse("livelihood:suits", args=[case.code]),
        heading=_("Nghề và điều kiện, hồ sơ {code}").format(code=case.code),
    )


def _initial(case: "Case", known: Any, member: Any) -> dict[str, Any]:
    """What was written down; before that, what the file says of her place and age."""
    if known is None:
        her = people.person(member, case.person_id)
        band = queries.band_of(her.birth_year, on=clock.today()) if her else ""
        commune = case.commune
        return {"commune": places.Match(commune) if commune else None, "age_band": band}
    avoided = queries.avoided_places(case, member)
    return {
        **{name: getattr(known, name) for name in PLAIN},
        "commune": places.Match(known.commune) if known.commune else None,
        "own_words": known.own_words.open(),
        "avoids": "\n".join(commune.label for commune in avoided),
    }


@page(Audience.MEMBERS, finds=cases.case_by_code)
def suits(request: PageRequest, case: "Case") -> HttpResponse:
    found = queries.suits(case, request.member, queries.on_offer())
    refused = "chua-hop" in request.GET
    listed = (found.not_fit if refused else found.fit) if found else []
    shown = {
        "code": case.code,
        "found": found,
        "refused": refused,
        "listed": page_of(listed, request.GET.get("page")),
        "back": reverse("pathway:case", args=[case.code]),
        "profile": reverse("livelihood:profile", args=[case.code]),
        "proposes": request.member.files == case.holder_id
        and access.may_propose(member=request.member, holder_id=case.holder_id),
    }
    return render(request, "livelihood/suits.html", shown)


@page(Audience.MEMBERS, writes=True, finds=cases.case_by_code)
def propose_here(request: PageRequest, case: "Case", pk: UUID) -> HttpResponse:
    opportunity = queries.opportunities().filter(pk=pk).first()
    if opportunity is None:
        raise Http404
    return pressed(
        request,
        do=lambda: actions.propose_placement(
            place=files.Place(case.pk, case.holder_id, case.code),
            opportunity=opportunity,
            by=request.member,
            now=clock.now(),
        ),
        said=_("Đã đề xuất. Hãy hỏi ý kiến người được hỗ trợ rồi ghi câu trả lời."),
        to=lambda placement: _after(case, placement),
    )


def _after(case: "Case", placement: Any) -> str:
    if placement is None:
        return reverse("livelihood:suits", args=[case.code])
    return reverse("livelihood:placement", args=[placement.pk])
