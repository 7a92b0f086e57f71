"""Two files of one person: one is opened from now on, the other is kept as it was; and back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.cases import access, rules
from ketnoi.cases.models import Case, Task
from ketnoi.cases.terms import Status, TaskKind
from ketnoi.foundation.action import Refused, action, note

ENDS_WITH_IT = (
    TaskKind.ASK_CONSENT,
    TaskKind.NEXT_STEP,
    TaskKind.REVIEW_PLAN,
    TaskKind.ASSESS_AGAIN,
)
"""What may wait in a file when it is merged: the file that goes on has its own."""


@dataclass(frozen=True)
class Folded:
    """What changed when a file was merged, so that it can be given back."""

    status: str
    settled: list[UUID]
    along: list[UUID]


@action
def fold_case(*, case: Case, into: Case, by: Any, now: datetime) -> Folded:
    """This file is opened at another one of the same person from now on; its rows stay its own.

    Refused while something waits in it that another desk or a deadline depends on.
    """
    for file in (case, into):
        if not access.may_work(member=by, case=file):
            raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới gộp được."))
    if not rules.may_merge(status=case.status, into=into.status):
        raise Refused(_("Hồ sơ ghi nhầm, đã kết thúc hoặc đã chuyển thì không gộp được như thế."))
    waiting = Task.objects.filter(case=case, done_at=None)
    _refuse_what_waits(case, waiting)
    folded = Folded(case.status, [task.pk for task in waiting], _along(case))
    waiting.update(done_at=now, done_by=by.member_id)
    Case.objects.filter(merged_into=case.pk).update(merged_into=into.pk)
    case.status, case.merged_into = Status.MERGED, into
    case.save(update_fields=["status", "merged_into"])
    note("case.merged_away", by=by, about=case, into=into.code)
    return folded


@action
def unfold_case(*, case: Case, as_it_was: Folded, by: Any) -> Case:
    """The two files are apart again: this one stands where it stood, and waits for what it did."""
    if not access.may_keep(member=by, case=case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới tách được."))
    case.status, case.merged_into = as_it_was.status, None
    case.save(update_fields=["status", "merged_into"])
    Case.objects.filter(pk__in=as_it_was.along).update(merged_into=case.pk)
    Task.objects.filter(pk__in=as_it_was.settled).update(done_at=None, done_by=None)
    note("case.came_back", by=by, about=case, status=case.status)
    return case


def _along(case: Case) -> list[UUID]:
    return list(Case.objects.filter(merged_into=case.pk).values_list("pk", flat=True))


def _refuse_what_waits(case: Case, waiting: Any) -> None:
    open_ones = [task for task in waiting if task.kind not in ENDS_WITH_IT]
    if open_ones:
        kinds = sorted({str(TaskKind(task.kind).label) for task in open_ones})
        raise Refused(
            _(
                "Hồ sơ {code} còn việc đang chờ: {what}. Hãy làm xong, hoặc giữ hồ sơ này lại."
            ).format(code=case.code, what="; ".join(kinds))
        )
