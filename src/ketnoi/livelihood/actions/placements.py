"""The way of somebody to an opportunity. She decides before a partner hears anything."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.actor import System
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.guard.hiding import shut_out
from ketnoi.livelihood import access, queries, rules
from ketnoi.livelihood.actions import partners
from ketnoi.livelihood.actions.offers import locked
from ketnoi.livelihood.actions.steps import (
    await_next,
    bring_to,
    look_on,
    refuse_gone_offer,
    settle_step,
    write_step,
)
from ketnoi.livelihood.models import Opportunity, Placement
from ketnoi.livelihood.terms import (
    AFTER_HER_ANSWER,
    AFTER_THE_PARTNERS,
    OPEN,
    HerAnswer,
    Part,
    State,
)

if TYPE_CHECKING:
    from ketnoi.cases.actions import Place


@action
def propose_placement(
    *, place: "Place", opportunity: Opportunity, by: Any, now: datetime
) -> Placement:
    """The job centre sees something that may suit her, and asks the holder of the file to ask her.

    `place` is the file as the job centre knows it: its code, and who holds it.
    """
    if not access.may_propose(member=by, holder_id=place.holder_id):
        raise Refused(_("Đơn vị hoặc vai của bạn không đề xuất được cơ hội."))
    fresh = locked(opportunity)
    _refuse_what_cannot_be_proposed(fresh, place, by=by, now=now)
    if why := queries.why_not(place, fresh, by):
        raise Refused(why)
    placement = Placement(
        case_id=place.case_id,
        holder_id=place.holder_id,
        code=place.code,
        agency_id=by.agency_id,
        opportunity=opportunity,
        state_at=now,
        asked_at=now,
        proposed_by=by,
    )
    placement.save(force_insert=True)
    write_step(placement, by=by, now=now)
    await_next(placement, now)
    note("placement.proposed", by=by, about=placement, shared=True, **_told(placement))
    return placement


@action
def she_decides(
    *, placement: Placement, answer: str, by: Any, now: datetime, told: Collection[str] = ()
) -> Placement:
    """She said yes, no, or not yet; her own caseworker writes it down.

    With her yes she says what the partner may be told of her, as codes; it hears nothing before.
    She may still say no after a yes, until it has started.
    """
    after = AFTER_HER_ANSWER[answer]
    facts = {"she_said": answer, "she_said_at": now, "she_said_by": by}
    if answer == HerAnswer.YES:
        facts["told"] = sorted(code for code in told if code.partition(":")[0] in Part)
    _move(placement, after, by=by, now=now, **facts)
    if answer == HerAnswer.YES:
        partners.introduce(placement=placement, now=now)
    note(f"placement.{after}", by=by, about=placement, shared=True, **_told(placement))
    return placement


@action
def partner_decides(
    *, placement: Placement, answer: str, by: Any, now: datetime, reason: str = ""
) -> Placement:
    """The employer, the school or the lender was asked, and answered."""
    after = AFTER_THE_PARTNERS[answer]
    facts: dict[str, Any] = {
        "partner_said": answer,
        "partner_said_at": now,
        "partner_reason": reason,
    }
    _move(placement, after, by=by, now=now, **facts)
    note(f"placement.{after}", by=by, about=placement, shared=True, **_told(placement))
    return placement


@action
def start_placement(*, placement: Placement, on: date, by: Any, now: datetime) -> Placement:
    """She has begun: one place is taken, unless somebody else took the last one before."""
    if not rules.may_start(on=on, asked_on=_day(placement.asked_at), today=_day(now)):
        raise Refused(_("Ngày bắt đầu phải từ ngày đề xuất đến hôm nay. Hãy xem lại ngày."))
    _move(placement, State.STARTED, by=by, now=now, started_on=on)
    _take_a_place(placement)
    note("placement.started", by=by, about=placement, shared=True, on=on, **_told(placement))
    return placement


@action
def end_placement(
    *,
    placement: Placement,
    outcome: str,
    by: Any,
    now: datetime,
    on: date | None = None,
    income_band: str = "",
) -> Placement:
    """It is over, with an outcome; who holds the file looks at the next step."""
    day = on or _day(now)
    if placement.started_on and not rules.may_end(
        on=day, started_on=placement.started_on, today=_day(now)
    ):
        raise Refused(_("Ngày kết thúc phải từ ngày bắt đầu đến hôm nay. Hãy xem lại ngày."))
    facts = {"ended_on": day, "outcome": outcome, "income_band": income_band}
    _move(placement, State.ENDED, by=by, now=now, **facts)
    if outcome in rules.FREES_THE_PLACE:
        _free_a_place(placement)
    told = _told(placement)
    note("placement.ended", by=by, about=placement, shared=True, outcome=outcome, **told)
    return placement


@action
def recall_placement(*, placement: Placement, by: Any, now: datetime) -> Placement:
    """The proposal is taken back before it has started, by either side."""
    _move(placement, State.RECALLED, by=by, now=now)
    note("placement.recalled", by=by, about=placement, shared=True, **_told(placement))
    return placement


@action
def hear_partner(
    *, placement: Placement, answer: str, reason: str, said_by: Any, by: System, now: datetime
) -> None:
    """What a partner answered on its own page comes to the two desks; the system carries it.

    `said_by` is its officer, or whoever issued the link by which it answered.
    """
    fresh = _still(placement, State.SHE_AGREED)
    after = AFTER_THE_PARTNERS[answer]
    if after in rules.NEEDS_THE_OFFER:
        refuse_gone_offer(fresh.opportunity)
    facts: dict[str, Any] = {
        "partner_said": answer,
        "partner_said_at": now,
        "partner_reason": reason,
    }
    bring_to(fresh, after, by=by, now=now, said_by=said_by, **facts)
    note(f"placement.{after}", by=by, about=fresh, shared=True, **_told(fresh))


@action
def end_with_offer(*, placement: Placement, said_by: Any, by: System, now: datetime) -> None:
    """The offer was withdrawn: what was not begun ends, and both desks are told to look on."""
    fresh = _still(placement, *rules.BEFORE_THE_START)
    bring_to(fresh, State.OFFER_GONE, by=by, now=now, said_by=said_by)
    kept_out = shut_out(fresh.case_id).agencies
    if fresh.agency_id not in {fresh.holder_id, *kept_out}:
        look_on(fresh, now)
    note("placement.offer_gone", by=by, about=fresh, shared=True, **_told(fresh))


@action
def stop_placement(*, placement: Placement, by: Any, now: datetime) -> Placement:
    """What it rested on is gone: nothing more is asked or told, whatever it had come to."""
    if not access.may_stop(member=by, placement=placement):
        raise Refused(_("Chỉ đơn vị phụ trách hồ sơ làm được việc này."))
    fresh = Placement.objects.select_for_update(of=("self",)).get(pk=placement.pk)
    before, placement.state, placement.state_at = fresh.state, State.RECALLED, now
    placement.save(update_fields=["state", "state_at"])
    write_step(placement, by=by, now=now)
    partners.follow(placement=placement, by=by, now=now)
    if before in rules.TASKS:
        settle_step(placement, before, by=by, now=now)
    note("placement.recalled", by=by, about=placement, shared=True, **_told(placement))
    return placement


def _refuse_what_cannot_be_proposed(
    fresh: Opportunity, place: "Place", *, by: Any, now: datetime
) -> None:
    if not fresh.verified_on:
        raise Refused(_("Nơi nhận chưa được kiểm tra. Hãy kiểm tra trước, rồi đề xuất."))
    if not fresh.is_on_offer(_day(now)):
        raise Refused(_("Cơ hội này không còn nhận nữa. Hãy chọn cơ hội khác."))
    if not fresh.left:
        raise Refused(_("Cơ hội này đã hết chỗ. Hãy chọn cơ hội khác."))
    same = Placement.objects.filter(case_id=place.case_id, opportunity=fresh, state__in=OPEN)
    if same.filter(agency_id=by.agency_id).exists():
        raise Refused(_("Cơ hội này đã được đề xuất cho hồ sơ này."))


def _move(placement: Placement, after: str, *, by: Any, now: datetime, **facts: Any) -> None:
    """Bring the placement to a state, write its step, and put the next task on a desk.

    Refused when somebody else was a moment faster: the row is locked and looked at again.
    """
    locked = Placement.objects.select_for_update(of=("self",)).filter(pk=placement.pk)
    fresh = locked.select_related("opportunity").first()
    if fresh is None or not access.desks(member=by, placement=fresh):
        raise Refused(_("Đề xuất này do đơn vị khác làm."))
    if fresh.state == State.OFFER_GONE:
        raise Refused(_("Cơ hội này đã bị rút nên đề xuất đã dừng. Hãy tìm cơ hội khác."))
    if not access.may_move(member=by, placement=fresh, after=after):
        raise Refused(_("Bước này chưa đến lượt bạn, hoặc đã xong. Hãy mở lại trang để xem."))
    if after in rules.NEEDS_THE_OFFER:
        refuse_gone_offer(fresh.opportunity)
    bring_to(placement, after, by=by, now=now, before=fresh.state, said_by=by, **facts)


def _still(placement: Placement, *states: str) -> Placement:
    """The placement as it stands now, locked; refused when it is in none of these states."""
    locked = Placement.objects.select_for_update(of=("self",)).select_related("opportunity")
    fresh = locked.filter(pk=placement.pk, state__in=states).first()
    if fresh is None:
        raise Refused(_("Đề xuất này không còn chờ trả lời. Hãy mở lại trang để xem."))
    return fresh


def _take_a_place(placement: Placement) -> None:
    offer = locked(placement.opportunity)
    refuse_gone_offer(offer)
    offer.taken += 1
    offer.save(update_fields=["taken"])


def _free_a_place(placement: Placement) -> None:
    offer = locked(placement.opportunity)
    offer.taken = max(offer.taken - 1, 0)
    offer.save(update_fields=["taken"])


def _told(placement: Placement) -> dict[str, Any]:
    return {"kind": placement.opportunity.kind, "opportunity": placement.opportunity_id}


def _day(moment: datetime) -> date:
    return moment.astimezone(ZONE).date()
