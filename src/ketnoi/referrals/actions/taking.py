"""Who at the asked agency has a request in hand."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.agencies import queries as agencies
from ketnoi.cases import actions as cases
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.vietnamese.dates import format_moment
from ketnoi.referrals import access
from ketnoi.referrals.models import Referral
from ketnoi.referrals.terms import State


@action
def take_referral(*, referral: Referral, by: Any, now: datetime) -> Referral:
    """Take a request out of the queue of the agency: from now on she sees to it.

    Refused when a colleague was faster; a lead may take it from her, and anybody after she left.
    """
    fresh = _fresh(referral)
    if not access.may_take(member=by, referral=fresh):
        raise Refused(_taken(fresh))
    _give(referral, to=by, now=now)
    if fresh.state != State.SENT and fresh.door_id:
        # A guest said yes, which opens no file: whoever takes over from her takes part in it.
        cases.open_door(door_id=fresh.door_id, now=now)
    note("referral.taken", by=by, about=referral)
    return referral


@action
def put_back_referral(*, referral: Referral, by: Any, now: datetime) -> Referral:
    """Put a request back into the queue: any colleague may take it."""
    if not access.may_put_back(member=by, referral=_fresh(referral)):
        raise Refused(_("Chỉ người đang xử lý hoặc phụ trách đơn vị mới trả lại được."))
    _give(referral, to=None, now=now)
    note("referral.put_back", by=by, about=referral)
    return referral


@part
def keep_in_hand(*, referral: Referral, by: Any, now: datetime) -> None:
    """Whoever answers a request that nobody has in hand sees to it from then on.

    A colleague who took it since this page was opened keeps it. What a program answers stays in
    the queue: somebody must see to her.
    """
    referral.taken_by_id = _fresh(referral).taken_by_id
    free = referral.taken_by_id is None and access.is_receiver(member=by, referral=referral)
    if free and not agencies.is_program(by.member_id):
        _give(referral, to=by, now=now)


def _fresh(referral: Referral) -> Referral:
    found = Referral.objects.select_for_update(of=("self",)).select_related("taken_by")
    return found.get(pk=referral.pk)


def _give(referral: Referral, *, to: Any, now: datetime) -> None:
    referral.taken_by_id, referral.taken_at = to and to.member_id, to and now
    referral.save(update_fields=["taken_by", "taken_at"])
    cases.hand(
        case_id=referral.case_id,
        subject=str(referral.pk),
        agency_id=referral.to_agency_id,
        member_id=referral.taken_by_id,
    )


def _taken(referral: Referral) -> str:
    if referral.taken_by is None or referral.taken_at is None:
        return _("Chuyển gửi này đã sang bước khác. Hãy mở lại trang để xem.")
    return _("{name} đã nhận xử lý từ {moment}.").format(
        name=referral.taken_by.name, moment=format_moment(referral.taken_at)
    )
