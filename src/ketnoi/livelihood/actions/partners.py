"""What a partner with an account is told of somebody, and what it answers."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.agencies import actions as agencies
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.guard.hiding import shut_out
from ketnoi.livelihood import access, rules
from ketnoi.livelihood.actions.offers import locked
from ketnoi.livelihood.models import Candidate, PartnerLink, Placement
from ketnoi.livelihood.terms import Asked, LinkEnd, PartnerAnswer, State

FOLLOWS = {
    State.PARTNER_AGREED: Asked.ACCEPTED,
    State.PARTNER_DECLINED: Asked.DECLINED,
    State.SHE_DECLINED: Asked.GONE,
    State.RECALLED: Asked.GONE,
    State.OFFER_GONE: Asked.GONE,
}
"""How a partner's page follows what happens elsewhere."""


@part
def introduce(*, placement: Placement, now: datetime) -> Candidate | None:
    """She said yes: the partner, if it works here itself, learns what she agreed to tell."""
    desks = {placement.agency_id, placement.holder_id}
    if not rules.is_told_here(partner=placement.opportunity.agency_id, desks=desks):
        return None
    offer = locked(placement.opportunity)
    offer.introduced += 1
    offer.save(update_fields=["introduced"])
    candidate = Candidate(
        number=offer.introduced,
        placement=placement,
        agency_id=offer.agency_id,
        opportunity=offer,
        told=placement.told,
        told_at=now,
    )
    candidate.save(force_insert=True)
    agencies.tell_later(agency_id=offer.agency_id, but=shut_out(placement.case_id).members)
    return candidate


@part
def follow(*, placement: Placement, by: Any, now: datetime) -> None:
    """What a partner sees of somebody follows what became of the proposal."""
    if placement.state != State.SHE_AGREED:
        end_links(placement=placement, why=LinkEnd.GONE, now=now)
    state = FOLLOWS.get(State(placement.state))
    if state is None:
        return
    still = Candidate.objects.filter(placement=placement).exclude(state=state)
    found = still.filter(state__in=[Asked.WAITING, Asked.ACCEPTED])
    facts = {} if state == Asked.GONE else {"answered_at": now, "answered_by": by}
    found.update(state=state, reason=placement.partner_reason if facts else "", **facts)


@part
def end_links(*, placement: Placement, why: str, now: datetime) -> int:
    """No link leads to what was told of her any more. Gives how many ended."""
    living = PartnerLink.objects.filter(placement=placement, ended_at=None)
    return living.update(ended_at=now, ended_why=why, told=[])


@action
def say_of(*, candidate: Candidate, answer: str, reason: str, by: Any, now: datetime) -> Candidate:
    """The partner takes somebody, or says no with a reason."""
    if not access.may_answer(member=by, candidate=candidate):
        raise Refused(_("Chỉ đơn vị đưa ra cơ hội này mới trả lời được."))
    fresh = Candidate.objects.select_for_update(of=("self",)).get(pk=candidate.pk)
    if fresh.state != Asked.WAITING:
        raise Refused(_("Đề xuất này không còn chờ trả lời. Hãy mở lại trang để xem."))
    if answer == PartnerAnswer.DECLINED and not reason:
        raise Refused(_("Hãy chọn lý do không nhận."))
    fresh.state, fresh.answered_at, fresh.answered_by = answer, now, by
    fresh.reason = reason if answer == PartnerAnswer.DECLINED else ""
    fresh.save(update_fields=["state", "reason", "answered_at", "answered_by"])
    note("candidate.answered", by=by, about=fresh, answer=answer, reason=fresh.reason)
    return fresh
