"""Somebody is away for some days, and a colleague stands in for her."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.agencies import access, queries
from ketnoi.agencies.models import Leave, Member
from ketnoi.foundation.action import Refused, action, note


@action
def note_leave(
    *, member: Member, substitute: Member, since: date, until: date, by: Any, now: datetime
) -> Leave:
    """On these days what is hers lies with a colleague too; nothing that is hers is moved."""
    _refuse_others(by, member)
    # Both, always in the same order: of two who would stand in for each other one is refused.
    both = Member.objects.filter(pk__in=[member.pk, substitute.pk]).order_by("pk")
    list(both.select_for_update())
    if until < since:
        raise Refused(_("Ngày cuối không được trước ngày đầu nghỉ."))
    if substitute not in queries.officers_of(member.agency) or substitute.pk == member.pk:
        raise Refused(_("Hãy chọn một đồng nghiệp khác làm thay."))
    if queries.leaves_between(member, since, until).exists():
        raise Refused(_("Những ngày ấy đã được ghi là nghỉ. Hãy bỏ lần ghi trước."))
    if queries.leaves_between(substitute, since, until).exists():
        raise Refused(_("Người làm thay cũng nghỉ trong những ngày ấy. Hãy chọn người khác."))
    if queries.stands_in_between(member, since, until).exists():
        raise Refused(_("Người này đang làm thay người khác trong những ngày ấy. Hãy đổi trước."))
    leave = Leave(
        member=member,
        substitute=substitute,
        since=since,
        until=until,
        noted_at=now,
        noted_by_id=by.member_id,
    )
    leave.save(force_insert=True)
    note("leave.noted", by=by, about=leave, since=since.isoformat(), until=until.isoformat())
    return leave


@action
def end_leave(*, leave: Leave, by: Any, now: datetime) -> Leave:
    """She is back, or does not go: nobody stands in for her any more."""
    _refuse_others(by, leave.member)
    fresh = Leave.objects.select_for_update().get(pk=leave.pk)
    if fresh.ended_at:
        raise Refused(_("Lần nghỉ này đã được bỏ."))
    fresh.ended_at, fresh.ended_by_id = now, by.member_id
    fresh.save(update_fields=["ended_at", "ended_by"])
    note("leave.ended", by=by, about=fresh)
    return fresh


def _refuse_others(by: Any, member: Member) -> None:
    if not access.may_note_leave(by=by, member=member):
        raise Refused(_("Chỉ chính người ấy, phụ trách hoặc quản trị ghi được ngày nghỉ."))
