"""An appointment before its hour: made, moved, called off."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import TaskKind
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.osso import access, queries, rules
from ketnoi.osso.actions.desk import ask_for, refuse_outsiders
from ketnoi.osso.models import Appointment, AppointmentEvent
from ketnoi.osso.terms import State, Step

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

PAGE = "osso:appointment"


@action
def make_appointment(
    *, case: "Case", category: str, channel: str, starts_at: datetime, by: Any, now: datetime
) -> Appointment:
    """She and the office agree when they meet; it stands in the calendar of whoever made it."""
    refuse_outsiders(case, by)
    made = plan(
        case_id=case.pk,
        holder_id=case.holder_id,
        code=case.code,
        category=category,
        channel=channel,
        starts_at=starts_at,
        by=by,
        now=now,
    )
    note("appointment.made", by=by, about=made, category=category, channel=channel)
    return made


@action
def move_appointment(
    *, appointment: Appointment, starts_at: datetime, why: str, by: Any, now: datetime
) -> Appointment:
    """They meet at another hour; what was planned before waits no longer."""
    fresh = lock_planned(appointment, by=by)
    _refuse_past(starts_at, now)
    _refuse_twice(fresh, starts_at, but=fresh)
    fresh.starts_at = starts_at
    fresh.save(update_fields=["starts_at"])
    settle(appointment=fresh, by=by, now=now)
    write_step(appointment=fresh, step=Step.MOVED, by=by, now=now, starts_at=starts_at, why=why)
    _put_in_calendar(fresh, by=by, now=now)
    note("appointment.moved", by=by, about=fresh, why=why)
    return fresh


@action
def call_off_appointment(
    *, appointment: Appointment, why: str, by: Any, now: datetime
) -> Appointment:
    """Nobody meets."""
    fresh = lock_planned(appointment, by=by)
    call_off(appointment=fresh, why=why, by=by, now=now)
    cases.keep_going(place=queries.place_of(fresh), by=by, now=now)
    note("appointment.called_off", by=by, about=fresh, why=why)
    return fresh


@part
def plan(*, starts_at: datetime, by: Any, now: datetime, **about: Any) -> Appointment:
    """Write the appointment down and put it into the calendar."""
    made = Appointment(
        **about, agency_id=by.agency_id, starts_at=starts_at, made_at=now, made_by=by
    )
    _refuse_past(starts_at, now)
    _refuse_twice(made, starts_at)
    made.save(force_insert=True)
    write_step(appointment=made, step=Step.MADE, by=by, now=now, starts_at=starts_at)
    _put_in_calendar(made, by=by, now=now)
    return made


@part
def call_off(*, appointment: Appointment, why: str, by: Any, now: datetime) -> None:
    """It will not take place, and nothing waits for it."""
    end(appointment, State.CALLED_OFF)
    settle(appointment=appointment, by=by, now=now)
    write_step(appointment=appointment, step=Step.CALLED_OFF, by=by, now=now, why=why)


@part
def end(appointment: Appointment, state: str) -> None:
    """It stands elsewhere now."""
    appointment.state = state
    appointment.save(update_fields=["state"])


@part
def settle(*, appointment: Appointment, by: Any, now: datetime) -> None:
    """Nothing waits for this appointment any more."""
    cases.settle_all(case_id=appointment.case_id, subject=appointment.subject, by=by, now=now)


@part
def write_step(*, appointment: Appointment, step: str, by: Any, now: datetime, **more: Any) -> None:
    """Add what happened to its history: who and when."""
    event = AppointmentEvent(
        appointment=appointment,
        case_id=appointment.case_id,
        holder_id=appointment.holder_id,
        agency_id=appointment.agency_id,
        step=step,
        at=now,
        by_id=by.member_id,
        **more,
    )
    event.save(force_insert=True)


@part
def lock_planned(appointment: Appointment, *, by: Any) -> Appointment:
    """The appointment as it stands now; refused when it is over, or was never this office's."""
    if not access.may_keep(member=by, appointment=appointment):
        raise Refused(_("Chỉ cán bộ của văn phòng đã hẹn mới ghi được."))
    return lock(appointment, State.PLANNED)


@part
def lock(appointment: Appointment, state: str) -> Appointment:
    """The appointment as it stands now; refused when somebody was faster."""
    fresh = Appointment.objects.select_for_update(of=("self",)).filter(pk=appointment.pk).first()
    if fresh is None or fresh.state != state:
        raise Refused(_("Buổi hẹn này đã sang bước khác. Hãy mở lại trang để xem."))
    return fresh


def _put_in_calendar(appointment: Appointment, *, by: Any, now: datetime) -> None:
    ask_for(
        place=queries.place_of(appointment),
        kind=TaskKind.APPOINTMENT,
        page=PAGE,
        subject=appointment.subject,
        agency_id=appointment.agency_id,
        member_id=by.pk,
        due_at=appointment.starts_at,
        now=now,
    )


def _refuse_past(starts_at: datetime, now: datetime) -> None:
    if rules.is_past(starts_at=starts_at, now=now):
        raise Refused(_("Giờ hẹn đã qua. Hãy chọn giờ muộn hơn."))


def _refuse_twice(one: Appointment, starts_at: datetime, but: Appointment | None = None) -> None:
    same = Appointment.objects.filter(
        case_id=one.case_id, agency_id=one.agency_id, starts_at=starts_at, state=State.PLANNED
    )
    if (same.exclude(pk=but.pk) if but else same).exists():
        raise Refused(_("Đã có buổi hẹn vào đúng giờ này. Hãy chọn giờ khác."))
