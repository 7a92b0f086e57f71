"""What pages and other domains may ask about follow-ups, always through the one who asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import F, QuerySet

from ketnoi.agencies import queries as agencies
from ketnoi.agencies.terms import Role
from ketnoi.cases import queries as cases
from ketnoi.cases.terms import TaskKind
from ketnoi.reintegration import rules
from ketnoi.reintegration.models import Closing, FollowUp, FollowUpNote
from ketnoi.reintegration.terms import ClosingState, Standing

if TYPE_CHECKING:
    from ketnoi.cases.models import Case, Task

FEWEST = rules.FEWEST


@dataclass(frozen=True)
class Work:
    """Of the women to be asked in a time: how many said whether they work, how many do."""

    to_ask: int
    answered: int
    in_work: int

    @property
    def percent(self) -> int | None:
        """Those in work of a hundred who answered; None where they are too few to say it."""
        return rules.percent(part=self.in_work, whole=self.answered)


@dataclass(frozen=True)
class Answer:
    """What a follow-up brought to light about one file: codes, no words."""

    case_id: UUID
    is_done: bool
    in_work: bool | None
    outcome: str
    went_wrong: str


def answers(member: Any, *, month: int, since: date, until: date) -> list[Answer]:
    """The visits of a month that were due in a time, one for each file: the latest."""
    return _latest(_of_month(member, month).filter(due_on__range=(since, until)))


def answer_in(case: "Case", member: Any, *, month: int) -> Answer | None:
    """What came to light in this file so many months after; nothing while no visit is planned."""
    found = _latest(_of_month(member, month).filter(case_id__in=cases.within(case)))
    return found[-1] if found else None


def work_of(found: Iterable[Answer]) -> Work:
    """How many of these women work."""
    works = [answer.in_work for answer in found]
    return Work(len(works), len(works) - works.count(None), works.count(True))


def in_work_after(member: Any, *, month: int, since: date, until: date) -> Work:
    """How many women work so many months after they began to live their own life again."""
    return work_of(answers(member, month=month, since=since, until=until))


def follow_ups_of(files: Iterable[UUID], member: Any) -> list[FollowUp]:
    """The follow-ups of these files that this member may know of, the latest plan first."""
    return list(_in_order(member).filter(case_id__in=list(files)))


def follow_up_of_file(member: Any, code: str, month: int) -> FollowUp | None:
    """The follow-up of one month in the latest plan, looked up through its file."""
    case = cases.case_by_code(member, code)
    if case is None:
        return None
    found = _in_order(member).filter(case=case, month=month).first()
    if found is not None:
        found.case = case
    return found


def standings(case: "Case", member: Any, *, on: date) -> list[tuple[FollowUp, Standing]]:
    """The latest plan month by month, and where each follow-up stands on a day."""
    newest: dict[int, FollowUp] = {}
    for follow_up in follow_ups_of(cases.within(case), member):
        newest.setdefault(follow_up.month, follow_up)
    return [(f, f.standing(on)) for _month, f in sorted(newest.items())]


def earlier(case: "Case", member: Any) -> list[FollowUp]:
    """What was done in plans before the latest one."""
    found = follow_ups_of(cases.within(case), member)
    return [f for f in found if f.done_at and f.plan != found[0].plan]


def words_of(follow_up: FollowUp, member: Any) -> str:
    """What she said in a follow-up, for those who may read it."""
    note = FollowUpNote.objects.visible_to(member).filter(follow_up=follow_up).first()
    if note is None:
        return ""
    note.case = follow_up.case
    return note.body.open()


def _of_month(member: Any, month: int) -> QuerySet[FollowUp]:
    return FollowUp.objects.visible_to(member).filter(month=month, skipped_at=None)


def _latest(found: QuerySet[FollowUp]) -> list[Answer]:
    told = found.order_by("due_on", "made_at")
    rows = told.values_list("case_id", "done_at", "work", "outcome", "went_wrong")
    return list({row[0]: _answer(*row) for row in rows}.values())


def _answer(case_id: UUID, done_at: Any, work: str, outcome: str, went_wrong: str) -> Answer:
    return Answer(case_id, done_at is not None, rules.in_work(work=work), outcome, went_wrong)


def closing_of(case: "Case", member: Any) -> Closing | None:
    """The proposal to end support that waits in this file, with the file."""
    waits = {t.kind for t in cases.tasks_of(case, member) if t.done_at is None}
    if TaskKind.AGREE_TO_CLOSE not in waits:
        return None
    found = Closing.objects.visible_to(member).filter(case_id=case.pk, state=ClosingState.PROPOSED)
    closing = found.select_related("proposed_by").first()
    if closing is not None:
        closing.case = case
    return closing


def closing_of_file(member: Any, code: str) -> Closing | None:
    """The proposal that waits, by the code of the file."""
    case = cases.case_by_code(member, code)
    return closing_of(case, member) if case else None


def stopped_by(closing: Closing, member: Any) -> "list[Task]":
    """What still waits in the file and would stop, the most urgent first."""
    waiting = [t for t in cases.tasks_of(closing.case, member) if t.done_at is None]
    rest = [t for t in waiting if t.kind != TaskKind.AGREE_TO_CLOSE]
    return sorted(rest, key=lambda task: task.due_at)


def may_be_agreed_to(member: Any) -> bool:
    """Whether somebody else leads this member's agency, who may agree that support ends."""
    leads = agencies.members_of(member.agency).filter(role=Role.LEAD)
    return leads.exclude(user_id=member.user_id).exists()


def _in_order(member: Any) -> QuerySet[FollowUp]:
    """The latest plan first, month by month."""
    found = FollowUp.objects.visible_to(member).select_related("done_by", "agency")
    kept_first = F("skipped_at").asc(nulls_first=True)
    return found.order_by("-made_at", "-start_on", kept_first, "month")
