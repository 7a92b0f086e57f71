"""The file ends: nobody waits for an appointment that will not be."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from ketnoi.foundation.action import action, note
from ketnoi.osso import queries
from ketnoi.osso.actions.meeting import call_off
from ketnoi.osso.terms import Why

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


@action
def end_one_stop(*, case: "Case", by: Any, now: datetime) -> None:
    """Appointments of the file that were still to come are called off."""
    for appointment in queries.open_appointments(case, by):
        call_off(appointment=appointment, why=Why.ENDED, by=by, now=now)
    note("osso.all_ended", by=by, about=case)
