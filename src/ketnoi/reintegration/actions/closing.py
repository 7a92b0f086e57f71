"""That support ends is said by one and agreed to by another: proposed, agreed, sent back."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.agencies import actions as agencies
from ketnoi.cases import actions as tasks
from ketnoi.cases.terms import Step, TaskKind
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.guard.hiding import shut_out
from ketnoi.law import queries as law
from ketnoi.reintegration import access, queries
from ketnoi.reintegration.models import Closing
from ketnoi.reintegration.terms import ClosingState

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

PAGE = "pathway:closing"


@action
def propose_closing(*, case: "Case", reason: str, by: Any, now: datetime) -> Closing:
    """She needs the network no more, or wants it no more: a lead of the agency looks at it too."""
    if not access.may_plan(member=by, case=case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới đề nghị kết thúc được."))
    _refuse_twice(case, by=by, now=now)
    closing = Closing(
        case=case,
        holder_id=case.holder_id,
        agency_id=case.holder_id,
        reason=reason,
        proposed_at=now,
        proposed_by=by,
    )
    closing.save(force_insert=True)
    _wait(closing, now)
    agencies.tell_later(agency_id=case.holder_id, but=shut_out(case.pk).members | {by.pk})
    note("closing.proposed", by=by, about=closing, reason=reason)
    return closing


@action
def agree_to_closing(*, closing: Closing, by: Any, now: datetime) -> Closing:
    """A second person has read the file and stands for it; the file is closed in the same step."""
    _refuse_who_may_not_decide(closing, by)
    _end(closing, ClosingState.AGREED, by=by, now=now)
    note("closing.agreed", by=by, about=closing, reason=closing.reason)
    return closing


@action
def return_closing(*, closing: Closing, why: str, by: Any, now: datetime) -> Closing:
    """Not yet: something is still open for her. Whoever proposed it looks at the next step."""
    _refuse_who_may_not_decide(closing, by)
    _lock_waiting(closing)
    _look_again(closing, now)
    _end(closing, ClosingState.RETURNED, by=by, now=now, why=why)
    agencies.tell_with_substitute(
        member_id=closing.proposed_by_id, but=shut_out(closing.case_id).members
    )
    note("closing.returned", by=by, about=closing, why=why)
    return closing


@action
def drop_closing(*, closing: Closing, by: Any, now: datetime) -> Closing:
    """What was proposed no longer waits: it was taken back, or the file ends in another way."""
    if not access.may_plan(member=by, case=closing.case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới rút lại được."))
    _end(closing, ClosingState.DROPPED, by=by, now=now)
    note("closing.dropped", by=by, about=closing)
    return closing


def _refuse_twice(case: "Case", *, by: Any, now: datetime) -> None:
    """One waits at a time; one whose file ended in another way meanwhile waits no more."""
    if queries.closing_of(case, by) is not None:
        raise Refused(_("Việc kết thúc đã được đề nghị và đang chờ phụ trách đơn vị."))
    left = Closing.objects.filter(case_id=case.pk, state=ClosingState.PROPOSED)
    left.update(state=ClosingState.DROPPED, ended_at=now, ended_by=by)


def _refuse_who_may_not_decide(closing: Closing, by: Any) -> None:
    if not access.may_agree(member=by, closing=closing):
        raise Refused(_("Việc này chờ một phụ trách đơn vị khác với người đã đề nghị."))


def _lock_waiting(closing: Closing) -> None:
    """Refused when somebody else was a moment faster; locked before anything else of the file."""
    found = Closing.objects.select_for_update(of=("self",)).filter(pk=closing.pk)
    if not found.filter(state=ClosingState.PROPOSED).exists():
        raise Refused(_("Đề nghị này đã được trả lời. Hãy mở lại trang để xem."))


def _end(closing: Closing, state: str, *, by: Any, now: datetime, why: str = "") -> None:
    _lock_waiting(closing)
    closing.state, closing.why = state, why
    closing.ended_at, closing.ended_by_id = now, by.member_id
    closing.save(update_fields=["state", "why", "ended_at", "ended_by"])
    tasks.settle(
        case_id=closing.case_id,
        kind=TaskKind.AGREE_TO_CLOSE,
        subject=closing.case.code,
        by=by,
        now=now,
    )


def _wait(closing: Closing, now: datetime) -> None:
    tasks.ask(
        case=closing.case,
        kind=TaskKind.AGREE_TO_CLOSE,
        step=Step.REINTEGRATION,
        agency_id=closing.holder_id,
        asker_id=closing.holder_id,
        page=PAGE,
        subject=closing.case.code,
        due_at=law.due(code="closing.agree", start=now),
        now=now,
    )


def _look_again(closing: Closing, now: datetime) -> None:
    tasks.ask(
        case=closing.case,
        kind=TaskKind.NEXT_STEP,
        step=Step.REINTEGRATION,
        agency_id=closing.holder_id,
        asker_id=closing.holder_id,
        member_id=closing.proposed_by_id,
        page="pathway:case",
        subject=closing.case.code,
        due_at=law.due(code="case.next_step", start=now),
        now=now,
    )
