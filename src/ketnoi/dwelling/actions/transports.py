"""Transports: planned by the house, written down by each hand, looked for when they are overdue."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.agencies import actions as agencies
from ketnoi.dwelling import access, queries, rules
from ketnoi.dwelling.actions.books import refuse_others
from ketnoi.dwelling.models import Transport, TransportEvent, TransportWords
from ketnoi.dwelling.terms import Direction, State, Step
from ketnoi.foundation.action import Refused, action, note, part, together
from ketnoi.foundation.guard.hiding import shut_out
from ketnoi.law import queries as law
from ketnoi.people import actions as people

if TYPE_CHECKING:
    from ketnoi.agencies.models import Agency
    from ketnoi.protection.models import ShelterStay


@action
def plan_transport(
    *,
    stay: "ShelterStay",
    direction: str,
    other: "Agency",
    planned_at: datetime,
    arrive_by: datetime,
    escort: str,
    meeting: str,
    by: Any,
    now: datetime,
) -> Transport:
    """She will be taken from one agency to another; both are told, and each confirms its part."""
    refuse_others(agency_id=stay.agency_id, by=by)
    if other.pk not in {agency.pk for agency in queries.partners_of(stay, by)}:
        raise Refused(
            _("Chỉ chọn được nơi đang cùng hỗ trợ chị ấy. Nơi khác thì chuyển gửi trước.")
        )
    if not rules.may_be_planned(planned_at=planned_at, arrive_by=arrive_by, now=now):
        raise Refused(_("Giờ đi phải từ bây giờ, và trước giờ đến. Hãy xem lại hai giờ này."))
    hands = (stay.agency_id, other.pk)
    giver, receiver = hands if direction == Direction.OUT else reversed(hands)
    made = Transport(stay=stay, case_id=stay.case_id, house_id=stay.agency_id)
    made.giver_id, made.receiver_id, made.owner_id = giver, receiver, giver
    made.planned_at, made.arrive_by, made.due_at = planned_at, arrive_by, planned_at
    made.made_at, made.made_by = now, by
    made.save(force_insert=True)
    _seal_words(made, escort, meeting)
    write_event(transport=made, step=Step.PLANNED, moment=now, why="", by=by, now=now)
    _tell(made, [other.pk])
    note("transport.planned", by=by, about=made, until=arrive_by)
    return made


@action
def set_out(*, transport: Transport, left_at: datetime, by: Any, now: datetime) -> Transport:
    """The giver let her go with whoever takes her."""
    fresh = _locked(transport, Step.LEFT, by=by)
    _refuse_future(left_at, now=now)
    return _stepped(fresh, Step.LEFT, moment=left_at, by=by, now=now, left_at=left_at)


@action
def arrive(*, transport: Transport, arrived_at: datetime, by: Any, now: datetime) -> Transport:
    """The receiver has her: nothing waits any more."""
    fresh = _locked(transport, Step.ARRIVED, by=by)
    _refuse_future(arrived_at, now=now)
    if fresh.left_at and arrived_at < fresh.left_at:
        raise Refused(_("Giờ đến phải sau giờ đi. Hãy xem lại."))
    return _stepped(fresh, Step.ARRIVED, moment=arrived_at, by=by, now=now, arrived_at=arrived_at)


@action
def delay_arrival(
    *, transport: Transport, arrive_by: datetime, why: str, by: Any, now: datetime
) -> Transport:
    """Somebody heard from them: they come later, and by when is known again."""
    fresh = _locked(transport, Step.DELAYED, by=by)
    if arrive_by <= now:
        raise Refused(_("Giờ đến mới phải sau lúc này. Hãy xem lại."))
    return _stepped(fresh, Step.DELAYED, moment=now, why=why, by=by, now=now, arrive_by=arrive_by)


@action
def call_off_transport(*, transport: Transport, why: str, by: Any, now: datetime) -> Transport:
    """She is not taken, or was brought back."""
    fresh = _locked(transport, Step.CALLED_OFF, by=by)
    return _stepped(fresh, Step.CALLED_OFF, moment=now, why=why, by=by, now=now)


@together
def find_overdue(*, by: Any, now: datetime) -> None:
    """The system's round: nobody who should have arrived is forgotten."""
    for each in queries.overdue_now(by, now=now):
        fall_overdue(transport=each, by=by, now=now)


