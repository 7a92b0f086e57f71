"""A round: announced with its seed, begun, called off, ended."""

import secrets
from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.actor import System
from ketnoi.foundation.clock import ZONE
from ketnoi.matching import queries as matching
from ketnoi.rounds import access, queries
from ketnoi.rounds.models import MatchingRound
from ketnoi.rounds.terms import State

SEED_BYTES = 16


@action
def announce_round(
    *, by: Any, now: datetime, communes: Collection[str] = (), kinds: Collection[str] = ()
) -> MatchingRound:
    """Tell the network that a round will be made, of what, and with which seed.

    It does not run yet. The system draws the seed: nobody chooses it.
    """
    if not access.may_announce(member=by):
        raise Refused(_("Đơn vị hoặc vai của bạn không mở được đợt ghép."))
    province = by.agency.province_id
    if province is None:
        raise Refused(_("Đơn vị của bạn chưa ghi tỉnh. Hãy nhờ người quản trị ghi tỉnh trước."))
    if queries.under_way(province):
        raise Refused(_("Tỉnh này đang có một đợt ghép. Hãy ghép xong hoặc hủy đợt đó trước."))
    round_ = MatchingRound(
        agency_id=by.agency_id,
        province_id=province,
        communes=sorted(communes),
        kinds=sorted(kinds),
        seed=secrets.token_hex(SEED_BYTES),
        agreement=matching.agreement_on(now.astimezone(ZONE).date()).id,
        announced_at=now,
        announced_by=by,
    )
    round_.save(force_insert=True)
    note("round.announced", by=by, about=round_, kinds=round_.kinds, communes=len(communes))
    return round_


@action
def begin_round(*, round_: MatchingRound, by: Any, now: datetime) -> MatchingRound:
    """Begin it: a worker makes it from now on. One that fell asleep is begun again."""
    from ketnoi.rounds.jobs import run_round

    fresh = _locked(round_, by)
    if fresh.state != State.ANNOUNCED and not queries.is_stuck(fresh):
        raise Refused(_("Đợt ghép này đã bắt đầu hoặc đã xong. Hãy mở lại trang để xem."))
    fresh.state, fresh.begun_at, fresh.begun_by, fresh.read = State.RUNNING, now, by, 0
    fresh.save(update_fields=["state", "begun_at", "begun_by", "read"])
    note("round.begun", by=by, about=fresh)
    run_round.defer(round_id=str(fresh.pk))
    return fresh


@action
def call_off_round(*, round_: MatchingRound, by: Any, now: datetime) -> MatchingRound:
    """It will not be made; its seed stays published, with who called it off."""
    fresh = _locked(round_, by)
    if fresh.state != State.ANNOUNCED and not queries.is_stuck(fresh):
        raise Refused(_("Đợt ghép này đã bắt đầu hoặc đã xong. Hãy mở lại trang để xem."))
    fresh.state, fresh.ended_at, fresh.ended_by = State.CALLED_OFF, now, by
    fresh.save(update_fields=["state", "ended_at", "ended_by"])
    note("round.called_off", by=by, about=fresh)
    return fresh


@action
def note_how_far(*, round_: MatchingRound, read: int, to_read: int, by: System) -> None:
    """How many agencies' files the worker has read: for who waits for it."""
    running = MatchingRound.objects.filter(pk=round_.pk, state=State.RUNNING)
    running.update(read=read, to_read=to_read)
    note("round.read", by=by, about=round_, read=read, to_read=to_read)


@action
def finish_round(
    *,
    round_: MatchingRound,
    shares: list[dict[str, Any]],
    wanted: list[dict[str, Any]],
    by: System,
    now: datetime,
) -> None:
    """It was made: what may be told of it outside every file is written down, once."""
    done = {"state": State.DONE, "ended_at": now, "shares": shares, "wanted": wanted}
    running = MatchingRound.objects.filter(pk=round_.pk, state=State.RUNNING)
    if not running.update(**done):
        raise Refused(_("Đợt ghép này không còn chờ."))
    note("round.done", by=by, about=round_)


@action
def give_up_round(*, round_: MatchingRound, by: System, now: datetime) -> None:
    """The second look found a fault: the round is thrown away whole, and nobody was proposed."""
    running = MatchingRound.objects.filter(pk=round_.pk, state=State.RUNNING)
    running.update(state=State.FAILED, ended_at=now)
    note("round.failed", by=by, about=round_)


def _locked(round_: MatchingRound, by: Any) -> MatchingRound:
    fresh = MatchingRound.objects.select_for_update(of=("self",)).get(pk=round_.pk)
    if not access.may_call_off(member=by, round_=fresh):
        raise Refused(_("Đợt ghép này do tỉnh khác hoặc đơn vị khác mở."))
    return fresh
