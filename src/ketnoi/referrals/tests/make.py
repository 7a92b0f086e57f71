"""Scenes of referrals: a service of another agency, a request to it."""

from typing import Any

from ketnoi.agencies.models import Agency, Member
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as cases
from ketnoi.directory.models import Service
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.referrals import actions
from ketnoi.referrals.models import Referral


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
