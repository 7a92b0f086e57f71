"""Support is written down, and a wrong record is marked."""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.clock import ZONE
from ketnoi.support import access, queries, rules
from ketnoi.support.models import SupportGiven

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


@action
def record_support(
    *,
    case: "Case",
    kind: str,
    given_on: date,
    hours: Decimal | None,
    cost: int | None,
    funds: str,
    detail: str,
    by: Any,
    now: datetime,
) -> SupportGiven:
    """Write down what was done for her, when, for how long and who paid."""
    if not queries.may_record(case, by):
        raise Refused(_("Bạn không ghi được hỗ trợ vào hồ sơ này."))
    if not rules.may_be_given_on(given_on=given_on, today=now.astimezone(ZONE).date()):
        raise Refused(_("Ngày hỗ trợ chưa tới. Hãy nhập ngày không muộn hơn hôm nay."))
    if not (rules.can_last(hours=hours) and rules.can_cost(cost=cost)):
        raise Refused(_("Hãy xem lại số giờ và số tiền."))
    if rules.needs_funds(cost=cost) and not funds:
        raise Refused(_("Hãy chọn nguồn chi khi có số tiền."))
    given = SupportGiven(
        case=case,
        holder_id=case.holder_id,
        agency_id=by.agency_id,
        kind=kind,
        given_on=given_on,
        hours=hours,
        cost=cost,
        funds=funds,
        detail=detail,
        noted_at=now,
        noted_by=by,
    )
    given.save(force_insert=True)
    cases.begin_support(case=case, by=by, now=now)
    note("support.given", by=by, about=given, kind=kind, on=given_on)
    return given


@action
def mark_support_mistaken(*, given: SupportGiven, by: Any, now: datetime) -> SupportGiven:
    """This record was written by mistake (ghi nhầm); it stays, marked, with who and when."""
    if not access.may_mark_mistaken(member=by, given=given):
        raise Refused(_("Chỉ người ghi hoặc phụ trách đơn vị mới đánh dấu ghi nhầm được."))
    marked = SupportGiven.objects.filter(pk=given.pk, mistaken_at=None).update(
        mistaken_at=now, mistaken_by=by
    )
    if not marked:
        raise Refused(_("Mục này đã được đánh dấu ghi nhầm."))
    given.mistaken_at, given.mistaken_by = now, by
    note("support.mistaken", by=by, about=given)
    return given
