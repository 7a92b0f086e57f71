"""Opportunities: told to the network, looked at, withdrawn."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.clock import ZONE
from ketnoi.livelihood import access, rules
from ketnoi.livelihood.models import Opportunity


@action
def add_opportunity(
    *,
    kind: str,
    title: str,
    partner: str,
    places: int,
    by: Any,
    now: datetime,
    verified_on: date | None = None,
    **details: Any,
) -> Opportunity:
    """Tell the network of something a woman can live on.

    Who may look at employers may say at once when she did; nobody looks at herself.
    """
    if not access.may_offer(member=by):
        raise Refused(_("Đơn vị hoặc vai của bạn không thêm được cơ hội sinh kế."))
    if verified_on and not access.may_verify(member=by):
        raise Refused(_("Việc kiểm tra nơi nhận do đơn vị khác làm. Hãy để trống ngày kiểm tra."))
    _refuse_wrong_ages(details.get("least_age"), details.get("most_age"))
    opportunity = Opportunity(
        agency_id=by.agency_id,
        kind=kind,
        title=title,
        partner=partner,
        places=places,
        verified_on=verified_on,
        verified_by=by if verified_on else None,
        made_at=now,
        made_by=by,
        **details,
    )
    opportunity.save(force_insert=True)
    note("opportunity.added", by=by, about=opportunity, kind=kind, places=places)
    return opportunity


@action
def verify_partner(*, opportunity: Opportunity, on: date, by: Any, now: datetime) -> Opportunity:
    """Somebody went to see the employer, the school or the lender, on a day; now it is proposed.

    It holds for everything that the same agency told of the same partner and that is on offer.
    """
    if not access.may_verify(member=by):
        raise Refused(_("Đơn vị hoặc vai của bạn không xác nhận việc kiểm tra nơi nhận."))
    if on > now.astimezone(ZONE).date():
        raise Refused(_("Ngày kiểm tra chưa tới. Hãy nhập ngày đã đến kiểm tra."))
    fresh = locked(opportunity)
    if fresh.withdrawn_at:
        raise Refused(_("Cơ hội này đã được rút trước đó."))
    same = Opportunity.objects.filter(
        agency_id=fresh.agency_id, partner=fresh.partner, withdrawn_at=None
    )
    number = same.update(verified_on=on, verified_by=by)
    note("opportunity.verified", by=by, about=fresh, on=on, offers=number)
    fresh.refresh_from_db()
    return fresh


@action
def take_off(*, opportunity: Opportunity, by: Any, now: datetime) -> Opportunity:
    """The offer is taken off the list."""
    if not access.may_withdraw(member=by, opportunity=opportunity):
        raise Refused(_("Chỉ đơn vị đã thêm cơ hội này mới rút được."))
    fresh = locked(opportunity)
    if fresh.withdrawn_at:
        raise Refused(_("Cơ hội này đã được rút trước đó."))
    fresh.withdrawn_at, fresh.withdrawn_by = now, by
    fresh.save(update_fields=["withdrawn_at", "withdrawn_by"])
    note("opportunity.withdrawn", by=by, about=fresh, kind=fresh.kind)
    return fresh


@part
def locked(opportunity: Opportunity) -> Opportunity:
    """The offer as it stands now; nobody else changes it until this action ends."""
    return Opportunity.objects.select_for_update().get(pk=opportunity.pk)


def _refuse_wrong_ages(least: int | None, most: int | None) -> None:
    if not rules.may_be_ages(least=least, most=most):
        raise Refused(_("Tuổi thấp nhất lớn hơn tuổi cao nhất. Hãy xem lại hai ô tuổi."))
