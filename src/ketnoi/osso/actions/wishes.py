"""What becomes of a wish: the office helps by itself, others are asked, or she needs it no more."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import TaskKind
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.osso import queries
from ketnoi.osso.actions.desk import refuse_outsiders
from ketnoi.osso.models import Wish
from ketnoi.osso.terms import WishState

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

BY_HAND = (WishState.HERE, WishState.DROPPED)


@action
def answer_wish(*, wish: Wish, answer: str, by: Any, now: datetime) -> Wish:
    """The office helps by itself, or she does not want it any more."""
    refuse_outsiders(wish.case, by)
    if answer not in BY_HAND:
        raise Refused(_("Hãy chọn văn phòng tự hỗ trợ, hoặc người được hỗ trợ không cần nữa."))
    _answer([wish.pk], by=by, now=now, state=answer)
    settle_sorted(case=wish.case, by=by, now=now)
    note("osso.wish_answered", by=by, about=wish, answer=answer, category=wish.category)
    return wish


@action
def hand_on_wishes(
    *, case: "Case", wishes: Iterable[Wish], referral_id: UUID, by: Any, now: datetime
) -> None:
    """Another agency was asked for these, with her yes."""
    refuse_outsiders(case, by)
    found = list(wishes)
    _answer(
        [wish.pk for wish in found],
        by=by,
        now=now,
        state=WishState.REFERRED,
        referral=referral_id,
    )
    settle_sorted(case=case, by=by, now=now)
    categories = sorted(wish.category for wish in found)
    note("osso.wishes_handed_on", by=by, about=case, categories=categories)


@part
def settle_sorted(*, case: "Case", by: Any, now: datetime) -> None:
    """When no wish waits any more, nothing of it lies on the desk of the office."""
    if any(wish.state == WishState.WAITS for wish in queries.wishes_of(case, by)):
        return
    about = {"kind": TaskKind.SORT_WISHES, "subject": case.code, "agency_id": by.agency_id}
    cases.settle(case_id=case.pk, by=by, now=now, **about)
    cases.keep_going(place=queries.of_file(case), by=by, now=now)


def _answer(wishes: list[UUID], *, by: Any, now: datetime, **facts: Any) -> None:
    """Refused where somebody else was faster with one of them."""
    waiting = Wish.objects.filter(pk__in=wishes, state=WishState.WAITS)
    if waiting.update(answered_at=now, answered_by=by.member_id, **facts) != len(wishes):
        raise Refused(_("Nhu cầu này đã có người xếp. Hãy mở lại trang để xem."))
