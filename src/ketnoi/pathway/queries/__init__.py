"""What the page of a file shows: everything the reader may know, in a fixed number of questions."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from ketnoi.agencies import queries as agencies
from ketnoi.agencies.terms import Purpose
from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.pathway import rules
from ketnoi.pathway.terms import SENTENCES
from ketnoi.people import queries as people
from ketnoi.referrals import queries as referrals
from ketnoi.referrals.terms import State
from ketnoi.reintegration import queries as reintegration

A_YEAR = 12


@dataclass(frozen=True)
class Event:
    """A line of the timeline as a person reads it."""

    at: datetime
    text: str
    who: str


@dataclass(frozen=True)
class Sheet:
    """A file on one page."""

    case: Any
    person: Any | None
    age: str
    minor: bool
    steps: list[rules.Stand]
    next_task: Any | None
    timeline: list[Event]
    notes: list[Any]
    doors: list[Any]
    referrals: list[Any]
    holds: bool


def sheet(case: Any, member: Any) -> Sheet:
    """The page of a file for one reader."""
    tasks = cases.tasks_of(case, member)
    holds = cases.holds(member, case)
    person = people.person(member, case.person_id) if holds else None
    agreed = any(task.kind == "ask_consent" and task.done_at for task in tasks) or not holds
    return Sheet(
        case=case,
        person=person,
        age=people.age_band_of(person, on=clock.today()) if person else "",
        minor=people.may_be_minor(person, on=clock.today()) if person else False,
        steps=_known(rules.steps(tasks, live={"consent": agreed}), holds),
        next_task=rules.next_task(tasks),
        timeline=_events(case, member),
        notes=cases.notes_of(case, member),
        doors=cases.doors_of(case),
        referrals=referrals.referrals_of(case, member),
        holds=holds,
    )


def _known(steps: list[rules.Stand], holds: bool) -> list[rules.Stand]:
    """A receiving agency does not hear of the desks of others, so it reads only its own steps."""
    return [stand for stand in steps if holds or stand.task or stand.step == "reception"]


def works_after_a_year(sheet: Sheet, member: Any) -> bool | None:
    """Whether she works twelve months after; None while it is not known, or not for this reader."""
    found = reintegration.answer_in(sheet.case, member, month=A_YEAR) if sheet.holds else None
    return found.in_work if found else None


def consent_of_file(member: Any, code: str, pk: UUID) -> Any | None:
    """One consent, looked up through its file."""
    case = cases.case_by_code(member, code)
    return cases.consent_in(case, pk) if case else None


def livelihood_request(member: Any, pk: UUID) -> Any | None:
    """A request to find her something to live on, which this member's agency works on."""
    found = referrals.referral(member, pk)
    works = (
        found is not None
        and found.purpose == Purpose.LIVELIHOOD
        and found.to_agency_id == member.files
        and found.state in {State.ACCEPTED, State.IN_SERVICE}
    )
    return found if works else None


def _events(case: Any, member: Any) -> list[Event]:
    lines = cases.timeline(case, member)
    names = agencies.member_names({line.actor for line in lines})
    return [
        Event(line.at, str(SENTENCES.get(line.verb, line.verb)), names.get(line.actor, ""))
        for line in lines
    ]
