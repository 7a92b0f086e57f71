"""Links that work once: to join an agency, and to choose a new password."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from ketnoi.agencies import access, queries, rules
from ketnoi.agencies.actions.sessions import end_sessions
from ketnoi.agencies.models import Invitation, Member
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.actor import Actor
from ketnoi.foundation.crypto import tag


@action
def invite_member(*, name: str, role: str, by: Actor, now: datetime) -> tuple[Invitation, str]:
    """Ask somebody to join one's own agency; the link is told once and kept nowhere."""
    if not access.may_invite(by=by):
        raise Refused(_("Chỉ phụ trách hoặc quản trị mới mời được người mới."))
    if not access.may_give_role(by=by, role=role):
        raise Refused(_("Chỉ quản trị cho hoặc thay được vai của cả mạng lưới."))
    invitation, token = _link(rules.INVITATION_LASTS, name=name, role=role, by=by, now=now)
    note("member.invited", by=by, about=invitation, role=role)
    return invitation, token


@action
def send_password_link(*, member: Member, by: Member, now: datetime) -> tuple[Invitation, str]:
    """Somebody forgot her password: a link with which she, and nobody else, chooses a new one."""
    if member.pk == by.pk or member.left_at or not access.may_manage(by=by, member=member):
        raise Refused(_("Chỉ phụ trách hoặc quản trị của đơn vị làm được việc này."))
    if not access.may_give_role(by=by, role=member.role):
        raise Refused(_("Chỉ quản trị cho hoặc thay được vai của cả mạng lưới."))
    if queries.is_program(member.pk):
        raise Refused(_("Đây là một chương trình. Chỉ cho nghỉ được, rồi cho vào lại nếu cần."))
    if queries.acts_elsewhere(member):
        # Whoever holds the link holds the account, and the other agency's files with it.
        raise Refused(_("Người này còn làm cho đơn vị khác. Hãy nhờ người vận hành hệ thống."))
    Invitation.objects.filter(renews=member, accepted_at=None, until__gt=now).update(until=now)
    invitation, token = _link(
        rules.PASSWORD_LINK_LASTS, name=member.name, role=member.role, renews=member, by=by, now=now
    )
    note("member.password_link_sent", by=by, about=member)
    return invitation, token


@action
def withdraw_invitation(*, invitation: Invitation, by: Member, now: datetime) -> Invitation:
    """A link that went to the wrong place stops working."""
    if not access.may_invite(by=by) or invitation.agency_id != by.agency_id:
        raise Refused(_("Chỉ phụ trách hoặc quản trị mới rút lại được lời mời."))
    invitation = _open(invitation, now)
    invitation.until = now
    invitation.save(update_fields=["until"])
    note("member.invitation_withdrawn", by=by, about=invitation)
    return invitation


@action
def accept_invitation(
    *,
    invitation: Invitation,
    username: str,
    password: str,
    by: Actor,
    now: datetime,
    address: str = "",
) -> Member:
    """The invited person chooses how she signs in, and the link stops working."""
    invitation = _open(invitation, now)
    if get_user_model().objects.filter(username__iexact=username).exists():
        raise Refused(_("Tên đăng nhập này đã có người dùng. Hãy chọn tên khác."))
    user = get_user_model().objects.create_user(username, address or None, password)
    member = _join(invitation, user, now)
    note("member.joined", by=by, about=member, role=member.role)
    return member


@action
def accept_with_account(*, invitation: Invitation, user: Any, by: Actor, now: datetime) -> Member:
    """Somebody who signs in already begins to act for one more agency."""
    invitation = _open(invitation, now)
    if Member.objects.filter(user=user, agency_id=invitation.agency_id, left_at=None).exists():
        raise Refused(_("Bạn đã làm việc cho đơn vị này rồi."))
    member = _join(invitation, user, now)
    note("member.joined", by=by, about=member, role=member.role)
    return member


@action
def renew_password(*, invitation: Invitation, password: str, by: Actor, now: datetime) -> Member:
    """Somebody who forgot her password chooses a new one; she is signed out everywhere."""
    invitation = _open(invitation, now)
    member = invitation.renews
    if member is None or member.left_at or queries.acts_elsewhere(member):
        raise Refused(_("Liên kết này không còn dùng được. Hãy xin phụ trách một liên kết mới."))
    member.user.set_password(password)
    member.user.save(update_fields=["password"])
    end_sessions(user_id=member.user_id, now=now)
    _used(invitation, member, now)
    note("member.password_renewed", by=by, about=member)
    return member


def _link(lasts: timedelta, *, by: Any, now: datetime, **facts: Any) -> tuple[Invitation, str]:
    token = secrets.token_urlsafe(24)
    invitation = Invitation.objects.create(
        agency_id=by.agency_id,
        token_tag=tag("invitation", token),
        invited_at=now,
        invited_by_id=by.member_id,
        until=now + lasts,
        **facts,
    )
    return invitation, token


def _open(invitation: Invitation, now: datetime) -> Invitation:
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if invitation.accepted_at or invitation.until <= now:
        raise Refused(_("Lời mời này không còn dùng được. Hãy xin phụ trách gửi lời mời mới."))
    return invitation


def _join(invitation: Invitation, user: Any, now: datetime) -> Member:
    member = Member.objects.create(
        user=user,
        agency_id=invitation.agency_id,
        role=invitation.role,
        name=invitation.name,
        since=now,
    )
    _used(invitation, member, now)
    return member


def _used(invitation: Invitation, member: Member, now: datetime) -> None:
    invitation.accepted_at, invitation.accepted_by = now, member
    invitation.save(update_fields=["accepted_at", "accepted_by"])
