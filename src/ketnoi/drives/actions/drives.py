"""A drive begins and ends; half a year later nobody knows any more who gave."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.drives import access, rules
from ketnoi.drives.models import Drive, Evidence, Need, Pledge
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.people import actions as people


@action
def open_drive(*, title: str, by: Any, now: datetime) -> Drive:
    """An agency begins to look for things that are needed."""
    if not access.may_run(member=by):
        raise Refused(_("Chỉ cán bộ và phụ trách đơn vị mới mở đợt vận động được."))
    drive = Drive(agency_id=by.agency_id, title=title, opened_at=now, opened_by=by)
    drive.key = people.make_key()
    drive.save(force_insert=True)
    note("drive.opened", by=by, about=drive)
    return drive


@action
def end_drive(*, drive: Drive, by: Any, now: datetime) -> Drive:
    """Nothing is looked for any more; who still waits for something is told to end it first."""
    fresh = lock_drive(drive=drive)
    if not access.may_answer_for(member=by):
        raise Refused(_("Chỉ phụ trách đơn vị mới kết thúc đợt vận động được."))
    if Need.objects.filter(drive=fresh, ended_at=None).exists():
        raise Refused(_("Còn mục đang cần. Hãy bấm Thôi cần ở từng mục trước."))
    fresh.ended_at, fresh.ended_by, fresh.is_public = now, by, False
    fresh.save(update_fields=["ended_at", "ended_by", "is_public"])
    note("drive.ended", by=by, about=fresh)
    return fresh


@action
def forget_givers(*, drive: Drive, by: Any, now: datetime) -> Drive:
    """The key of an ended drive is destroyed: nobody can read any more who offered something."""
    fresh = lock_drive(drive=drive, ended=True)
    if not access.may_answer_for(member=by):
        raise Refused(_("Chỉ phụ trách đơn vị mới xóa tên người góp được."))
    forget(drive=fresh, now=now)
    note("drive.forgotten", by=by, about=fresh)
    return fresh


@action
def go_round(*, by: Any, now: datetime) -> int:
    """The names of givers go half a year after the end of their drive, whoever thinks of it."""
    waiting = Drive.objects.filter(forgotten_at=None, ended_at__isnull=False)
    due = [d for d in waiting if rules.is_to_be_forgotten(ended_at=d.ended_at, now=now)]
    for drive in due:
        forget(drive=drive, now=now)
    note("drive.round", by=by, about=None, forgotten=len(due))
    return len(due)


@part
def forget(*, drive: Drive, now: datetime) -> None:
    """Destroy the key, and empty what it sealed; what nobody checked goes too."""
    Pledge.objects.filter(need__drive=drive).update(name=b"", phone=b"")
    Evidence.objects.filter(drive=drive).update(words=b"")
    people.destroy_key(key_id=drive.key_id)
    drive.forgotten_at = now
    drive.save(update_fields=["forgotten_at"])


@part
def lock_drive(*, drive: Drive, ended: bool = False) -> Drive:
    """The drive as it stands now; nobody else changes it until this step ends."""
    fresh = Drive.objects.select_for_update(of=("self",)).filter(pk=drive.pk).first()
    if fresh is None:
        raise Refused(_("Đợt vận động này không phải của đơn vị bạn."))
    if (fresh.ended_at is not None) != ended or fresh.forgotten_at is not None:
        said = _("Hãy kết thúc đợt vận động trước.") if ended else _("Đợt vận động đã kết thúc.")
        raise Refused(said if fresh.forgotten_at is None else _("Tên người góp đã được xóa."))
    return fresh
