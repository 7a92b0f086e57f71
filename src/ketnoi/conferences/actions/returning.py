"""Nothing is lost: what lay with an agency that takes part no longer comes back to the holder."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from ketnoi.cases import actions as cases
from ketnoi.cases import queries as files
from ketnoi.cases.terms import GOES_ON, TaskKind
from ketnoi.conferences import queries, rules
from ketnoi.conferences.actions.meeting import call_off
from ketnoi.conferences.actions.minutes import ask_to_confirm
from ketnoi.conferences.actions.work import send_home
from ketnoi.conferences.models import Assignment, Conference
from ketnoi.conferences.terms import Answer, State, Why
from ketnoi.foundation.action import action, note, together
from ketnoi.foundation.actor import System
from ketnoi.foundation.guard.context import acting
from ketnoi.people import queries as people

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


@together
def go_round(*, by: System, now: datetime) -> None:
    """The system's round: at each agency that holds files, what lost its desk gets one again."""
    for agency in people.holders():
        own = System(agency)
        with acting(own):
            for case in queries.files_with_something_open(own):
                bring_back(case=case, by=own, now=now)


@together
def bring_back(*, case: "Case", by: Any, now: datetime) -> None:
    """In one file: work of an agency that left goes to the holder, minutes to who can confirm."""
    if case.status not in GOES_ON:
        return
    own = System(case.holder_id)
    with acting(own):
        inside = queries.taking_part(case)
        for assignment in list(queries.open_assignments(case, own)):
            if assignment.waits and assignment.to_agency_id not in inside:
                return_assignment(assignment=assignment, by=own, now=now)
            elif _lies_nowhere(assignment, own):
                lay_down_again(assignment=assignment, by=own, now=now)
        for conference in list(queries.open_conferences(case, own)):
            if conference.state == State.HELD and _lies_nowhere(conference, own):
                ask_another(conference=conference, by=own, now=now)
            elif conference.state == State.CALLED and _has_begun(conference, own, now):
                end_waiting(conference=conference, by=own, now=now)


@action
def return_assignment(*, assignment: Assignment, by: System, now: datetime) -> Assignment:
    """Whoever got it takes part no longer: the holder sees to it."""
    assignment.answer, assignment.answered_at = Answer.LEFT, now
    assignment.save(update_fields=["answer", "answered_at"])
    cases.settle_all(case_id=assignment.case_id, subject=assignment.subject, by=by, now=now)
    send_home(assignment=assignment, by=by, now=now)
    note("assignment.came_back", by=by, about=assignment)
    return assignment


@action
def lay_down_again(*, assignment: Assignment, by: System, now: datetime) -> Assignment:
    """It came back to an agency that has left since: it goes on to the holder."""
    send_home(assignment=assignment, by=by, now=now)
    note("assignment.came_back", by=by, about=assignment)
    return assignment


@action
def ask_another(*, conference: Conference, by: System, now: datetime) -> Conference:
    """Whoever was to confirm the minutes takes part no longer: the next one is asked."""
    ask_to_confirm(conference=conference, by=by, now=now)
    note("conference.asked_again", by=by, about=conference)
    return conference


@action
def end_waiting(*, conference: Conference, by: System, now: datetime) -> Conference:
    """The hour has come: nobody is asked any more whether she comes; the minutes still wait."""
    for kind in (TaskKind.MEET, TaskKind.ANSWER_MEETING):
        for task in files.tasks_of_kind(by, kind).filter(subject=conference.subject, done_at=None):
            cases.settle(
                case_id=task.case_id,
                kind=kind,
                subject=task.subject,
                agency_id=task.agency_id,
                by=by,
                now=now,
            )
    note("conference.begun", by=by, about=conference)
    return conference


@action
def end_talks(*, case: "Case", by: Any, now: datetime) -> None:
    """The file ends: conferences to come are called off, and work of the holder's own ends."""
    for conference in queries.open_conferences(case, by).filter(state=State.CALLED):
        call_off(conference=conference, why=Why.SOLVED, by=by, now=now)
    for assignment in queries.open_assignments(case, by):
        assignment.ended_at, assignment.ended_by_id = now, by.member_id
        assignment.save(update_fields=["ended_at", "ended_by"])
        cases.settle_all(case_id=case.pk, subject=assignment.subject, by=by, now=now)
    note("conference.all_ended", by=by, about=case)


def _lies_nowhere(record: Any, by: System) -> bool:
    return not files.due_by_subject(by, [record.subject])


def _has_begun(conference: Conference, by: System, now: datetime) -> bool:
    if not rules.has_begun(starts_at=conference.starts_at, now=now):
        return False
    waiting = files.tasks_of_kind(by, TaskKind.MEET).filter(subject=conference.subject)
    return waiting.filter(done_at=None).exists()
