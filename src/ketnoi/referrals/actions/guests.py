"""Partners without an account: a link to one request, a code told by phone, and their answers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.agencies import actions as agencies
from ketnoi.foundation import links
from ketnoi.foundation.action import Refused, action, note, together
from ketnoi.foundation.actor import Guest
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.guard.hiding import shut_out
from ketnoi.law import queries as law
from ketnoi.referrals import access, queries
from ketnoi.referrals.actions.answering import (
    accept_referral,
    begin_service,
    close_referral,
    decline_referral,
)
from ketnoi.referrals.models import GuestLink, Referral
from ketnoi.referrals.terms import LinkEnd, State

STEPS: dict[str, Callable[..., Referral]] = {
    State.ACCEPTED: accept_referral,
    State.DECLINED: decline_referral,
    State.IN_SERVICE: begin_service,
    State.CLOSED: close_referral,
}


@action
def issue_link(
    *, referral: Referral, way: str, by: Any, now: datetime
) -> tuple[GuestLink, str, str]:
    """A partner without an account may answer: gives the link, its token and its code, once.

    An older link to the same request dies in the same moment.
    """
    fresh = Referral.objects.select_for_update(of=("self",)).get(pk=referral.pk)
    if not access.may_issue_link(member=by, referral=fresh):
        raise Refused(_("Chỉ nơi gửi mới cấp được liên kết khách, khi chuyển gửi còn mở."))
    _end(referral, LinkEnd.REPLACED, by=by, now=now)
    token, code = links.new_token(), links.new_code()
    link = GuestLink(
        id=links.id_of(token),
        referral=referral,
        case_id=referral.case_id,
        holder_id=referral.holder_id,
        from_agency_id=referral.from_agency_id,
        to_agency_id=referral.to_agency_id,
        way=way,
        issued_at=now,
        issued_by=by,
        until=_until(referral, now),
    )
    link.code_mark = links.code_mark(link.pk, code)
    link.close(token, referral.opened, within=referral.erased_with())
    link.save(force_insert=True)
    note("guest_link.issued", by=by, about=referral, way=way, link=link.pk)
    return link, token, code


@action
def recall_link(*, referral: Referral, by: Any, now: datetime) -> Referral:
    """The link stops working at once; the request itself goes on."""
    if not access.is_sender(member=by, referral=referral):
        raise Refused(_("Chỉ nơi gửi mới thu hồi được liên kết khách."))
    if not _end(referral, LinkEnd.RECALLED, by=by, now=now):
        raise Refused(_("Không còn liên kết nào đang dùng được."))
    note("guest_link.recalled", by=by, about=referral)
    return referral


@action
def try_code(*, link: GuestLink, code: str, by: Any, now: datetime) -> bool:
    """Somebody says the code of a link: whether it is right. Too many wrong ones end the link."""
    fresh = _hold(link, by=by, now=now)
    if links.knock(fresh, code, most=_most_wrong_codes(now), now=now):
        fresh.save(update_fields=["wrong_codes", "opened_at"])
        _note_opened(fresh, by=by)
        return True
    if fresh.ended_at:
        fresh.ended_why = LinkEnd.LOCKED
        but = shut_out(fresh.case_id).members
        agencies.tell_with_substitute(member_id=fresh.issued_by_id, but=but)
    fresh.save(update_fields=["wrong_codes", "ended_at", "ended_why"])
    verb = "guest_link.locked" if fresh.ended_at else "guest_link.wrong_code"
    note(verb, by=by, about=fresh, shared=True, tried=fresh.wrong_codes)
    return False


@together
def answer_as_guest(*, link: GuestLink, step: str, by: Any, now: datetime, **said: Any) -> Referral:
    """One step of the request by whoever holds its link; of two at once the second is refused."""
    _hold(link, by=by, now=now)
    return _step(step, by=by, now=now, **said)


@together
def answer_by_phone(*, link: GuestLink, step: str, by: Any, now: datetime, **said: Any) -> Referral:
    """The asking agency types what the partner told by phone, after the code was right."""
    fresh = _hold(link, by=by, now=now)
    guest = replace(fresh.guest, typed_by=by.member_id)
    with acting(guest):
        return _step(step, by=guest, now=now, **said)


def _step(step: str, *, by: Any, now: datetime, **said: Any) -> Referral:
    referral = queries.referral_of_guest(by)
    if referral is None or step not in STEPS:
        raise Refused(_gone())
    return STEPS[step](referral=referral, by=by, now=now, **said)


def _hold(link: GuestLink, *, by: Any, now: datetime) -> GuestLink:
    """Nobody else uses or ends the link until this step is done. Refused when it leads nowhere."""
    fresh = GuestLink.objects.select_for_update(of=("self",)).filter(pk=link.pk).first()
    if fresh is None or not access.may_use_link(member=by, link=fresh) or not fresh.lives(now):
        raise Refused(_gone())
    if isinstance(by, Guest) and queries.referral_of_guest(by) is None:
        raise Refused(_gone())
    return fresh


def _end(referral: Referral, why: str, *, by: Any, now: datetime) -> int:
    found = GuestLink.objects.filter(referral=referral, ended_at=None)
    return found.update(ended_at=now, ended_why=why, ended_by=by)


def _until(referral: Referral, now: datetime) -> datetime:
    """As long as the network agreed, and never longer than her yes."""
    agreed = law.due(code="referral.guest_link", start=now)
    return min(agreed, referral.consent.ends_at) if referral.consent else agreed


def _most_wrong_codes(now: datetime) -> int:
    day = now.astimezone(ZONE).date()
    return int(law.fact("referral.guest_wrong_codes", on=day).value or 0)


def _note_opened(link: GuestLink, *, by: Any) -> None:
    if isinstance(by, Guest):
        note(queries.SEEN, by=by, about=queries.referral_of_guest(by), look=True)
    else:
        note("guest_link.told", by=by, about=link)


def _gone() -> str:
    return _("Liên kết này không còn dùng được. Hãy gọi cho nơi đã đưa liên kết cho bạn.")
