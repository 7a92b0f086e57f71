"""An agency begins to read tips of the public, and ends it."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Refused, action, note
from ketnoi.vigilance import access
from ketnoi.vigilance.models import Desk


@action
def open_desk(*, by: Any, now: datetime) -> Desk:
    """An agency reads tips of the public from now on."""
    if not access.may_keep_desk(member=by):
        raise Refused(_("Chỉ phụ trách của Hội phụ nữ, Công an, Biên phòng mới mở nơi nhận tin."))
    if Desk.objects.filter(agency_id=by.agency_id, ended_at=None).exists():
        raise Refused(_("Đơn vị đang nhận tin rồi."))
    desk = Desk(agency_id=by.agency_id, since=now, opened_by=by)
    desk.save(force_insert=True)
    note("tip.desk_opened", by=by, about=desk)
    return desk


@action
def close_desk(*, by: Any, now: datetime) -> None:
    """An agency takes no new tips; what came stays in its queue."""
    if not access.may_keep_desk(member=by):
        raise Refused(_("Chỉ phụ trách đơn vị mới thôi nhận tin được."))
    ended = Desk.objects.filter(agency_id=by.agency_id, ended_at=None)
    if not ended.update(ended_at=now, ended_by=by):
        raise Refused(_("Đơn vị không nhận tin."))
    note("tip.desk_closed", by=by, about=None)
