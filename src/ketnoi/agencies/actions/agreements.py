"""Agencies agree on what they may ask of each other: drawn up, signed by each, left, ended."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.agencies import access
from ketnoi.agencies.models import Agency, Agreement, Party
from ketnoi.foundation.action import Refused, action, note


@action
def propose_agreement(
    *,
    title: str,
    number: str,
    purposes: list[str],
    since: date,
    until: date | None,
    answer_hours: int | None,
    answer_days: int | None,
    agencies: list[Agency],
    by: Any,
    now: datetime,
) -> Agreement:
    """An agreement is laid before the agencies that it names; it binds whoever signs."""
    _refuse_others(by)
    if len({agency.pk for agency in agencies}) <= 1:
        raise Refused(_("Hãy chọn ít nhất hai đơn vị."))
    if until is not None and until < since:
        raise Refused(_("Ngày hết hạn không được trước ngày bắt đầu."))
    agreement = Agreement(
        title=title,
        number=number,
        purposes=purposes,
        since=since,
        until=until,
        answer_hours=answer_hours,
        answer_days=answer_days,
        made_at=now,
        made_by_id=by.member_id,
    )
    agreement.save(force_insert=True)
    for agency in agencies:
        Party(agreement=agreement, agency=agency).save(force_insert=True)
    note("agreement.proposed", by=by, about=agreement, parties=len(agencies), purposes=purposes)
    return agreement


@action
def sign_agreement(*, party: Party, by: Any, now: datetime) -> Party:
    """An agency signs: from now on it may ask, and be asked by, the others that signed."""
    fresh = _hold(party, by)
    if fresh.agreement.ended_at:
        raise Refused(_("Thỏa thuận này đã kết thúc."))
    if fresh.stands:
        raise Refused(_("Đơn vị này đã ký rồi."))
    fresh.signed_at, fresh.signed_by_id = now, by.member_id
    fresh.left_at = fresh.left_by = None
    fresh.save(update_fields=["signed_at", "signed_by", "left_at", "left_by"])
    note("agreement.signed", by=by, about=fresh.agreement, agency=fresh.agency_id)
    return fresh


@action
def leave_agreement(*, party: Party, by: Any, now: datetime) -> Party:
    """An agency leaves: nothing new is asked by it or of it; what is under way goes on."""
    fresh = _hold(party, by)
    if not fresh.stands:
        raise Refused(_("Đơn vị này chưa ký, hoặc đã rút."))
    fresh.left_at, fresh.left_by_id = now, by.member_id
    fresh.save(update_fields=["left_at", "left_by"])
    note("agreement.left", by=by, about=fresh.agreement, agency=fresh.agency_id)
    return fresh


@action
def end_agreement(*, agreement: Agreement, by: Any, now: datetime) -> Agreement:
    """An agreement ends for all: nothing new is asked under it; what is under way goes on."""
    _refuse_others(by)
    fresh = Agreement.objects.select_for_update().get(pk=agreement.pk)
    if fresh.ended_at:
        raise Refused(_("Thỏa thuận này đã kết thúc."))
    fresh.ended_at, fresh.ended_by_id = now, by.member_id
    fresh.save(update_fields=["ended_at", "ended_by"])
    note("agreement.ended", by=by, about=fresh)
    return fresh


def _refuse_others(by: Any) -> None:
    if not access.may_keep_agreements(by=by):
        raise Refused(_("Chỉ điều phối mạng lưới lập và kết thúc thỏa thuận."))


def _hold(party: Party, by: Any) -> Party:
    if not access.may_sign(by=by, party=party):
        raise Refused(_("Chỉ phụ trách đơn vị ấy, hoặc điều phối mạng lưới, ghi được việc này."))
    Agreement.objects.select_for_update().get(pk=party.agreement_id)
    return (
        Party.objects.select_for_update(of=("self",)).select_related("agreement").get(pk=party.pk)
    )
