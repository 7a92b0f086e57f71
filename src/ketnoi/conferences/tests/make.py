"""Scenes of a file that several agencies share."""

from datetime import timedelta
from typing import Any

from ketnoi.agencies.models import Agency, Member
from ketnoi.cases import actions as doors
from ketnoi.cases import queries as files
from ketnoi.cases.models import Case, Task
from ketnoi.conferences import actions, queries
from ketnoi.conferences.models import Assignment, Conference
from ketnoi.conferences.rules import Decision
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.guard.context import acting

ASKED = {"her_part": "comes", "not_asked": "", "her_words": ""}
HOURS = timedelta(hours=1)


def let_in(case: Case, agency: Agency) -> Any:
    """The file is open to another agency, as after an accepted referral."""
    now = clock.now()
    with writing(), acting(case.keeper):
        door = doors.prepare_door(
            case=case, agency_id=agency.pk, basis="legal_duty", consent=None, until=None, now=now
        )
        doors.open_door(door_id=door.pk, now=now)
    return door


def shut(case: Case, door: Any) -> None:
    """It takes part no longer."""
    with writing(), acting(case.keeper):
        doors.close_doors(door_id=door.pk, by=case.keeper, now=clock.now())


def work(to: Any, words: str = "Gọi trạm y tế xã", days: int = 2, **said: Any) -> Decision:
    """Something to be done."""
    due_on = clock.today() + timedelta(days=days)
    return Decision(**{"words": words, "kind": "call", "to": to, "due_on": due_on, **said})


def given(case: Case, to: Any, *, by: Member, **said: Any) -> Assignment:
    """Work that somebody gave."""
    return actions.give_assignment(case=case, work=work(to, **said), by=by, now=clock.now())


def answered(assignment: Assignment, answer: str, *, by: Member, **said: Any) -> Assignment:
    """What became of it."""
    words = {"cannot": "", "outcome": "", **said}
    known = work_of(by, assignment)
    return actions.answer_assignment(
        assignment=known, answer=answer, by=by, now=clock.now(), **words
    )


def called(case: Case, *invited: Agency, by: Member, hours: int = 48, **said: Any) -> Conference:
    """A conference some hours from now."""
    about = {
        "starts_at": clock.now() + hours * HOURS,
        "way": "in_place",
        "place": "Phòng họp tầng 2",
        "topics": ["Chỗ ở tháng tới"],
        "her": ASKED,
        "now": clock.now(),
        **said,
    }
    return actions.call_conference(case=case, invited=list(invited), by=by, **about)


def held(conference: Conference, present: list[Member], *, by: Member, **said: Any) -> Conference:
    """They met, an hour after it began."""
    known = meeting(by, conference)
    about = {
        "others": ["her"],
        "her": ASKED,
        "decisions": [],
        "body": "Chị ấy muốn học may.",
        "now": conference.starts_at + HOURS,
        **said,
    }
    actions.hold_conference(conference=known, present=present, by=by, **about)
    return meeting(by, conference)


def meeting(member: Member, conference: Conference) -> Any:
    """A conference as a member reads it now."""
    with acting(member):
        return queries.conference_of_file(member, conference.code, conference.pk)


def work_of(member: Member, assignment: Assignment) -> Any:
    """Work as a member reads it now."""
    with acting(member):
        return queries.assignment_of_file(member, assignment.code, assignment.pk)


def desk(member: Member, *kinds: str) -> list[Task]:
    """What her agency must do in conferences and given work."""
    wanted = kinds or ("agreed", "answer_meeting", "meet", "hold_meeting", "confirm_minutes")
    with acting(member):
        return [task for task in files.to_do(member) if task.kind in wanted]
