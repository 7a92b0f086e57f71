"""Scenes of livelihood: an opportunity, what matters of her, a proposal, a partner, a list."""

import io
from collections.abc import Iterable
from typing import Any

from openpyxl import Workbook

from ketnoi.agencies.models import Member
from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.actions import Place
from ketnoi.cases.models import Case
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.livelihood import access, actions, queries
from ketnoi.livelihood.models import Candidate, OfferList, Opportunity, Placement, WorkProfile
from ketnoi.livelihood.rules import reading
from ketnoi.livelihood.terms import COLUMNS


def job_centre(name: str = "Dung", role: str = "caseworker") -> Member:
    """An officer of a job centre."""
    return agencies.member(agencies.agency("job_service", "province"), role=role, name=name)


def opportunity(by: Member, *, places: int = 1, **facts: Any) -> Opportunity:
    """A sewing job, as the job centre writes it down after a visit; an employer visits nobody."""
    visited = clock.today() if access.may_verify(member=by) else None
    about = {"kind": "job", "title": "May gia công", "partner": "Tổ may Mỹ Tú", **facts}
    about.setdefault("verified_on", visited)
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


HERS: dict[str, Any] = {
    "wishes": ["job", "training"],
    "skills": ["sewing"],
    "schooling": "lower",
    "age_band": "25_34",
    "hours": ["day"],
    "needs_childcare": True,
    "needs_access": False,
    "commune_id": "31591",
    "furthest_km": 20,
    "avoids": "",
    "group": "khmer",
    "own_words": "",
    "tells": ["skills", "hours", "childcare", "distance"],
}


def profile(file: Case, by: Member, *, version: int = 0, **facts: Any) -> WorkProfile:
    """What a woman with a small child told of herself."""
    said = {**HERS, **facts}
    return actions.write_profile(case=file, version=version, by=by, now=clock.now(), **said)


def employer(name: str = "Vy", role: str = "caseworker") -> Member:
    """An officer of an employer with an account of its own."""
    return agencies.member(agencies.agency("employer"), role=role, name=name)


def vacancy(owner: Member, checker: Member, **facts: Any) -> Opportunity:
    """A job that an employer told the network of, and that a job centre went to see."""
    offer = opportunity(owner, has_childcare=True, shifts=["day"], **facts)
    return actions.verify_partner(opportunity=offer, on=clock.today(), by=checker, now=clock.now())


def introduced(
    file: Case, offer: Opportunity, *, by: Member, holder: Member, told: Iterable[str] = ()
) -> Candidate:
    """Somebody who said yes, as the partner learns of her."""
    placement = proposal(file, offer, by=by)
    answer = {"answer": "yes", "told": list(told), "by": holder, "now": clock.now()}
    actions.she_decides(placement=placement, **answer)
    with acting(holder):
        found = queries.candidate_of(placement, holder)
    assert found is not None
    return found


def linked(file: Case, by: Member) -> Placement:
    """She said yes, and a workshop without an account was given a link by the holder itself."""
    placement = proposal(file, opportunity(by, places=2), by=by)
    said = {"answer": "yes", "told": ["skills:sewing"], "by": by, "now": clock.now()}
    actions.she_decides(placement=placement, **said)
    actions.issue_partner_link(placement=placement, by=by, now=clock.now())
    return placement


GOOD: dict[str, Any] = {
    "title": "May công nghiệp",
    "kind": "Việc làm",
    "partner": "Xưởng may Mẫu",
    "commune": "Xã Mỹ Hương, TP Cần Thơ",
    "places": 5,
    "shifts": "Ban ngày",
    "least_age": 18,
    "most_age": 45,
    "schooling": "9/12",
    "skills": "May",
    "wage": "5.000.000",
    "has_childcare": "Có",
    "is_accessible": "Không",
    "phone": 912345678,
    "until": "",
    "requirements": "",
}


def sheet(rows: Iterable[dict[str, Any]], *, titles: int = 2) -> bytes:
    """A list as partners send it: merged titles above, the heads in row 3, one offer a line."""
    book = Workbook()
    page: Any = book.active
    for number in range(1, titles + 1):
        page.append(["TRUNG TÂM MẪU – DANH SÁCH VIỆC LÀM"])
        page.merge_cells(start_row=number, end_row=number, start_column=1, end_column=8)
    page.append([str(COLUMNS[part]) for part in reading.COLUMNS])
    for row in rows:
        page.append([{**GOOD, **row}[part] for part in reading.COLUMNS] if row else [])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def twenty() -> list[dict[str, Any]]:
    """Twenty vacancies that differ."""
    return [{"title": f"Việc số {number}", "places": number} for number in range(1, 21)]


def brought(rows: Iterable[dict[str, Any]], *, by: Member) -> OfferList:
    """A list that was sent in and read."""
    said = {"content": sheet(rows), "kind": "job", "by": by, "now": clock.now()}
    return actions.bring_offers(**said)