@action
def fall_overdue(*, transport: Transport, by: Any, now: datetime) -> Transport:
    """She should be there by now: the house looks for her, and coordinators are told."""
    fresh = Transport.objects.select_for_update(of=("self",)).get(pk=transport.pk)
    _tell(fresh, [fresh.house_id, fresh.receiver_id])
    agencies.tell_coordinators(but=shut_out(fresh.case_id).members)
    return _stepped(fresh, Step.OVERDUE, moment=now, by=by, now=now)


@part
def move_on(*, transport: Transport, step: str, now: datetime, **moments: datetime) -> Transport:
    """Where it stands after a step, who must do something next, and by when."""
    state = rules.next_state(
        state=transport.state, step=step, has_left=transport.left_at is not None
    )
    if state is None:
        raise Refused(_("Chuyến đi này đã khác trước. Hãy mở lại trang để xem."))
    transport.state = state
    for name, moment in moments.items():
        setattr(transport, name, moment)
    transport.owner_id = rules.holder_of(
        state=state,
        giver=transport.giver_id,
        receiver=transport.receiver_id,
        house=transport.house_id,
    )
    transport.due_at = _due(transport, now=now) if transport.owner_id else None
    transport.save(update_fields=["state", "owner", "due_at", "arrive_by", "left_at", "arrived_at"])
    return transport


@part
def write_event(
    *, transport: Transport, step: str, moment: datetime, why: str, by: Any, now: datetime
) -> TransportEvent:
    """That it came to this step is kept."""
    event = TransportEvent(transport=transport, stay_id=transport.stay_id, step=step, why=why)
    event.moment, event.noted_at, event.noted_by_id = moment, now, by.member_id
    event.save(force_insert=True)
    return event


def _stepped(
    transport: Transport,
    step: Step,
    *,
    moment: datetime,
    by: Any,
    now: datetime,
    why: str = "",
    **moments: datetime,
) -> Transport:
    move_on(transport=transport, step=step, now=now, **moments)
    write_event(transport=transport, step=step, moment=moment, why=why, by=by, now=now)
    note(f"transport.{step.value}", by=by, about=transport, until=transport.due_at)
    return transport


def _due(transport: Transport, *, now: datetime) -> datetime:
    if transport.state == State.OVERDUE:
        return law.due(code=rules.LOOK_FOR, start=now)
    return transport.arrive_by


def _locked(transport: Transport, step: Step, *, by: Any) -> Transport:
    """As it stands now, for the hand whose part this is."""
    fresh = Transport.objects.select_for_update(of=("self",)).get(pk=transport.pk)
    fresh.hand = by.files
    hands = rules.hands_of(
        step=step.value, giver=fresh.giver_id, receiver=fresh.receiver_id, house=fresh.house_id
    )
    if not access.may_hand(member=by, hands=hands):
        raise Refused(_("Mỗi nơi chỉ ghi phần của mình. Hãy nhờ nơi kia ghi."))
    return fresh


def _seal_words(transport: Transport, escort: str, meeting: str) -> None:
    words = TransportWords(transport=transport, stay_id=transport.stay_id, key=people.make_key())
    words.giver_id, words.receiver_id = transport.giver_id, transport.receiver_id
    words.escort, words.meeting = escort, meeting
    words.save(force_insert=True)


def _tell(transport: Transport, agency_ids: Collection[UUID]) -> None:
    """That something waits, and never what; nobody hears it who must not know of her."""
    kept_out = shut_out(transport.case_id)
    for agency_id in sorted(set(agency_ids) - kept_out.agencies):
        agencies.tell_later(agency_id=agency_id, but=kept_out.members)


def _refuse_future(moment: datetime, *, now: datetime) -> None:
    if moment > now:
        raise Refused(_("Giờ này chưa tới. Hãy nhập giờ không muộn hơn lúc này."))
