"""Blocking somebody from a file, and taking it back."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ketnoi.blocking import queries
from ketnoi.blocking.models import Block
from ketnoi.blocking.terms import HerWord
from ketnoi.conferences import actions as conferences
from ketnoi.foundation.action import Refused, action, note, together
from ketnoi.support import actions as support

if TYPE_CHECKING:
    from ketnoi.agencies.models import Agency, Member
    from ketnoi.cases.models import Case

__all__ = ["Refused", "block", "keep_out", "unblock"]


@together
def keep_out(*, case: "Case", by: Any, now: datetime, **said: Any) -> Block:
    """Somebody is blocked from a file, and work that lay with his agency comes back at once."""
    made = block(case=case, by=by, now=now, **said)
    conferences.bring_back(case=case, by=by, now=now)
    support.bring_back(case=case, by=by, now=now)
    return made


@action
def block(
    *,
    case: "Case",
    agency: "Agency",
    member: "Member | None",
    reason: str,
    her_word: str,
    by: Any,
    now: datetime,
) -> Block:
    """For this agency, or this member of it, the file no longer exists: at once, in every way.

    The one who is blocked is told nothing. His doors close, his tasks lie with his agency again.
    """
    if not queries.may_block(by, case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ hoặc điều phối mới chặn được."))
    _refuse_to_leave_it_alone(case, agency, member, by=by)
    if her_word == HerWord.AGAINST:
        raise Refused(_("Người được hỗ trợ không muốn chặn. Hãy nói chuyện thêm trước khi chặn."))
    made = Block(
        case=case,
        holder_id=case.holder_id,
        agency=agency,
        member=member,
        reason=reason,
        her_word=her_word,
        since=now,
        by=by,
    )
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as twice:
        raise Refused(_("Nơi này hoặc người này đã bị chặn từ trước.")) from twice
    note("block.made", by=by, about=made, reason=reason, her_word=her_word)
    return made


@action
def unblock(*, block: Block, by: Any, now: datetime) -> Block:
    """He may know of the file again, if he has a right to: nothing is opened by this."""
    if not queries.may_block(by, block.case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ hoặc điều phối mới bỏ chặn được."))
    fresh = Block.objects.select_for_update().get(pk=block.pk)
    if fresh.ended_at:
        raise Refused(_("Nơi này hoặc người này đã được bỏ chặn."))
    fresh.ended_at, fresh.ended_by = now, by
    fresh.save(update_fields=["ended_at", "ended_by"])
    note("block.ended", by=by, about=fresh)
    return fresh


def _refuse_to_leave_it_alone(
    case: "Case", agency: "Agency", member: "Member | None", *, by: Any
) -> None:
    """Somebody must see to the file, and nobody is lost between two desks."""
    if member is not None:
        _refuse_its_keeper(case, member, by=by)
    elif agency.pk == case.holder_id:
        raise Refused(_("Đơn vị này giữ hồ sơ nên không chặn cả đơn vị được. Hãy chặn từng người."))
    elif queries.is_asked(case, agency.pk, by):
        raise Refused(
            _("Nơi này đang có chuyển gửi chưa xong. Hãy thu hồi hoặc chờ kết thúc, rồi chặn.")
        )


def _refuse_its_keeper(case: "Case", member: "Member", *, by: Any) -> None:
    if member.pk == case.keeper_id:
        raise Refused(
            _("{name} đang phụ trách hồ sơ này. Hãy giao cho người khác trước, rồi chặn.").format(
                name=member.name
            )
        )
    if member.user_id == by.user_id:
        raise Refused(_("Bạn không tự chặn mình được. Hãy nhờ điều phối."))
