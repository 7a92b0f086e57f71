"""What waits at the office: put on its desk, and taken from it."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import Step
from ketnoi.foundation.action import Refused, part
from ketnoi.osso import queries

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


@part
def refuse_outsiders(case: "Case", by: Any) -> None:
    """Refused for whoever is no officer of a one-stop office that works in this open file."""
    if not queries.may_write(by, case):
        raise Refused(_("Chỉ cán bộ của văn phòng một cửa đang hỗ trợ hồ sơ này mới ghi được."))


@part
def ask_for(
    *,
    place: cases.Place,
    kind: str,
    page: str,
    subject: str,
    agency_id: UUID,
    due_at: datetime,
    now: datetime,
    member_id: UUID | None = None,
) -> None:
    """Something waits on the desk of the office."""
    cases.ask(
        of=place,
        kind=kind,
        step=Step.SUPPORT,
        agency_id=agency_id,
        asker_id=agency_id,
        member_id=member_id,
        due_at=due_at,
        now=now,
        page=page,
        subject=subject,
    )
