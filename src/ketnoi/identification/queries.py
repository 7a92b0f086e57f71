"""What pages and other domains may ask about legal status, always through the one who asks."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from ketnoi.cases import queries as cases
from ketnoi.cases.terms import TaskKind
from ketnoi.identification import access
from ketnoi.identification.models import StatusDecision
from ketnoi.identification.terms import Evidence

if TYPE_CHECKING:
    from ketnoi.cases.models import Case, Task


@dataclass(frozen=True)
class Told:
    """A decision as this member may read it; `number` is None where it is not hers to read."""

    decision: StatusDecision
    number: str | None

    @property
    def grounds(self) -> list[str]:
        """The evidence in words."""
        return [str(Evidence(code).label) for code in self.decision.evidence]


def decisions_of(case: "Case", member: Any) -> list[Told]:
    """Every decision of a file, the newest first."""
    return [_told(d, case, member) for d in _of(case, member).select_related("agency")]


def current_status(case: "Case", member: Any) -> StatusDecision | None:
    """The decision that counts now: the newest."""
    return _of(case, member).first()


def awaited_decision(case: "Case", member: Any) -> "Task | None":
    """The answer this member's agency still owes in a file."""
    found = cases.tasks_of(case, member)
    return next((task for task in found if _is_owed(task, member)), None)


def may_be_asked(case: "Case", member: Any, *, on: date) -> bool:
    """Whether this member's agency decides by law and takes part in the file."""
    return access.may_be_asked(
        member=member, case=case, takes_part=_takes_part(case, member), on=on
    )


def may_decide(case: "Case", member: Any, *, on: date) -> bool:
    """Whether this member may write down a decision in the file."""
    return access.may_decide(member=member, case=case, takes_part=_takes_part(case, member), on=on)


def _of(case: "Case", member: Any) -> QuerySet[StatusDecision]:
    found = StatusDecision.objects.visible_to(member).filter(case_id__in=cases.within(case))
    return found.order_by("-decided_on", "-noted_at")


def _told(decision: StatusDecision, case: "Case", member: Any) -> Told:
    decision.case = cases.within(case)[decision.case_id]
    is_hers = access.may_see_number(member=member, decision=decision)
    return Told(decision, decision.number.open() if is_hers else None)


def _is_owed(task: "Task", member: Any) -> bool:
    is_open = task.kind == TaskKind.DECIDE_STATUS and task.done_at is None
    return is_open and task.agency_id == member.files


def _takes_part(case: "Case", member: Any) -> bool:
    return cases.takes_part(member, case)
