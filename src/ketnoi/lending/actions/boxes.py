"""The book of a savings group: it is locked first, and no box is ever overdrawn."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Refused, part
from ketnoi.lending import access, queries, rules
from ketnoi.lending.models import Group, GroupEntry, Saver
from ketnoi.lending.terms import GroupEntryKind


@part
def lock_group(*, group: Group, by: Any) -> Group:
    """The group as it stands now; nobody else moves money of it until this step ends."""
    fresh = Group.objects.select_for_update(of=("self",)).filter(pk=group.pk).first()
    if fresh is None or not access.may_keep(member=by, agency_id=fresh.agency_id):
        raise Refused(_("Bạn không ghi sổ tổ tiết kiệm được."))
    return fresh


@part
def pressed_in_group(*, group: Group, key: UUID, amount: int) -> GroupEntry | None:
    """What this very press of the button did already; the page was sent twice."""
    before = list(GroupEntry.objects.filter(group=group, key=key))
    if before and sum(entry.amount for entry in before) != amount:
        raise Refused(_("Trang này đã được gửi một lần. Hãy mở lại trang rồi nhập."))
    return before[0] if before else None


@part
def book(
    *,
    saver: Saver,
    kind: str,
    amount: int,
    on: date,
    key: UUID,
    by: Any,
    now: datetime,
    corrects: GroupEntry | None = None,
) -> GroupEntry:
    """One amount moves; refused where the box or her account does not bear it."""
    group, hers = Group.objects.get(pk=saver.group_id), Saver.objects.get(pk=saver.pk)
    if not rules.is_a_sum(amount=amount):
        raise Refused(_("Hãy nhập số tiền lớn hơn 0 và xem lại số chữ số."))
    if not rules.may_be_written_on(on=on, first=group.opened_on, today=queries.day_of(now)):
        raise Refused(_("Hãy nhập ngày từ khi lập tổ đến hôm nay."))
    back = (corrects.put_into, corrects.taken_from) if corrects else None
    moves = dict(zip(("taken_from", "put_into"), back or rules.GROUP_MOVES[kind], strict=True))
    _refuse_what_it_cannot_bear(group, hers, amount=amount, **moves)
    entry = GroupEntry(
        agency_id=group.agency_id,
        group=group,
        saver=hers,
        number=GroupEntry.objects.filter(group=group).count() + 1,
        kind=GroupEntryKind(kind),
        amount=amount,
        on=on,
        corrects=corrects,
        key=key,
        at=now,
        by=by,
        **moves,
    )
    entry.save(force_insert=True)
    return entry


def _refuse_what_it_cannot_bear(group: Group, hers: Saver, **move: Any) -> None:
    if hers.left_at:
        raise Refused(_("Người này đã rời tổ."))
    if not rules.can_be(sums=rules.moved(sums=group.sums, **move)):
        raise Refused(_("Hộp tiền không đủ, hoặc tổ không có khoản này. Hãy xem lại số tiền."))
    own = rules.moved(sums=hers.sums, **move)
    if own.saved > 0 or own.lent < 0:
        raise Refused(_("Số tiền lớn hơn phần của người này. Hãy xem lại số tiền."))
