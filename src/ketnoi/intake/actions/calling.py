"""Somebody calls back: she takes a request, tries, and says how it ended."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.crypto import tag
from ketnoi.intake import access, queries, rules
from ketnoi.intake.actions.asking import PURPOSE
from ketnoi.intake.models import BlockedNumber, Callback, CallbackAttempt
from ketnoi.intake.terms import CallbackOutcome, CallbackState
from ketnoi.law import queries as law
from ketnoi.people import actions as people


@action
def claim_callback(*, callback: Callback, by: Any, now: datetime) -> Callback:
    """An officer says that she is going to call; her colleagues see it and do not call too."""
    fresh = lock_open(callback=callback, by=by)
    if fresh.state == CallbackState.CLAIMED and fresh.claimed_by_id != by.member_id:
        raise Refused(_("Đồng nghiệp của bạn đã nhận gọi lời nhờ này."))
    fresh.state, fresh.claimed_by_id, fresh.claimed_at = CallbackState.CLAIMED, by.member_id, now
    fresh.save(update_fields=["state", "claimed_by", "claimed_at"])
    note("callback.claimed", by=by, about=fresh)
    return fresh


@action
def release_callback(*, callback: Callback, by: Any, now: datetime) -> Callback:
    """It waits again for whoever of the agency calls first."""
    fresh = lock_open(callback=callback, by=by)
    if fresh.state != CallbackState.CLAIMED:
        raise Refused(_("Lời nhờ này đang chờ, chưa ai nhận gọi."))
    fresh.state, fresh.claimed_by, fresh.claimed_at = CallbackState.WAITING, None, None
    fresh.save(update_fields=["state", "claimed_by", "claimed_at"])
    note("callback.released", by=by, about=fresh)
    return fresh


@action
def note_attempt(
    *, callback: Callback, result: str, key: UUID, by: Any, now: datetime
) -> CallbackAttempt:
    """She was called: what came of it. Pressed twice, it is one call; a new clock begins."""
    fresh = lock_open(callback=callback, by=by)
    if (before := CallbackAttempt.objects.filter(callback=fresh, key=key).first()) is not None:
        note("callback.pressed_again", by=by, about=before)
        return before
    tried = CallbackAttempt(agency_id=fresh.agency_id, callback=fresh, result=result, key=key)
    tried.at, tried.by = now, by
    tried.save(force_insert=True)
    fresh.due_at = law.due(code="callback.again", start=now)
    if fresh.state == CallbackState.WAITING:
        fresh.state = CallbackState.CLAIMED
        fresh.claimed_by_id, fresh.claimed_at = by.member_id, now
    fresh.save(update_fields=["due_at", "state", "claimed_by", "claimed_at"])
    note("callback.tried", by=by, about=tried, result=result)
    return tried


@action
def end_callback(*, callback: Callback, outcome: str, by: Any, now: datetime) -> Callback:
    """A request ends with what came of it; a number that is not to be called again is blocked."""
    fresh = lock_open(callback=callback, by=by)
    tries = list(fresh.attempts.values_list("result", flat=True))
    if not rules.may_end(outcome=outcome, tries=tries):
        raise Refused(_("Kết quả này chưa khớp với các lần gọi đã ghi. Hãy ghi lần gọi trước."))
    if outcome == CallbackOutcome.NOT_AGAIN:
        block_number(callback=fresh, by=by, now=now)
    fresh.state, fresh.outcome = CallbackState.ENDED, outcome
    fresh.ended_at, fresh.ended_by_id = now, by.member_id
    fresh.save(update_fields=["state", "outcome", "ended_at", "ended_by"])
    note("callback.ended", by=by, about=fresh, outcome=outcome)
    return fresh


@part
def block_number(*, callback: Callback, by: Any, now: datetime) -> BlockedNumber | None:
    """Nobody calls this number back for as long as the network agreed, whoever asks for it."""
    words = queries.words_of(callback, by)
    number = words.number.open() if words else ""
    if not number:
        return None
    blocked = BlockedNumber(agency_id=callback.agency_id, key=people.make_key(), number=number)
    blocked.number_tag = tag(PURPOSE, number)
    blocked.at, blocked.until, blocked.by = now, law.due(code="callback.blocked", start=now), by
    blocked.save(force_insert=True)
    return blocked


@part
def lock_open(*, callback: Callback, by: Any) -> Callback:
    """The request as it stands now, for one who may call; others who change it wait."""
    if not access.may_call(member=by):
        raise Refused(_("Vai của bạn không gọi lại."))
    found = Callback.objects.visible_to(by).filter(agency_id=by.files, pk=callback.pk)
    fresh = found.select_for_update(of=("self",)).first()
    if fresh is None:
        raise Refused(_("Lời nhờ này do đơn vị khác gọi."))
    if fresh.state == CallbackState.ENDED:
        raise Refused(_("Lời nhờ này đã xong."))
    return fresh
