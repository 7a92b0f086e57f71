"""Support is written down, and a wrong record is marked."""

import uuid
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.clock import ZONE
from ketnoi.support import access, queries, rules
from ketnoi.support.actions.books import lock, pay_out, take_entry_back
from ketnoi.support.models import Entry, SupportGiven

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

NO_BILL = rules.Bill()


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
    bill: rules.Bill = NO_BILL,
) -> SupportGiven:
    """Write down what was done for her, when, for how long and who paid; pay it from a promise."""
    if before := _pressed_before(bill, by):
        note("support.pressed_again", by=by, about=before)
        return before
    if not queries.may_record(case, by):
        raise Refused(_("Bạn không ghi được hỗ trợ vào hồ sơ này."))
    if not rules.may_be_given_on(given_on=given_on, today=now.astimezone(ZONE).date()):
        raise Refused(_("Ngày hỗ trợ chưa tới. Hãy nhập ngày không muộn hơn hôm nay."))
    if not (rules.can_last(hours=hours) and rules.can_cost(cost=cost)):
        raise Refused(_("Hãy xem lại số giờ và số tiền."))
    if rules.needs_funds(cost=cost) and not (funds or bill.commitment):
        raise Refused(_("Hãy chọn nguồn chi khi có số tiền."))
    norm = _norm(bill, cost, given_on)
    payment = _pay(case, bill, cost, given_on, by=by, now=now)
    given = SupportGiven(
        case=case,
        holder_id=case.holder_id,
        agency_id=by.agency_id,
        kind=kind,
        given_on=given_on,
        hours=hours,
        cost=cost,
        funds=payment.fund.source if payment else funds,
        quantity=bill.quantity,
        unit=bill.unit,
        norm=bill.norm,
        norm_amount=norm,
        payment=payment,
        key=bill.key,
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
    """This record was written by mistake (ghi nhầm); it stays, marked, with who and when.

    What it paid from a fund is taken back by a counter entry.
    """
    if not access.may_mark_mistaken(member=by, given=given):
        raise Refused(_("Chỉ người ghi hoặc phụ trách đơn vị mới đánh dấu ghi nhầm được."))
    marked = SupportGiven.objects.filter(pk=given.pk, mistaken_at=None).update(
        mistaken_at=now, mistaken_by=by
    )
    if not marked:
        raise Refused(_("Mục này đã được đánh dấu ghi nhầm."))
    if given.payment is not None:
        _take_payment_back(given.payment, by=by, now=now)
    given.mistaken_at, given.mistaken_by = now, by
    note("support.mistaken", by=by, about=given)
    return given


def _pressed_before(bill: rules.Bill, by: Any) -> SupportGiven | None:
    """What this very press of the button wrote already; the page was sent twice."""
    found = SupportGiven.objects.filter(agency_id=by.agency_id, key=bill.key)
    return found.first() if bill.key else None


def _norm(bill: rules.Bill, cost: int | None, on: date) -> int | None:
    """The amount of the norm that was named, where the cost keeps within it."""
    if not rules.can_be_counted(quantity=bill.quantity, unit=bill.unit):
        raise Refused(_("Hãy ghi cả số lượng và đơn vị tính, hoặc bỏ trống cả hai."))
    if not bill.norm:
        return None
    norm = queries.norm(code=bill.norm, on=on)
    if norm is None:
        raise Refused(_("Định mức này không có hiệu lực vào ngày hỗ trợ. Hãy chọn lại."))
    if not rules.is_within_norm(cost=cost, norm=norm.amount, quantity=bill.quantity):
        raise Refused(_("Số tiền vượt định mức. Hãy sửa số tiền hoặc số lượng, hoặc bỏ định mức."))
    return norm.amount


def _pay(
    case: "Case", bill: rules.Bill, cost: int | None, on: date, *, by: Any, now: datetime
) -> Entry | None:
    """Pay the cost from what was promised to this file."""
    if bill.commitment is None:
        return None
    if bill.commitment.case_id != case.pk:
        raise Refused(_("Khoản đã hứa này không phải của hồ sơ này."))
    if not cost:
        raise Refused(_("Hãy nhập số tiền để chi từ khoản đã hứa."))
    return pay_out(
        commitment=bill.commitment,
        amount=cost,
        on=on,
        document=bill.document,
        key=bill.key or uuid.uuid4(),
        by=by,
        now=now,
    )


def _take_payment_back(payment: Entry, *, by: Any, now: datetime) -> None:
    fund = lock(fund=payment.fund)
    take_entry_back(fund=fund, entry=payment, key=uuid.uuid4(), by=by, now=now)
