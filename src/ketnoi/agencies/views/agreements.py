"""Pages of what agencies agreed with each other: who signed, and how one is made."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies import access, actions, forms, queries
from ketnoi.agencies.models import Agreement, Party
from ketnoi.agencies.terms import Purpose, Role
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, pressed, sent
from ketnoi.foundation.inputs import Form
from ketnoi.foundation.page import Audience, PageRequest, page

KEEPERS = (Role.COORDINATOR,)
ONE = {"finds": queries.agreement, "look": "agreement.opened"}
OF_ONE = {"finds": queries.party, "look": "agreement.opened", "roles": (Role.LEAD, *KEEPERS)}


@page(Audience.MEMBERS)
def agreements(request: PageRequest) -> HttpResponse:
    shown = {
        "agreements": [_told(each) for each in queries.agreements(request.member)],
        "may_keep": access.may_keep_agreements(by=request.member),
    }
    return render(request, "agencies/agreements.html", shown)


@page(Audience.MEMBERS, **ONE)
def agreement(request: PageRequest, agreement: Agreement) -> HttpResponse:
    parties = [
        (each, access.may_sign(by=request.member, party=each)) for each in agreement.parties.all()
    ]
    shown = {
        **_told(agreement),
        "parties": parties,
        "heads": [_("Đơn vị"), _("Đã ký"), _("Việc")],
        "may_end": access.may_keep_agreements(by=request.member) and not agreement.ended_at,
    }
    return render(request, "agencies/agreement.html", shown)


@page(Audience.MEMBERS, writes=True, roles=KEEPERS)
def propose_agreement(request: PageRequest) -> HttpResponse:
    named = {str(agency.pk): agency for agency in queries.agencies()}
    return asked(
        request,
        forms.ProposeAgreement(sent(request), agencies=[(pk, a.name) for pk, a in named.items()]),
        do=lambda agencies, **said: actions.propose_agreement(
            agencies=[named[pk] for pk in agencies], by=request.member, now=clock.now(), **said
        ),
        said=_("Đã lập. Thỏa thuận có hiệu lực với từng đơn vị từ khi đơn vị ấy ký."),
        to=lambda made: reverse("agencies:agreement", args=[made.pk]),
        heading=_("Lập thỏa thuận phối hợp"),
        button=_("Lập và mời ký"),
        back=reverse("agencies:agreements"),
    )


@page(Audience.MEMBERS, writes=True, **OF_ONE)
def sign_agreement(request: PageRequest, party: Party) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.sign_agreement(party=party, by=request.member, now=clock.now()),
        said=_("Đã ghi: đơn vị đã ký."),
        to=reverse("agencies:agreement", args=[party.agreement_id]),
    )


@page(Audience.MEMBERS, writes=True, **OF_ONE)
def leave_agreement(request: PageRequest, party: Party) -> HttpResponse:
    name = party.agency.name
    return _ended(
        request,
        party.agreement,
        do=lambda: actions.leave_agreement(party=party, by=request.member, now=clock.now()),
        said=_("Đã ghi: đơn vị rút. Việc đang làm thì làm tiếp, không chuyển gửi mới."),
        heading=_("{name} rút khỏi thỏa thuận").format(name=name),
        button=_("Rút"),
    )


@page(Audience.MEMBERS, writes=True, roles=KEEPERS, **ONE)
def end_agreement(request: PageRequest, agreement: Agreement) -> HttpResponse:
    return _ended(
        request,
        agreement,
        do=lambda: actions.end_agreement(agreement=agreement, by=request.member, now=clock.now()),
        said=_("Thỏa thuận đã kết thúc. Việc đang làm thì làm tiếp, không chuyển gửi mới."),
        heading=_("Kết thúc thỏa thuận cho mọi đơn vị"),
        button=_("Kết thúc thỏa thuận này"),
    )


def _ended(request: PageRequest, agreement: Agreement, **shown: Any) -> HttpResponse:
    """Asked once more: from the next moment on nobody asks anybody under it."""
    back = reverse("agencies:agreement", args=[agreement.pk])
    intro = _("Từ lúc này không chuyển gửi mới theo thỏa thuận này nữa: {title}.")
    return asked(
        request,
        Form(sent(request)),
        to=back,
        back=back,
        title=_("Thỏa thuận phối hợp"),
        intro=intro.format(title=agreement.title),
        **shown,
    )


def _told(each: Agreement) -> dict[str, Any]:
    """An agreement with its words: for what, how many signed."""
    parties = list(each.parties.all())
    return {
        "agreement": each,
        "needs": ", ".join(str(Purpose(purpose).label) for purpose in each.purposes),
        "signed": sum(party.stands for party in parties),
        "asked": len(parties),
    }
