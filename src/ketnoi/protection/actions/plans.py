"""Safety plans: written down with her, looked at again by a day."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import Scope, Step, TaskKind
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.vietnamese.dates import format_day
from ketnoi.protection import queries, rules
from ketnoi.protection.models import SafetyPlan

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

EVENING = time(17)
PAGE = "protection:plan"


@action
def write_plan(
    *, case: "Case", after: int, review_on: date, by: Any, now: datetime, **words: str
) -> SafetyPlan:
    """Her plan as she says it now; the one before stands no longer.

    `after` is the number of the plan she was reading it from: nobody writes over what a colleague
    wrote meanwhile.
    """
    if not queries.may_plan(case, by):
        raise Refused(_("Bạn không ghi được kế hoạch an toàn trong hồ sơ này."))
    if not any(words.values()):
        raise Refused(_("Hãy ghi ít nhất một điều chị ấy nói."))
    latest = queries.latest_review(now)
    if not rules.may_be_reviewed(on=review_on, today=now.astimezone(ZONE).date(), latest=latest):
        said = _("Ngày xem lại phải từ hôm nay đến {day}. Hãy chọn ngày khác.")
        raise Refused(said.format(day=format_day(latest)))
    seal, key = cases.key_of(case=case, scope=Scope.OWN, agency_id=by.agency_id)
    plan = SafetyPlan(
        case=case,
        holder_id=case.holder_id,
        agency_id=by.agency_id,
        number=after + 1,
        seal=seal,
        review_on=review_on,
        written_at=now,
        written_by=by,
        **words,
    )
    plan.opened = key
    _save_first(plan=plan)
    _ask_review(plan=plan, by=by, now=now)
    note("plan.written", by=by, about=plan, until=review_on)
    return plan


@part
def _save_first(*, plan: SafetyPlan) -> None:
    try:
        with transaction.atomic():
            plan.save(force_insert=True)
    except IntegrityError as second:
        raise Refused(
            _("Người khác vừa ghi kế hoạch mới. Hãy mở lại trang này ở thẻ khác để xem, rồi ghi.")
        ) from second


@part
def _ask_review(*, plan: SafetyPlan, by: Any, now: datetime) -> None:
    """The risk and the plan are looked at again by then, by the agency that wrote it with her."""
    kind, subject = TaskKind.REVIEW_RISK, plan.case.code
    about = {"case_id": plan.case_id, "agency_id": plan.agency_id, "by": by, "now": now}
    cases.settle(kind=kind, subject=subject, **about)
    cases.ask(
        case=plan.case,
        kind=kind,
        step=Step.SAFE_PLACE,
        agency_id=plan.agency_id,
        asker_id=plan.holder_id,
        due_at=datetime.combine(plan.review_on, EVENING, ZONE),
        now=now,
        page=PAGE,
        subject=subject,
    )
