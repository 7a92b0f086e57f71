"""An appointment at and after its hour: she came, she did not, she is called."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases import queries as files
from ketnoi.cases.terms import TaskKind
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.clock import ZONE
from ketnoi.law import queries as law
from ketnoi.osso import access, queries, rules
from ketnoi.osso.actions.desk import ask_for, refuse_outsiders
from ketnoi.osso.actions.meeting import end, lock, lock_planned, plan, settle, write_step
from ketnoi.osso.actions.sessions import write_session
from ketnoi.osso.models import Appointment, Session
from ketnoi.osso.terms import CallAnswer, State, Step

if TYPE_CHECKING:
    from ketnoi.people.models import Tie

CALL = "osso:call"


@action
def keep_appointment(
    *,
    appointment: Appointment,
    channel: str,
    minutes: int | None,
    client: "Tie | None",
    by: Any,
    now: datetime,
) -> Session:
    """They met: the session of this appointment is written down with it, once."""
    fresh = lock_planned(appointment, by=by)
    case = files.case_of(by, fresh.case_id)
    if case is None:
        raise Refused(_("Văn phòng không còn tham gia hồ sơ này. Hãy hủy buổi hẹn."))
    refuse_outsiders(case, by)
    day = fresh.starts_at.astimezone(ZONE).date()
    if not rules.may_be_kept_on(starts_on=day, today=now.astimezone(ZONE).date()):
        raise Refused(_("Chưa đến ngày hẹn. Nếu gặp sớm hơn, hãy đổi ngày trước."))
    end(fresh, State.KEPT)
    settle(appointment=fresh, by=by, now=now)
    write_step(appointment=fresh, step=Step.KEPT, by=by, now=now)
    held = write_session(
        case=case,
        appointment=fresh,
        category=fresh.category,
        channel=channel,
        held_on=day,
        minutes=minutes,
        client=client,
        by=by,
        now=now,
    )
    cases.keep_going(place=queries.place_of(fresh), by=by, now=now)
    note("appointment.kept", by=by, about=fresh, category=fresh.category)
    return held


@action
def miss_appointment(*, appointment: Appointment, by: Any, now: datetime) -> Appointment:
    """She did not come: somebody calls her, so that she is not lost."""
    fresh = lock_planned(appointment, by=by)
    if not rules.is_past(starts_at=fresh.starts_at, now=now):
        raise Refused(_("Chưa đến giờ hẹn. Hãy đổi ngày hoặc hủy hẹn."))
    end(fresh, State.MISSED)
    settle(appointment=fresh, by=by, now=now)
    write_step(appointment=fresh, step=Step.MISSED, by=by, now=now)
    _ask_to_call(fresh, by=by, now=now)
    note("appointment.missed", by=by, about=fresh)
    return fresh


@action
def call_back(
    *,
    appointment: Appointment,
    answer: str,
    starts_at: datetime | None,
    by: Any,
    now: datetime,
) -> Appointment | None:
    """What a call after a missed appointment brought; a new appointment, if she wants one."""
    if not access.may_keep(member=by, appointment=appointment):
        raise Refused(_("Chỉ cán bộ của văn phòng đã hẹn mới ghi được."))
    fresh = lock(appointment, State.MISSED)
    if queries.is_called(fresh):
        raise Refused(_("Đã ghi kết quả cuộc gọi này. Hãy mở lại trang để xem."))
    settle(appointment=fresh, by=by, now=now)
    write_step(appointment=fresh, step=Step.CALLED, by=by, now=now, answer=answer)
    again = _go_on(fresh, answer, starts_at, by=by, now=now)
    note("appointment.called_back", by=by, about=fresh, answer=answer)
    return again


def _go_on(
    missed: Appointment, answer: str, starts_at: datetime | None, *, by: Any, now: datetime
) -> Appointment | None:
    if answer == CallAnswer.NOT_REACHED:
        _ask_to_call(missed, by=by, now=now)
        return None
    if answer == CallAnswer.DECLINES:
        cases.keep_going(place=queries.place_of(missed), by=by, now=now)
        return None
    if starts_at is None:
        raise Refused(_("Hãy ghi ngày và giờ hẹn mới."))
    same = ("case_id", "holder_id", "code", "category", "channel")
    about = {name: getattr(missed, name) for name in same}
    return plan(starts_at=starts_at, by=by, now=now, **about)


def _ask_to_call(appointment: Appointment, *, by: Any, now: datetime) -> None:
    ask_for(
        place=queries.place_of(appointment),
        kind=TaskKind.CALL_HER,
        page=CALL,
        subject=appointment.subject,
        agency_id=appointment.agency_id,
        member_id=by.pk,
        due_at=law.due(code=rules.CALL_BACK, start=now),
        now=now,
    )
