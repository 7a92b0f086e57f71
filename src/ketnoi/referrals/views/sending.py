"""Asking another agency: need, service, what to share; look once more; send."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies import queries as agencies
from ketnoi.agencies.terms import Purpose
from ketnoi.cases import queries as cases
from ketnoi.cases.terms import DEFAULT_PACKS
from ketnoi.directory import queries as directory
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.people import queries as people
from ketnoi.referrals import actions, forms, queries
from ketnoi.referrals.models import Referral
from ketnoi.referrals.views.reading import address_of

SPOKEN_BY_ALL = "vi"


@page(Audience.MEMBERS, writes=True, finds=cases.case_by_code)
def choose(request: PageRequest, case: Any) -> HttpResponse:
    purpose = request.GET.get("nhu-cau", "")
    services, form = [], forms.Reaching(sent(request))
    if purpose in Purpose.values:
        # Asked by POST, kept nowhere: what she needs to get there stands in no address.
        eases = form.cleaned_data["eases"] if form.is_bound and form.is_valid() else []
        services = _offered(case, purpose, request.member, eases)
    shown = {
        "case": case,
        "purposes": Purpose.choices,
        "purpose": purpose,
        "purpose_label": Purpose(purpose).label if purpose in Purpose.values else "",
        "services": services,
        "form": form,
        "back": reverse("pathway:case", args=[case.code]),
    }
    return render(request, "referrals/choose.html", shown)


def _offered(case: Any, purpose: str, member: Any, eases: list[str]) -> list[tuple[Any, bool]]:
    """Who else gives this help, and whether an agreement lets her ask; these stand first."""
    agreed = agencies.agreed_with(member.agency_id, purpose, now=clock.now())
    person = people.person(member, case.person_id)
    found = directory.services_for(
        purpose,
        commune=case.commune,
        language=person.language if person and person.language != SPOKEN_BY_ALL else None,
        eases=eases,
        asks=member.agency_id,
    )
    others = [s for s in found if s.record.agency_id != member.agency_id]
    offered = [(s, s.record.agency_id in agreed) for s in others]
    return sorted(offered, key=lambda offer: not offer[1])


@page(Audience.MEMBERS, writes=True, finds=cases.case_by_code)
def new(request: PageRequest, case: Any, service: UUID) -> HttpResponse:
    asked_of = directory.service(service)
    if asked_of is None:
        raise Http404
    purpose = request.GET.get("nhu-cau") or next(iter(asked_of.purposes), "")
    if purpose not in asked_of.purposes:
        raise Http404
    now = clock.now()
    consent = cases.consent_for(case, purpose=purpose, agency_id=asked_of.agency_id, now=now)
    asks = request.member.agency_id
    agreement = agencies.agreed(asks=asks, asked=asked_of.agency_id, purpose=purpose, now=now)
    packs = list(consent.packs) if consent else list(DEFAULT_PACKS)
    return asked(
        request,
        forms.Asking(
            request.POST or None,
            initial={"packs": packs, "urgency": "normal", "basis": "consent"},
        ),
        do=lambda **said: actions.draft_referral(
            case=case, service=asked_of, purpose=purpose, by=request.member, now=now, **said
        ),
        said=_("Đã lưu bản nháp. Hãy xem lại rồi gửi."),
        to=address_of,
        template="referrals/new.html",
        case=case,
        service=asked_of,
        consent=consent,
        agreement=agreement,
        held=directory.held_for(asks, asked_of, now=now),
        room=directory.room_of(asked_of, now=now, asks=asks),
        purpose=purpose,
        heading=_("Chuyển gửi đến {name}").format(name=asked_of.agency.name),
        button=_("Xem lại trước khi gửi"),
        back=reverse("referrals:choose", args=[case.code]) + f"?nhu-cau={purpose}",
    )


@page(Audience.MEMBERS, writes=True, finds=queries.referral, look=queries.SEEN)
def send(request: PageRequest, referral: Referral) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.send_referral(referral=referral, by=request.member, now=clock.now()),
        said=_("Đã gửi. Nơi nhận sẽ thấy ngay trong hộp chuyển gửi."),
        to=address_of(referral),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.referral, look=queries.SEEN)
def confirm(request: PageRequest, referral: Referral) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.confirm_outcome(referral=referral, by=request.member, now=clock.now()),
        said=_("Đã xác nhận kết quả."),
        to=address_of(referral),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.referral, look=queries.SEEN)
def reopen(request: PageRequest, referral: Referral) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.reopen_referral(referral=referral, by=request.member, now=clock.now()),
        said=_("Đã mở lại. Nơi nhận sẽ tiếp tục hỗ trợ."),
        to=address_of(referral),
    )
