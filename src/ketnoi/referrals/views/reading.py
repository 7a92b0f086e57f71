"""The queue of an agency, and one referral with what it tells."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ketnoi.cases.terms import Pack
from ketnoi.foundation import clock
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.foundation.slices import page_of
from ketnoi.referrals import access, queries
from ketnoi.referrals.models import Referral


def address_of(referral: Referral) -> str:
    return reverse("referrals:referral", args=[referral.pk])


@page(Audience.MEMBERS)
def inbox(request: PageRequest) -> HttpResponse:
    way = "di" if request.GET.get("huong") == "di" else "den"
    is_open = request.GET.get("da-xong") is None
    listed = queries.sent_by if way == "di" else queries.received_by
    found = page_of(listed(request.member, is_open=is_open), request.GET.get("page"))
    due = queries.deadlines_of([r.pk for r in found.object_list], request.member)
    rows = [(r, due.get(str(r.pk))) for r in found.object_list]
    shown = {"rows": rows, "found": found, "way": way, "is_open": is_open, "now": clock.now()}
    return render(request, "referrals/inbox.html", shown)


@page(Audience.MEMBERS, finds=queries.referral, look=queries.SEEN)
def referral(request: PageRequest, referral: Referral) -> HttpResponse:
    member, now = request.member, clock.now()
    more = queries.more_of(referral)
    awaited = any(not each.ended_at for each in more)
    packs = [(Pack(pack).label, told) for pack, told in queries.told(referral).items()]
    shown = {
        "referral": referral,
        "packs": packs,
        "preview": queries.preview(referral, member),
        "events": queries.events_of(referral),
        "chain": queries.chain_of(referral, member),
        "takes": access.may_take(member=member, referral=referral),
        "puts_back": access.may_put_back(member=member, referral=referral),
        "issues": access.may_issue_link(member=member, referral=referral),
        "redirects": access.may_redirect(member=member, referral=referral),
        "seen_at": queries.seen_at(referral),
        "due": queries.deadlines_of([referral.pk], member).get(str(referral.pk)),
        "sends": access.is_sender(member=member, referral=referral),
        "receives": access.is_receiver(member=member, referral=referral),
        "more": [(each, each.labels(each.packs), each.labels(each.told)) for each in more],
        "asks_more": access.may_ask_more(member=member, referral=referral) and not awaited,
        "answers_more": access.may_answer_more(member=member, referral=referral) and awaited,
        "moves": access.moves(member=member, referral=referral),
        "now": now,
    }
    return render(request, "referrals/referral.html", shown)
