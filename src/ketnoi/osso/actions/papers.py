"""What papers a child has and lacks: noted, and followed until nothing is missing."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import TaskKind
from ketnoi.foundation.action import action, note
from ketnoi.law import queries as law
from ketnoi.osso import queries, rules
from ketnoi.osso.actions.desk import ask_for, refuse_outsiders
from ketnoi.osso.models import ChildPapers

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.people.models import Tie

PAGE = "osso:child"


@action
def note_child_papers(
    *,
    case: "Case",
    tie: "Tie",
    born_in: str,
    registered: str,
    nationality: str,
    by: Any,
    now: datetime,
) -> ChildPapers:
    """Where a child was born and registered, as the family knows it now.

    While a step is missing, seeing to it waits on the desk of the office.
    """
    refuse_outsiders(case, by)
    papers = ChildPapers(
        case=case,
        holder_id=case.holder_id,
        agency_id=by.agency_id,
        tie=tie,
        born_in=born_in,
        registered=registered,
        nationality=nationality,
        noted_at=now,
        noted_by=by,
    )
    papers.save(force_insert=True)
    _wait(case, tie, papers, by=by, now=now)
    note("osso.child_papers_noted", by=by, about=papers, registered=registered)
    return papers


def _wait(case: "Case", tie: "Tie", papers: ChildPapers, *, by: Any, now: datetime) -> None:
    subject = f"{case.code}/{tie.pk}"
    about = {"kind": TaskKind.CHILD_PAPERS, "subject": subject, "agency_id": by.agency_id}
    cases.settle(case_id=case.pk, by=by, now=now, **about)
    if queries.steps_for(papers, tie):
        due_at = law.due(code=rules.CHILD_PAPERS, start=now)
        whose = {"member_id": by.pk, "due_at": due_at, "page": PAGE, "now": now}
        ask_for(place=queries.of_file(case), **about, **whose)
    else:
        cases.keep_going(place=queries.of_file(case), by=by, now=now)
