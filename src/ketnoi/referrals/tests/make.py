"""Scenes of referrals: a service of another agency, a request to it."""

from datetime import datetime
from typing import Any

from ketnoi.agencies.models import Agency, Member
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as cases
from ketnoi.directory.models import Service
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.guard.context import acting
from ketnoi.referrals import actions, queries
from ketnoi.referrals.models import GuestLink, Referral, ReferralEvent


def service(of: Agency, *purposes: str) -> Service:
    """Help that an agency gives."""
    with writing():
        return Service.objects.create(
            key=f"dich-vu-{of.key}",
            source="thử",
            agency=of,
            name="Dịch vụ thử",
            purposes=list(purposes) or ["safe_place"],
        )


def draft(file: Case, to: Service, *, by: Member, **facts: Any) -> Referral:
    """A request that has not gone yet."""
    about = {
        "purpose": to.purposes[0],
        "urgency": "normal",
        "packs": ["contact", "need"],
        "basis": "consent",
        "message": "",
        "basis_reason": "",
        **facts,
    }
    return actions.draft_referral(case=file, service=to, by=by, now=clock.now(), **about)


def sent(file: Case, to: Service, *, by: Member, **facts: Any) -> Referral:
    """A request with her consent, sent."""
    packs = facts.get("packs", ["contact", "need"])
    cases.consent(file, to.agency, by=by, purpose=to.purposes[0], packs=tuple(packs))
    request = draft(file, to, by=by, **facts)
    return actions.send_referral(referral=request, by=by, now=clock.now())


def known(by: Member, referral: Referral) -> Referral:
    """A request as this member reads it now."""
    with acting(by):
        found = queries.referral(by, referral.pk)
    assert found is not None
    return found


def event(by: Member, referral: Referral, state: str) -> ReferralEvent:
    """How a request came to a state; in a test all steps share one moment, so not by order."""
    with acting(by):
        [found] = [event for event in queries.events_of(referral) if event.state == state]
    return found


def issue(
    by: Member, referral: Referral, way: str = "link", now: datetime | None = None
) -> tuple[GuestLink, str, str]:
    """A guest link to a request, with its token and its code."""
    now = now or clock.now()
    return actions.issue_link(referral=known(by, referral), way=way, by=by, now=now)


def says(link: GuestLink, code: str) -> bool:
    """Whoever holds the link says a code."""
    return actions.try_code(link=link, code=code, by=link.guest, now=clock.now())


def answers(link: GuestLink, step: str, **said: Any) -> Referral:
    """Whoever holds the link answers the request."""
    now = clock.now()
    return actions.answer_as_guest(link=link, step=step, by=link.guest, now=now, **said)
