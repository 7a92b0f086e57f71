"""Scenes of livelihood: an opportunity, and a proposal for somebody."""

from typing import Any

from ketnoi.agencies.models import Member
from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.actions import Place
from ketnoi.cases.models import Case
from ketnoi.foundation import clock
from ketnoi.livelihood import actions
from ketnoi.livelihood.models import Opportunity, Placement


def job_centre(name: str = "Dung", role: str = "caseworker") -> Member:
    """An officer of a job centre."""
    return agencies.member(agencies.agency("job_service", "province"), role=role, name=name)


def opportunity(by: Member, *, places: int = 1, **facts: Any) -> Opportunity:
    """A sewing job, as the job centre writes it down."""
    about = {"kind": "job", "title": "May gia công", "partner": "Tổ may Mỹ Tú", **facts}
    return actions.add_opportunity(places=places, by=by, now=clock.now(), **about)


def place(file: Case) -> Place:
    """The file as the job centre knows it."""
    return Place(file.pk, file.holder_id, file.code)


def proposal(file: Case, offer: Opportunity, *, by: Member) -> Placement:
    """An opportunity proposed to the person of a file."""
    return actions.propose_placement(place=place(file), opportunity=offer, by=by, now=clock.now())


def accepted(file: Case, offer: Opportunity, *, by: Member, holder: Member) -> Placement:
    """A proposal to which she and then the partner said yes."""
    placement = proposal(file, offer, by=by)
    actions.she_decides(placement=placement, answer="yes", by=holder, now=clock.now())
    actions.partner_decides(placement=placement, answer="accepted", by=by, now=clock.now())
    return placement


def started(file: Case, offer: Opportunity, *, by: Member, holder: Member) -> Placement:
    """A placement that has begun today."""
    placement = accepted(file, offer, by=by, holder=holder)
    actions.start_placement(placement=placement, on=clock.today(), by=by, now=clock.now())
    return placement
