"""Consultation sessions: written down once, and marked when they were a mistake."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid5

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.clock import ZONE
from ketnoi.osso import access, queries, rules
from ketnoi.osso.actions.desk import refuse_outsiders
from ketnoi.osso.models import Appointment, Session

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.people.models import Tie


@action
def record_session(
    *,
    case: "Case",
    once: str,
    category: str,
    channel: str,
    held_on: date,
    minutes: int | None,
    client: "Tie | None",
    by: Any,
    now: datetime,
) -> Session:
    """A session without an appointment; the page that is sent twice (`once`) writes it once."""
    refuse_outsiders(case, by)
    if not rules.may_be_held_on(held_on=held_on, today=now.astimezone(ZONE).date()):
        raise Refused(_("Ngày tư vấn chưa tới. Hãy nhập ngày không muộn hơn hôm nay."))
    pk = uuid5(by.pk, f"session {case.pk} {once}")
    if Session.objects.filter(pk=pk).exists():
        raise Refused(_("Buổi tư vấn này đã được ghi. Hãy mở lại trang để xem."))
    said: dict[str, Any] = {"category": category, "channel": channel, "held_on": held_on}
    said["minutes"] = minutes
    held = write_session(case=case, pk=pk, client=client, by=by, now=now, **said)
    note("session.held", by=by, about=held, category=category, channel=channel)
    return held


@action
def mark_session_mistaken(*, session: Session, by: Any, now: datetime) -> Session:
    """It was not held, or was written down twice: it stays, marked, and counts no more."""
    if not access.may_mark_mistaken(member=by, session=session):
        raise Refused(_("Chỉ người ghi hoặc phụ trách văn phòng mới đánh dấu ghi nhầm được."))
    marked = Session.objects.filter(pk=session.pk, mistaken_at=None).update(
        mistaken_at=now, mistaken_by=by.member_id
    )
    if not marked:
        raise Refused(_("Buổi tư vấn này đã được đánh dấu ghi nhầm."))
    note("session.mistaken", by=by, about=session)
    return session


@part
def write_session(
    *,
    case: "Case",
    client: "Tie | None",
    by: Any,
    now: datetime,
    appointment: Appointment | None = None,
    **facts: Any,
) -> Session:
    """Write a session down; its client is she herself, or somebody of her family."""
    if client is not None and client not in queries.clients_of(case, by):
        raise Refused(_("Hãy chọn chính chị ấy hoặc một người trong gia đình đã ghi."))
    held = Session(
        case=case,
        holder_id=case.holder_id,
        agency_id=by.agency_id,
        tie=client,
        appointment=appointment,
        noted_at=now,
        noted_by=by,
        **facts,
    )
    held.save(force_insert=True)
    cases.begin_support(case=case, by=by, now=now)
    return held
