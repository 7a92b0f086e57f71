"""Partners without an account: a link, a code told by phone, and one answer about somebody."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.agencies import actions as agencies
from ketnoi.foundation import links
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.actor import System
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.guard.hiding import shut_out
from ketnoi.law import queries as law
from ketnoi.livelihood import access
from ketnoi.livelihood.actions.partners import end_links
from ketnoi.livelihood.actions.steps import refuse_gone_offer
from ketnoi.livelihood.models import Candidate, PartnerLink, Placement
from ketnoi.livelihood.terms import LinkEnd, PartnerAnswer


@action
def issue_partner_link(
    *, placement: Placement, by: Any, now: datetime
) -> tuple[PartnerLink, str, str]:
    """She said yes, and the partner has no account: gives the link, its token and its code, once.

    An older link for the same proposal dies in the same moment.
    """
    fresh = Placement.objects.select_for_update(of=("self",)).select_related("opportunity")
    placement = fresh.get(pk=placement.pk)
    if not access.may_issue_link(member=by, placement=placement):
        raise Refused(_("Chỉ cấp được liên kết khi người được hỗ trợ đã đồng ý và chờ nơi nhận."))
    if Candidate.objects.filter(placement=placement).exists():
        raise Refused(_("Nơi nhận này có tài khoản và tự trả lời trong hệ thống."))
    refuse_gone_offer(placement.opportunity)
    end_links(placement=placement, why=LinkEnd.REPLACED, now=now)
    token, code = links.new_token(), links.new_code()
    link = PartnerLink(
        id=links.id_of(token),
        placement=placement,
        case_id=placement.case_id,
        holder_id=placement.holder_id,
        agency_id=placement.agency_id,
        title=placement.opportunity.title,
        told=placement.told,
        issued_at=now,
        issued_by=by,
        until=law.due(code="referral.guest_link", start=now),
    )
    link.code_mark = links.code_mark(link.pk, code)
    link.save(force_insert=True)
    note("partner_link.issued", by=by, about=placement, link=link.pk)
    return link, token, code


@action
def recall_partner_link(*, placement: Placement, by: Any, now: datetime) -> Placement:
    """The link stops working at once; the proposal itself goes on."""
    if not access.desks(member=by, placement=placement):
        raise Refused(_("Đề xuất này do đơn vị khác làm."))
    if not end_links(placement=placement, why=LinkEnd.RECALLED, now=now):
        raise Refused(_("Không còn liên kết nào đang dùng được."))
    note("partner_link.recalled", by=by, about=placement)
    return placement


@action
def try_partner_code(*, link: PartnerLink, code: str, by: Any, now: datetime) -> bool:
    """Somebody says the code of a link: whether it is right. Too many wrong ones end the link."""
    fresh = _hold(link, by=by, now=now)
    if links.knock(fresh, code, most=_most_wrong_codes(now), now=now):
        fresh.save(update_fields=["wrong_codes", "opened_at"])
        note("partner_link.opened", by=by, about=fresh, look=True)
        return True
    if fresh.ended_at:
        fresh.ended_why, fresh.told = LinkEnd.LOCKED, []
        but = shut_out(fresh.case_id).members
        agencies.tell_with_substitute(member_id=fresh.issued_by_id, but=but)
    fresh.save(update_fields=["wrong_codes", "ended_at", "ended_why", "told"])
    verb = "partner_link.locked" if fresh.ended_at else "partner_link.wrong_code"
    note(verb, by=by, about=fresh, shared=True, tried=fresh.wrong_codes)
    return False


@action
def say_by_link(
    *, link: PartnerLink, answer: str, reason: str, by: Any, now: datetime
) -> PartnerLink:
    """Whoever holds the link takes somebody, or says no with a reason; the link ends with it."""
    fresh = _hold(link, by=by, now=now)
    if answer == PartnerAnswer.DECLINED and not reason:
        raise Refused(_("Hãy chọn lý do không nhận."))
    fresh.answer, fresh.reason = answer, reason if answer == PartnerAnswer.DECLINED else ""
    fresh.ended_at, fresh.ended_why, fresh.told = now, LinkEnd.ANSWERED, []
    fresh.save(update_fields=["answer", "reason", "ended_at", "ended_why", "told"])
    note("partner_link.answered", by=by, about=fresh, answer=answer, reason=fresh.reason)
    return fresh


@action
def end_old_links(*, by: System, now: datetime) -> int:
    """What was told leaves a link whose time is over, though nobody opened it."""
    old = PartnerLink.objects.filter(ended_at=None, until__lte=now)
    ended = old.update(ended_at=now, ended_why=LinkEnd.OVER, told=[])
    note("partner_link.over", by=by, about=None, count=ended)
    return ended


def _hold(link: PartnerLink, *, by: Any, now: datetime) -> PartnerLink:
    """Nobody else uses or ends the link until this step is done. Refused when it has ended."""
    fresh = PartnerLink.objects.select_for_update(of=("self",)).filter(pk=link.pk).first()
    if fresh is None or not access.may_use_link(member=by, link=fresh) or not fresh.lives(now):
        raise Refused(
            _("Liên kết này không còn dùng được. Hãy gọi cho nơi đã đưa liên kết cho bạn.")
        )
    return fresh


def _most_wrong_codes(now: datetime) -> int:
    day = now.astimezone(ZONE).date()
    return int(law.fact("referral.guest_wrong_codes", on=day).value or 0)
