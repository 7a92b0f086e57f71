"""Supervision: a counsellor names a colleague, who says yes; one of the two ends it."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.translation import gettext as _

from ketnoi.counselling import access, queries
from ketnoi.counselling.actions.keys import give_counsellor_key
from ketnoi.counselling.models import Supervision
from ketnoi.foundation.action import Refused, action, note

if TYPE_CHECKING:
    from ketnoi.agencies.models import Member


@action
def name_supervisor(
    *, supervisor: "Member", until: date | None, by: Any, now: datetime
) -> Supervision:
    """A counsellor names the colleague who reads her notes with her, once that one says yes."""
    if not access.is_counsellor(member=by):
        raise Refused(_("Chỉ cán bộ chuyên môn chọn được người giám sát."))
    if supervisor not in queries.colleagues(by) or supervisor.pk == by.pk:
        raise Refused(_("Hãy chọn một cán bộ chuyên môn khác của đơn vị."))
    if until is not None and until < now.astimezone(queries.ZONE).date():
        raise Refused(_("Ngày cuối đã qua. Hãy chọn ngày khác."))
    _end_what_is_over(by, now)
    if Supervision.objects.filter(counsellor_id=by.pk, ended_at=None).exists():
        raise Refused(_("Bạn đã có người giám sát. Hãy kết thúc lần trước rồi chọn người mới."))
    give_counsellor_key(member=by)
    about = {"agency_id": by.agency_id, "counsellor_id": by.pk, "supervisor": supervisor}
    named = Supervision(**about, named_at=now, until=until)
    named.save(force_insert=True)
    note("supervision.named", by=by, about=named, until=until)
    return named


@action
def agree_to_supervise(*, supervision: Supervision, by: Any, now: datetime) -> Supervision:
    """The colleague says yes: from now on she reads what the counsellor writes and wrote."""
    if not access.may_agree(member=by, supervision=supervision):
        raise Refused(_("Chỉ người được mời mới nhận lời được."))
    if not _standing(supervision).filter(agreed_at=None).update(agreed_at=now):
        raise Refused(_("Lời mời này đã được trả lời hoặc đã thôi."))
    note("supervision.agreed", by=by, about=supervision)
    return supervision


@action
def end_supervision(*, supervision: Supervision, by: Any, now: datetime) -> Supervision:
    """One of the two ends it: the colleague reads no note any more."""
    if not access.may_end(member=by, supervision=supervision):
        raise Refused(_("Chỉ một trong hai người thôi được."))
    if not _standing(supervision).update(ended_at=now, ended_by=by.member_id):
        raise Refused(_("Việc giám sát này đã thôi."))
    note("supervision.ended", by=by, about=supervision)
    return supervision


def _standing(supervision: Supervision) -> Any:
    return Supervision.objects.filter(pk=supervision.pk, ended_at=None)


def _end_what_is_over(by: Any, now: datetime) -> None:
    """Whose last day has passed makes room for the next."""
    over = Q(until__lt=now.astimezone(queries.ZONE).date())
    found = Supervision.objects.filter(over, counsellor_id=by.pk, ended_at=None)
    found.update(ended_at=now, ended_by=by.member_id)
