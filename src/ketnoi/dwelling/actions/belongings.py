"""What she brought: kept for her, given back once, and accounted for when she leaves."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.dwelling import queries, rules
from ketnoi.dwelling.actions.books import keep_book, refuse_others
from ketnoi.dwelling.models import Belonging, HandBack
from ketnoi.dwelling.terms import HerWord, Thing
from ketnoi.foundation.action import Refused, action, note, together
from ketnoi.protection import actions as protection

if TYPE_CHECKING:
    from ketnoi.protection.models import ShelterStay


@action
def receive_belonging(
    *,
    stay: "ShelterStay",
    kind: str,
    words: str,
    amount: int | None,
    her_word: str,
    by: Any,
    now: datetime,
) -> Belonging:
    """Something of hers is kept for her from now on: the officer and she both said so."""
    if (kind == Thing.MONEY) != bool(amount):
        raise Refused(_("Tiền thì ghi số tiền. Đồ khác thì để trống ô số tiền."))
    book = keep_book(stay=stay, by=by, now=now)
    made = Belonging(book=book, kind=kind, amount=amount, her_word=her_word)
    made.received_at, made.received_by, made.words = now, by, words
    made.save(force_insert=True)
    note("belonging.received", by=by, about=made, kind=kind)
    return made


@action
def give_back(
    *, belonging: Belonging, amount: int, seen: int, her_word: str, by: Any, now: datetime
) -> HandBack:
    """It is in her hands again: the officer and she both said so.

    `seen` is how much was given back already on the page from which this comes, so that a page
    that is sent twice, or two officers at once, give nothing twice.
    """
    fresh = _locked(belonging, by=by)
    if fresh.given != seen or not fresh.kept:
        raise Refused(_("Người khác vừa ghi việc trả này. Hãy mở lại trang để xem còn giữ gì."))
    if not rules.may_give(amount=amount, kept=fresh.kept):
        raise Refused(_("Không trả nhiều hơn số đang giữ. Hãy nhập lại số tiền."))
    fresh.given += amount
    fresh.save(update_fields=["given"])
    given = HandBack(book=fresh.book, belonging=fresh, amount=amount, at=now, by=by)
    given.her_word = her_word
    given.save(force_insert=True)
    note("belonging.given_back", by=by, about=fresh, whole=not fresh.kept)
    return given


@action
def keep_on(*, belonging: Belonging, why: str, by: Any, now: datetime) -> Belonging:
    """It stays with the house when she leaves, for a reason of hers that is written down."""
    fresh = _locked(belonging, by=by)
    if not fresh.kept:
        raise Refused(_("Món này đã trả hoặc đã gạch. Hãy mở lại trang để xem."))
    if not rules.may_stay(thing=fresh.kind, why=why):
        raise Refused(_("Giấy tờ là của chị ấy. Chỉ giữ tiếp khi chị ấy muốn."))
    fresh.stays_why, fresh.stays_at, fresh.stays_by = why, now, by
    fresh.save(update_fields=["stays_why", "stays_at", "stays_by"])
    note("belonging.stays", by=by, about=fresh, why=why)
    return fresh


@action
def strike_belonging(*, belonging: Belonging, by: Any, now: datetime) -> Belonging:
    """It was written down by mistake, and nothing of it was given back."""
    fresh = _locked(belonging, by=by)
    if fresh.struck_at or fresh.given:
        raise Refused(_("Món này đã gạch hoặc đã trả, nên không gạch được nữa."))
    fresh.struck_at, fresh.struck_by = now, by
    fresh.save(update_fields=["struck_at", "struck_by"])
    note("belonging.struck", by=by, about=fresh)
    return fresh


@together
def leave_house(
    *, stay: "ShelterStay", kept: Mapping[str, str], by: Any, now: datetime, **left: Any
) -> "ShelterStay":
    """She leaves; of everything still kept it is said that she has it, or why not yet.

    `kept` says for each thing, by its id, how she confirmed that she has it, or why it stays.
    """
    for each in queries.kept_of(stay, by):
        said = kept.get(str(each.pk), "")
        if not said:
            raise Refused(_("Nhà còn giữ đồ của chị ấy. Hãy trả, hoặc ghi vì sao chưa trả."))
        if said in HerWord:
            left_over, seen = each.kept, each.given
            give_back(belonging=each, amount=left_over, seen=seen, her_word=said, by=by, now=now)
        else:
            keep_on(belonging=each, why=said, by=by, now=now)
    return protection.leave(stay=stay, by=by, now=now, **left)


def _locked(belonging: Belonging, *, by: Any) -> Belonging:
    refuse_others(agency_id=belonging.book.agency_id, by=by)
    fresh = Belonging.objects.select_for_update(of=("self",)).get(pk=belonging.pk)
    fresh.book = belonging.book
    return fresh
