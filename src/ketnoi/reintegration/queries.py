"""What pages and other domains may ask about follow-ups, always through the one who asks."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import F, QuerySet

from ketnoi.cases import queries as cases
from ketnoi.reintegration.models import FollowUp, FollowUpNote
from ketnoi.reintegration.terms import Standing

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


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


def _in_order(member: Any) -> QuerySet[FollowUp]:
    """The latest plan first, month by month."""
    found = FollowUp.objects.visible_to(member).select_related("done_by", "agency")
    kept_first = F("skipped_at").asc(nulls_first=True)
    return found.order_by("-made_at", "-start_on", kept_first, "month")
