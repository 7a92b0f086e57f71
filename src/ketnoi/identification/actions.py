"""What is done about legal status: an answer is awaited, and given."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import Step, TaskKind
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.clock import ZONE
from ketnoi.identification import access, queries, rules
from ketnoi.identification.models import StatusDecision
from ketnoi.identification.terms import PaperKind
from ketnoi.law import queries as law

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

PAGE = "identification:decide"


@action
def await_decision(*, case: "Case", by: Any, now: datetime) -> None:
    """The agency owes an answer on legal status, within the time the law gives."""
    if not queries.may_be_asked(case, by, on=_day(now)):
        raise Refused(_("Đơn vị của bạn không có thẩm quyền xác minh, hoặc chưa mở được hồ sơ."))
    if queries.awaited_decision(case, by) is None:
        _ask(case, clock=rules.FIRST_CHECK, by=by, now=now)
    note("identification.awaited", by=by, about=case, shared=True)


@action
def decide_status(
    *,
    case: "Case",
    status: str,
    body_name: str,
    number: str,
    decided_on: date,
    paper: str,
    evidence: list[str],
    by: Any,
    now: datetime,
) -> StatusDecision:
    """Write down what was decided, by which body, on what ground; the newest counts."""
    if not queries.may_decide(case, by, on=_day(now)):
        raise Refused(_("Bạn không ghi được kết luận vào hồ sơ này."))
    if not access.may_come_to(member=by, status=status, on=_day(now)):
        raise Refused(_("Kết luận này thuộc thẩm quyền của cơ quan khác. Hãy chọn kết luận khác."))
    _require_grounds(status=status, paper=paper, evidence=evidence)
    if not rules.may_be_decided_on(decided_on=decided_on, today=_day(now)):
        raise Refused(_("Ngày kết luận chưa tới. Hãy nhập ngày không muộn hơn hôm nay."))
    decision = StatusDecision(
        case=case,
        holder_id=case.holder_id,
        agency_id=by.agency_id,
        status=status,
        body_name=body_name,
        number=number,
        decided_on=decided_on,
        paper=paper,
        evidence=evidence,
        noted_at=now,
        noted_by=by,
    )
    decision.save(force_insert=True)
    _wait_again(case, status=status, by=by, now=now)
    note("identification.decided", by=by, about=decision, shared=True)
    return decision


def _require_grounds(*, status: str, paper: str, evidence: list[str]) -> None:
    has_both = paper != PaperKind.NO_PAPER and bool(evidence)
    if rules.needs_proof(status=status) and not has_both:
        raise Refused(_("Kết luận này cần giấy tờ và ít nhất một căn cứ. Hãy chọn cả hai."))


def _wait_again(case: "Case", *, status: str, by: Any, now: datetime) -> None:
    cases.settle(
        case_id=case.pk,
        kind=TaskKind.DECIDE_STATUS,
        subject=case.code,
        agency_id=by.agency_id,
        by=by,
        now=now,
    )
    clock = rules.next_clock(status=status)
    if clock:
        _ask(case, clock=clock, by=by, now=now)


def _ask(case: "Case", *, clock: str, by: Any, now: datetime) -> None:
    cases.ask(
        case=case,
        kind=TaskKind.DECIDE_STATUS,
        step=Step.IDENTIFICATION,
        agency_id=by.agency_id,
        asker_id=case.holder_id,
        due_at=law.due(code=clock, start=now),
        now=now,
        page=PAGE,
        subject=case.code,
    )


def _day(now: datetime) -> date:
    return now.astimezone(ZONE).date()
