"""What the asked agency does: accept, decline, begin, pause, report how it ended."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as doors
from ketnoi.directory import actions as directory
from ketnoi.foundation.action import Refused, action, note
from ketnoi.people import actions as people
from ketnoi.referrals.actions.moving import hold, move
from ketnoi.referrals.actions.taking import keep_in_hand
from ketnoi.referrals.models import Referral
from ketnoi.referrals.terms import BY_HER, State

if TYPE_CHECKING:
    from ketnoi.directory.models import Service


@action
def accept_referral(*, referral: Referral, by: Any, now: datetime) -> Referral:
    """Say yes: the agency takes part from now on, and calls her within the agreed time."""
    keep_in_hand(referral=referral, by=by, now=now)
    move(referral=referral, after=State.ACCEPTED, by=by, now=now)
    if referral.door_id:
        doors.open_door(door_id=referral.door_id, now=now)
    directory.use_hold(service=referral.service, agency_id=referral.from_agency_id, by=by, now=now)
    note("referral.accepted", by=by, about=referral, shared=True, purpose=referral.purpose)
    return referral


@action
def decline_referral(
    *, referral: Referral, reason: str, by: Any, now: datetime, suggested: "Service | None" = None
) -> Referral:
    """Say no, with a reason and whose reason it is, and perhaps which service may help instead.

    What was told is closed at once.
    """
    after = State.DECLINED
    move(referral=referral, after=after, by=by, now=now, decline=reason, suggested=suggested)
    _close_what_was_told(referral, by=by, now=now)
    note(
        "referral.declined",
        by=by,
        about=referral,
        shared=True,
        reason=reason,
        hers=reason in BY_HER,
    )
    return referral


@action
def expire_referral(*, referral: Referral, by: Any, now: datetime) -> Referral:
    """Nobody answered: the request goes back to the asking agency by itself."""
    move(referral=referral, after=State.EXPIRED, by=by, now=now)
    people.destroy_key(key_id=referral.key_id)
    note("referral.expired", by=by, about=referral, shared=True)
    return referral


@action
def begin_service(*, referral: Referral, by: Any, now: datetime) -> Referral:
    """The agency has reached her and the service has begun.

    What ended is reopened by the asking agency, which looks whether it may still be.
    """
    if hold(referral=referral, after=State.IN_SERVICE, by=by) == State.CLOSED:
        raise Refused(_("Chuyển gửi này đã kết thúc. Hãy mở lại trang để xem."))
    move(referral=referral, after=State.IN_SERVICE, by=by, now=now)
    note("referral.begun", by=by, about=referral, shared=True)
    return referral


@action
def put_on_hold(*, referral: Referral, review_at: datetime, by: Any, now: datetime) -> Referral:
    """Pause, with a day on which it is looked at again."""
    move(referral=referral, after=State.ON_HOLD, by=by, now=now, due_at=review_at)
    note("referral.on_hold", by=by, about=referral, shared=True, until=review_at)
    return referral


@action
def close_referral(*, referral: Referral, outcome: str, by: Any, now: datetime) -> Referral:
    """Report how it ended; the asking agency confirms or reopens."""
    move(referral=referral, after=State.CLOSED, by=by, now=now, outcome=outcome)
    note("referral.closed", by=by, about=referral, shared=True, outcome=outcome)
    return referral


def _close_what_was_told(referral: Referral, *, by: Any, now: datetime) -> None:
    people.destroy_key(key_id=referral.key_id)
    if referral.door_id:
        doors.close_doors(door_id=referral.door_id, by=by, now=now)
