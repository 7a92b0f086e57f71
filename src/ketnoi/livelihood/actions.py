"""What is done with opportunities and placements. She decides before a partner hears anything."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import Step
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.clock import ZONE
from ketnoi.law import queries as law
from ketnoi.livelihood import access, rules
from ketnoi.livelihood.models import Opportunity, Placement, PlacementStep
from ketnoi.livelihood.terms import AFTER_HER_ANSWER, AFTER_THE_PARTNERS, OPEN, State

if TYPE_CHECKING:
    from ketnoi.cases.actions import Place


@action
def add_opportunity(
    *, kind: str, title: str, partner: str, places: int, by: Any, now: datetime, **details: Any
) -> Opportunity:
    """Tell the network of a job, a training seat, a loan, tools, a market stall or a mentor."""
    if not access.may_offer(member=by):
        raise Refused(_("Đơn vị hoặc vai của bạn không thêm được cơ hội sinh kế."))
    opportunity = Opportunity(
        agency_id=by.agency_id,
        kind=kind,
        title=title,
        partner=partner,
        places=places,
        made_at=now,
        made_by=by,
        **details,
    )
    opportunity.save(force_insert=True)
    note("opportunity.added", by=by, about=opportunity, kind=kind, places=places)
    return opportunity


@action
def withdraw_opportunity(*, opportunity: Opportunity, by: Any, now: datetime) -> Opportunity:
    """The offer no longer stands; what has started goes on."""
    if not access.may_withdraw(member=by, opportunity=opportunity):
        raise Refused(_("Chỉ đơn vị đã thêm cơ hội này mới rút được."))
    fresh = _locked(opportunity)
    if fresh.withdrawn_at:
        raise Refused(_("Cơ hội này đã được rút trước đó."))
    fresh.withdrawn_at, fresh.withdrawn_by = now, by
    fresh.save(update_fields=["withdrawn_at", "withdrawn_by"])
    note("opportunity.withdrawn", by=by, about=fresh, kind=fresh.kind)
    return fresh


@action
def propose_placement(
    *, place: "Place", opportunity: Opportunity, by: Any, now: datetime
) -> Placement:
    """The job centre sees something that may suit her, and asks the holder of the file to ask her.

    `place` is the file as the job centre knows it: its code, and who holds it.
    """
    if not access.may_propose(member=by):
        raise Refused(_("Đơn vị hoặc vai của bạn không đề xuất được cơ hội."))
    _refuse_what_cannot_be_proposed(_locked(opportunity), place, by=by, now=now)
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
    _write_step(placement, by=by, now=now)
    _wait(placement, now)
    note("placement.proposed", by=by, about=placement, shared=True, **_told(placement))
    return placement


@action
def she_decides(*, placement: Placement, answer: str, by: Any, now: datetime) -> Placement:
    """She said yes, no, or not yet; her own caseworker writes it down.

    She may still say no after a yes, until it has started.
    """
    after = AFTER_HER_ANSWER[answer]
    _move(placement, after, by=by, now=now, she_said=answer, she_said_at=now, she_said_by=by)
    note(f"placement.{after}", by=by, about=placement, shared=True, **_told(placement))
    return placement


@action
def partner_decides(*, placement: Placement, answer: str, by: Any, now: datetime) -> Placement:
    """The employer, the school or the lender was asked, and answered."""
    after = AFTER_THE_PARTNERS[answer]
    _move(placement, after, by=by, now=now, partner_said=answer, partner_said_at=now)
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
def stop_placement(*, placement: Placement, by: Any, now: datetime) -> Placement:
    """What it rested on is gone: nothing more is asked or told, whatever it had come to."""
    if not access.may_stop(member=by, placement=placement):
        raise Refused(_("Chỉ đơn vị phụ trách hồ sơ làm được việc này."))
    fresh = Placement.objects.select_for_update(of=("self",)).get(pk=placement.pk)
    before, placement.state, placement.state_at = fresh.state, State.RECALLED, now
    placement.save(update_fields=["state", "state_at"])
    _write_step(placement, by=by, now=now)
    if before in rules.TASKS:
        _settle(placement, before, by=by, now=now)
    note("placement.recalled", by=by, about=placement, shared=True, **_told(placement))
    return placement


def _refuse_what_cannot_be_proposed(
    fresh: Opportunity, place: "Place", *, by: Any, now: datetime
) -> None:
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
    if not access.may_move(member=by, placement=fresh, after=after):
        raise Refused(_("Bước này chưa đến lượt bạn, hoặc đã xong. Hãy mở lại trang để xem."))
    if after in rules.NEEDS_THE_OFFER:
        _refuse_a_gone_offer(fresh.opportunity)
    for name, value in {**facts, "state": after, "state_at": now}.items():
        setattr(placement, name, value)
    placement.save(update_fields=[*facts, "state", "state_at"])
    _write_step(placement, by=by, now=now)
    _settle(placement, fresh.state, by=by, now=now)
    _wait(placement, now)


def _refuse_a_gone_offer(offer: Opportunity) -> None:
    if offer.withdrawn_at:
        raise Refused(_("Cơ hội này đã được rút. Hãy rút đề xuất và tìm cơ hội khác."))
    if not offer.left:
        raise Refused(_("Cơ hội này vừa hết chỗ. Hãy rút đề xuất và tìm cơ hội khác."))


def _write_step(placement: Placement, *, by: Any, now: datetime) -> None:
    step = PlacementStep(
        placement=placement,
        agency_id=placement.agency_id,
        holder_id=placement.holder_id,
        state=placement.state,
        at=now,
        by=by,
    )
    step.save(force_insert=True)


def _settle(placement: Placement, before: str, *, by: Any, now: datetime) -> None:
    kind = rules.TASKS[before][0]
    if kind in rules.ON_A_PAGE_OF_ITS_OWN:
        cases.settle(
            case_id=placement.case_id, kind=kind, subject=str(placement.pk), by=by, now=now
        )


def _wait(placement: Placement, now: datetime) -> None:
    """Put on a desk what the state asks for; the other desk is the one that waits for it."""
    if placement.state not in rules.TASKS:
        return
    kind, desk, _clock = rules.TASKS[placement.state]
    desks = [placement.holder_id, placement.agency_id]
    agency_id, asker_id = desks if desk == rules.HOLDER else reversed(desks)
    here = kind in rules.ON_A_PAGE_OF_ITS_OWN
    cases.ask(
        of=cases.Place(placement.case_id, placement.holder_id, placement.code),
        kind=kind,
        step=Step.LIVELIHOOD,
        agency_id=agency_id,
        asker_id=asker_id if here else placement.holder_id,
        maker_id=None if here else placement.agency_id,
        page="livelihood:placement" if here else "pathway:case",
        subject=str(placement.pk) if here else placement.code,
        due_at=law.due(
            code=rules.clock(state=placement.state, outcome=placement.outcome), start=now
        ),
        now=now,
    )


def _locked(opportunity: Opportunity) -> Opportunity:
    return Opportunity.objects.select_for_update().get(pk=opportunity.pk)


def _take_a_place(placement: Placement) -> None:
    offer = _locked(placement.opportunity)
    _refuse_a_gone_offer(offer)
    offer.taken += 1
    offer.save(update_fields=["taken"])


def _free_a_place(placement: Placement) -> None:
    offer = _locked(placement.opportunity)
    offer.taken = max(offer.taken - 1, 0)
    offer.save(update_fields=["taken"])


def _told(placement: Placement) -> dict[str, Any]:
    return {"kind": placement.opportunity.kind, "opportunity": placement.opportunity_id}


def _day(moment: datetime) -> date:
    return moment.astimezone(ZONE).date()
