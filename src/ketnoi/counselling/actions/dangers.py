"""A danger is raised as one word of a list; whoever holds the file says what the risk is now."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import Step, TaskKind
from ketnoi.counselling import access, queries, rules
from ketnoi.counselling.models import DangerRaised
from ketnoi.foundation.action import Refused, action, note, part, together
from ketnoi.law import queries as law

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

PAGE = "counselling:danger"


@action
def raise_danger(*, case: "Case", kind: str, by: Any, now: datetime) -> DangerRaised:
    """The others must know of a danger: the holder looks at the risk again, at once.

    Nothing is said of where it was learned, and no word of a note goes with it.
    """
    if not queries.may_raise(case, by):
        raise Refused(_("Bạn không báo được trong hồ sơ này."))
    about = {"case": case, "holder_id": case.holder_id, "agency_id": by.agency_id}
    raised = DangerRaised(**about, kind=kind, raised_at=now, raised_by=by)
    raised.save(force_insert=True)
    _ask_holder(raised=raised, now=now)
    note("danger.raised", by=by, about=raised, shared=True, kind=kind)
    return raised


@together
def answer_danger(
    *, danger: DangerRaised, version: int, risk: str, by: Any, now: datetime
) -> DangerRaised:
    """The holder looked at it: so much danger she is in now."""
    settle_danger(danger=danger, by=by, now=now)
    if risk != danger.case.risk:
        cases.describe_case(case=danger.case, version=version, risk=risk, by=by, now=now)
    return danger


@action
def settle_danger(*, danger: DangerRaised, by: Any, now: datetime) -> DangerRaised:
    """Somebody of the holder looked at this danger; nothing waits for it any more."""
    if not access.may_answer(member=by, danger=danger):
        raise Refused(_("Chỉ đơn vị phụ trách hồ sơ trả lời được."))
    found = DangerRaised.objects.filter(pk=danger.pk, answered_at=None)
    if not found.update(answered_at=now, answered_by=by.member_id):
        raise Refused(_("Điều này đã được xem xét."))
    cases.settle(
        case_id=danger.case_id,
        kind=TaskKind.REVIEW_RISK,
        subject=queries.subject_of(danger),
        by=by,
        now=now,
    )
    note("danger.answered", by=by, about=danger, shared=True)
    return danger


@part
def _ask_holder(*, raised: DangerRaised, now: datetime) -> None:
    cases.ask(
        case=raised.case,
        kind=TaskKind.REVIEW_RISK,
        step=Step.SAFE_PLACE,
        agency_id=raised.holder_id,
        asker_id=raised.agency_id,
        due_at=law.due(code=rules.REVIEW, start=now),
        now=now,
        page=PAGE,
        subject=queries.subject_of(raised),
    )
