"""Members come, change what they do, and go; the door of an account is opened and closed."""

from collections.abc import Collection
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.exceptions import AlreadyEnqueued

from ketnoi.agencies import access, queries
from ketnoi.agencies.actions.bells import silence
from ketnoi.agencies.actions.sessions import end_sessions
from ketnoi.agencies.models import Agency, Member
from ketnoi.agencies.terms import Told
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.actor import Actor
from ketnoi.foundation.jobs import app

# By name: what the jobs do is made of actions.
JOBS = "ketnoi.agencies.jobs"


@action
def add_member(
    *, agency: Agency, username: str, name: str, role: str, by: Actor, now: datetime
) -> Member:
    """Somebody begins to act for an agency (the first members, and the people of a demo)."""
    if not access.may_add_agencies(by=by):
        raise Refused(_("Người mới vào mạng lưới qua lời mời."))
    user, _new = get_user_model().objects.get_or_create(username=username)
    member, is_new = Member.objects.get_or_create(
        user=user, agency=agency, defaults={"name": name, "role": role, "since": now}
    )
    note("member.joined", by=by, about=member, role=role, new=is_new)
    return member


@action
def change_role(*, member: Member, role: str, by: Member) -> Member:
    """Somebody does something else in the agency from now on; her pages follow at once."""
    member = _person(member, by)
    if not access.may_give_role(by=by, role=role):
        raise Refused(_("Chỉ quản trị cho hoặc thay được vai của cả mạng lưới."))
    was, member.role = member.role, role
    member.save(update_fields=["role"])
    note("member.role_changed", by=by, about=member, was=was, role=role)
    return member


@action
def let_member_go(*, member: Member, by: Member, now: datetime) -> Member:
    """Somebody stops acting for the agency; what she did stays, her door closes at once."""
    member = _colleague(member, by)
    member.left_at, member.left_by = now, by
    member.save(update_fields=["left_at", "left_by"])
    silence(member=member, by=by, now=now)
    # She holds the tokens of the programs that she let in.
    programs = Member.objects.filter(token__made_by=member, left_at=None)
    ended = programs.update(left_at=now, left_by=by)
    note("member.left", by=by, about=member, programs=ended)
    return member


@action
def reset_second_factor(*, member: Member, by: Member, now: datetime) -> Member:
    """Somebody lost her phone or key: she sets up a new one when she next signs in."""
    member = _person(member, by)
    if queries.acts_elsewhere(member):
        # The account is weaker for the other agency's files too.
        raise Refused(_("Người này còn làm cho đơn vị khác. Hãy nhờ người vận hành hệ thống."))
    lost, _kinds = Authenticator.objects.filter(user_id=member.user_id).delete()
    end_sessions(user_id=member.user_id, now=now)
    silence(member=member, by=by, now=now)
    note("member.second_factor_reset", by=by, about=member, lost=lost)
    return member


@action
def note_mail_address(*, address: str, by: Member, told: str = Told.AT_ONCE) -> Member:
    """A member says where she is told that something waits for her, or nowhere, and when."""
    if not address and queries.has_bell(by.user_id):
        raise Refused(_("Hãy giữ một địa chỉ thư, phòng khi cách báo khác không dùng được."))
    by.user.email = address
    by.user.save(update_fields=["email"])
    by.told = told
    by.save(update_fields=["told"])
    note("member.mail_noted", by=by, about=by, told=bool(address), when=told)
    return by


@action
def choose_language(*, language: str, by: Member) -> Member:
    """A member says in which language she reads the screens."""
    if language not in dict(settings.LANGUAGES):
        raise Refused(_("Hãy chọn một ngôn ngữ trong danh sách."))
    by.language = language
    by.save(update_fields=["language"])
    note("member.language_chosen", by=by, about=by, language=language)
    return by


@part
def tell_later(*, agency_id: UUID, but: Collection[UUID] = ()) -> None:
    """The members of an agency hear that something waits; told once while the word is under way.

    `but` are those who must not know of it: then each of the others is told by herself.
    """
    if but:
        for member_id in set(queries.told_by_mail(agency_id)) - set(but):
            tell_member_later(member_id=member_id)
        return
    with suppress(AlreadyEnqueued), transaction.atomic():
        lock = f"tell_agency:{agency_id}"
        app.configure_task(f"{JOBS}.tell_agency", allow_unknown=False, queueing_lock=lock).defer(
            agency_id=str(agency_id)
        )


@part
def tell_with_substitute(*, member_id: UUID, but: Collection[UUID] = ()) -> None:
    """A member hears that something waits; while she is away, whoever stands in for her too."""
    substitute = queries.substitute_of(member_id)
    told = {member_id, substitute} if substitute else {member_id}
    for each in told - set(but):
        tell_member_later(member_id=each)


@part
def tell_member_later(*, member_id: UUID) -> None:
    """One member hears that something waits; told once while the word is under way."""
    with suppress(AlreadyEnqueued), transaction.atomic():
        lock = f"tell_member:{member_id}"
        app.configure_task(f"{JOBS}.tell_member", allow_unknown=False, queueing_lock=lock).defer(
            member_id=str(member_id)
        )


@part
def hold_member(*, member_id: UUID) -> None:
    """Of two things a member does in one moment, where only one may be, the second waits."""
    Member.objects.select_for_update().get(pk=member_id)


@part
def tell_coordinators(*, but: Collection[UUID] = ()) -> None:
    """Whoever watches over the network hears that something waits, save who must not know of it."""
    for member_id in set(queries.coordinators()) - set(but):
        tell_member_later(member_id=member_id)


def _person(member: Member, by: Member) -> Member:
    """A colleague who signs in and has a role; a program does neither."""
    member = _colleague(member, by)
    if queries.is_program(member.pk):
        raise Refused(_("Đây là một chương trình. Chỉ cho nghỉ được, rồi cho vào lại nếu cần."))
    return member


def _colleague(member: Member, by: Member) -> Member:
    """The newest of what is known of a colleague, if the one who acts may decide about her."""
    member = Member.objects.select_for_update().get(pk=member.pk)
    if member.pk == by.pk:
        raise Refused(_("Hãy nhờ người khác làm việc này cho bạn."))
    if not access.may_manage(by=by, member=member):
        raise Refused(_("Chỉ phụ trách hoặc quản trị của đơn vị làm được việc này."))
    if not access.may_give_role(by=by, role=member.role):
        # Her account opens more than the agency.
        raise Refused(_("Chỉ quản trị cho hoặc thay được vai của cả mạng lưới."))
    if member.left_at:
        raise Refused(_("Người này đã nghỉ ở đơn vị."))
    return member
