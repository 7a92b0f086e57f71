"""Ways to a job or a course, in every state a placement can be in."""

from typing import Any

from ketnoi.demo.files import File
from ketnoi.demo.requests import LONG_DONE, Trip, in_service
from ketnoi.demo.stage import Stage
from ketnoi.livelihood import actions as livelihood
from ketnoi.livelihood import queries
from ketnoi.pathway import actions as pathway
from ketnoi.referrals import actions as referrals

HERS: dict[str, Any] = {
    "wishes": [],
    "skills": ["sewing"],
    "schooling": "lower",
    "age_band": "25_34",
    "hours": ["day"],
    "needs_childcare": False,
    "needs_access": False,
    "commune_id": None,
    "furthest_km": None,
    "avoids": "",
    "group": "",
    "own_words": "",
    "tells": ["skills", "hours", "childcare"],
}
TOLD = ("skills:sewing", "hours:day")
STEPS = {
    "proposed": (),
    "she_waits": ("later",),
    "she_agreed": ("yes",),
    "she_declined": ("no",),
    "partner_agreed": ("yes", "accepted"),
    "partner_declined": ("yes", "declined"),
    "started": ("yes", "accepted", "start"),
    "ended": ("yes", "accepted", "start", "end"),
    "recalled": ("yes", "recall"),
}


def placed(stage: Stage, trip: Trip, *, state: str, offer: str, proposed: int) -> File:
    """A file whose person is proposed something, so many days ago, and how far it came."""
    file = in_service(stage, Trip(**{**vars(trip), "days": proposed + 6}))
    ago, request = stage.calendar.ago, file.referrals[0]
    told(file, ago(proposed + 1, "10:00"), age_band=_band(stage, trip))
    way = pathway.propose(
        referral=request,
        opportunity=stage.offers[offer],
        by=stage.dung,
        now=ago(proposed, "9:00"),
    )
    for number, step in enumerate(STEPS[state], 1):
        _step(file, way, step, ago(max(proposed - number * 2, 1), "14:00"))
    _hand_back(file, request, proposed)
    if proposed > LONG_DONE:
        file.tick(ago(1, "16:50"))
    return file


def told(file: File, now: Any, **more: Any) -> None:
    """She says what she can do and needs, and what of it may be told."""
    livelihood.write_profile(case=file.case, version=0, by=file.by, now=now, **{**HERS, **more})


def _band(stage: Stage, trip: Trip) -> str:
    """The span of years she told: a place with an age asks for it."""
    today = stage.calendar.today
    return queries.band_of(today.year - trip.age, on=today)


def _hand_back(file: File, request: Any, proposed: int) -> None:
    """The job centre has done what it was asked for; the placement goes its own way."""
    stage = file.stage
    now = stage.calendar.ago(max(proposed - 9, 1), "16:00")
    referrals.close_referral(referral=request, outcome="met", by=stage.dung, now=now)
    now = stage.calendar.ago(max(proposed - 9, 1), "16:40")
    referrals.confirm_outcome(referral=request, by=file.by, now=now)


def _step(file: File, way: Any, step: str, now: Any) -> None:
    dung = file.stage.dung
    if step in {"yes", "no", "later"}:
        livelihood.she_decides(placement=way, answer=step, told=TOLD, by=file.by, now=now)
    elif step in {"accepted", "declined"}:
        livelihood.partner_decides(placement=way, answer=step, by=dung, now=now)
    elif step == "start":
        livelihood.start_placement(placement=way, on=now.date(), by=dung, now=now)
    elif step == "end":
        livelihood.end_placement(
            placement=way, outcome="completed", income_band="5_to_8", by=dung, now=now
        )
    else:
        livelihood.recall_placement(placement=way, by=dung, now=now)
