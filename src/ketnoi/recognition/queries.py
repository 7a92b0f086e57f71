"""What pages may ask about questions, approaches and introductions: one's own side only."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ketnoi.cases import queries as cases
from ketnoi.foundation.actor import System
from ketnoi.foundation.guard.context import acting
from ketnoi.people import queries as people
from ketnoi.recognition import access
from ketnoi.recognition.models import Approach, Introduction, Question

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.foundation.recognition import Named

A_DAY = timedelta(days=1)


def own_case(member: Any, code: str) -> "Case | None":
    """A file of this member's agency in which she may ask elsewhere."""
    case = cases.case_by_code(member, code)
    asks = case and access.may_ask(
        member=member, holder_id=case.holder_id, keeper_id=case.keeper_id
    )
    return case if asks else None


def question_of(case: "Case", member: Any, *, now: datetime) -> Question | None:
    """The question that stands in this file."""
    found = Question.objects.visible_to(member).filter(case_id=case.pk, stopped_at=None)
    newest = found.select_related("consent", "asked_by").order_by("-asked_at").first()
    return newest if newest and stands(newest, now=now) else None


def stands(question: Question, *, now: datetime) -> bool:
    """Whether it is still asked: not stopped, not too old, her yes not taken back."""
    agreed = question.consent is None or question.consent.holds(now)
    return question.stopped_at is None and now < question.until and agreed


def asked_lately(member: Any, *, now: datetime) -> int:
    """How many questions this member asked within a day."""
    found = Question.objects.visible_to(member).filter(asked_by_id=member.member_id)
    return found.filter(asked_at__gt=now - A_DAY).count()


def approach_of_file(member: Any, code: str, pk: UUID) -> Approach | None:
    """A question that arrived, looked up through the file it may be about."""
    found = Approach.objects.visible_to(member).filter(code=code, pk=pk)
    return found.select_related("case__key").first() if member.files else None


def approaches_of(case: "Case", member: Any) -> list[Approach]:
    """The questions that may be about the person of this file."""
    found = Approach.objects.visible_to(member).filter(case_id__in=cases.within(case))
    return list(found.select_related("case__key").order_by("made_at"))


def introduction_of_file(member: Any, code: str, pk: UUID) -> Introduction | None:
    """What one side was told of the other, looked up through its own file."""
    found = Introduction.objects.visible_to(member).filter(code=code, pk=pk)
    near = ("partner", "partner_keeper", "case__key")
    return found.select_related(*near).first() if member.files else None


def introductions_of(case: "Case", member: Any) -> list[Introduction]:
    """The agencies this file's agency was introduced to."""
    found = Introduction.objects.visible_to(member).filter(case_id__in=cases.within(case))
    return list(found.select_related("partner").order_by("made_at"))


def names_asked_for() -> "list[Named]":
    """The names in the questions that stand, agency by agency (for the system's own rounds)."""
    return [named for agency in people.holders() for named in _names_of(System(agency))]


def untold_approaches(by: Any) -> list[Approach]:
    """Questions that arrived and lie on no desk yet (for the system's own rounds)."""
    found = Approach.objects.visible_to(by).filter(told_at=None, stopped_at=None)
    return list(found.order_by("made_at"))


def fallen_approaches(by: Any) -> list[Approach]:
    """Questions that were taken back before anybody answered (for the system's own rounds)."""
    found = Approach.objects.visible_to(by).filter(stopped_at__isnull=False, answer="")
    return list(found.filter(told_at__isnull=False, answered_at=None))


def untold_introductions(by: Any) -> list[Introduction]:
    """Introductions that lie on no desk yet (for the system's own rounds)."""
    return list(Introduction.objects.visible_to(by).filter(told_at=None).order_by("made_at"))


def _names_of(system: System) -> "list[Named]":
    with acting(system):
        asked = Question.objects.visible_to(system).filter(stopped_at=None)
        return people.named_for(system, list(asked.values_list("case__person_id", flat=True)))
