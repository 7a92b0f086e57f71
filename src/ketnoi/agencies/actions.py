"""What is done with agencies and members."""

import secrets
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from ketnoi.agencies import access, rules
from ketnoi.agencies.models import Agency, AgencyName, Invitation, Member
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.actor import Actor
from ketnoi.foundation.crypto import tag
from ketnoi.places import queries as places

NETWORK = Path(__file__).parent / "data" / "network.toml"


@action
def load_network(*, by: Actor) -> int:
    """The organisations of the article join, with their names of then and of now."""
    if not access.may_add_agencies(by=by):
        raise Refused(_("Chỉ quản trị mới thêm được đơn vị."))
    rows = tomllib.loads(NETWORK.read_text())["agency"]
    for row in rows:
        _load_agency(**row)
    note(
        "network.loaded",
        by=by,
        about=Agency.objects.get(key=rows[0]["key"]),
        count=len(rows),
    )
    return len(rows)


def _load_agency(*, key: str, names: list[dict[str, Any]], **facts: Any) -> None:
    province = next((p for p in places.provinces() if p.name == facts.get("province")), None)
    commune = _commune(facts.pop("commune", ""), province)
    predecessor = facts.pop("predecessor", None)
    agency, _new = Agency.objects.update_or_create(
        key=key,
        defaults={
            **facts,
            "province": province,
            "commune": commune,
            "predecessor": Agency.objects.get(key=predecessor) if predecessor else None,
        },
    )
    for named in names:
        AgencyName.objects.update_or_create(agency=agency, name=named["name"], defaults=named)


@action
def add_agency(
    *, key: str, name: str, function: str, level: str, by: Actor, **details: Any
) -> Agency:
    """An organisation joins the network."""
    if not access.may_add_agencies(by=by):
        raise Refused(_("Chỉ quản trị mới thêm được đơn vị."))
    agency, is_new = Agency.objects.update_or_create(
        key=key,
        defaults={"name": name, "function": function, "level": level, **details},
    )
    note("agency.added" if is_new else "agency.updated", by=by, about=agency, key=key)
    return agency


def _commune(name: str, province: Any) -> Any:
    matches = places.communes_like(name, province=province, limit=1) if name else []
    return matches[0].commune if matches else None


@action
def record_name(
    *,
    agency: Agency,
    name: str,
    since: date | None,
    until: date | None,
    source: str,
    by: Actor,
) -> AgencyName:
    """An agency was called this, from one day to another."""
    record, _new = AgencyName.objects.update_or_create(
        agency=agency,
        name=name,
        defaults={"since": since, "until": until, "source": source},
    )
    note("agency.named", by=by, about=agency)
    return record


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
def invite_member(*, name: str, role: str, by: Member, now: datetime) -> tuple[Invitation, str]:
    """Ask somebody to join one's own agency; the link is told once and kept nowhere."""
    if not access.may_manage_members(member=by):
        raise Refused(_("Chỉ phụ trách hoặc quản trị mới mời được người mới."))
    token = secrets.token_urlsafe(24)
    invitation = Invitation.objects.create(
        agency=by.agency,
        role=role,
        name=name,
        token_tag=tag("invitation", token),
        invited_at=now,
        invited_by=by,
        until=rules.invitation_until(invited_at=now),
    )
    note("member.invited", by=by, about=invitation, role=role)
    return invitation, token


@action
def accept_invitation(
    *, invitation: Invitation, username: str, password: str, by: Actor, now: datetime
) -> Member:
    """The invited person chooses how she signs in, and the link stops working."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if invitation.accepted_at or invitation.until <= now:
        raise Refused(_("Lời mời này không còn dùng được. Hãy xin phụ trách gửi lời mời mới."))
    if get_user_model().objects.filter(username=username).exists():
        raise Refused(_("Tên đăng nhập này đã có người dùng. Hãy chọn tên khác."))
    user = get_user_model().objects.create_user(username=username, password=password)
    member = Member.objects.create(
        user=user,
        agency=invitation.agency,
        role=invitation.role,
        name=invitation.name,
        since=now,
    )
    invitation.accepted_at, invitation.accepted_by = now, member
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    note("member.joined", by=by, about=member, role=member.role)
    return member


@action
def let_member_go(*, member: Member, by: Member, now: datetime) -> Member:
    """Somebody stops acting for the agency; what she did stays, her door closes at once."""
    if not access.may_manage_members(member=by) or member.agency_id != by.agency_id:
        raise Refused(_("Bạn chỉ cho nghỉ được người của đơn vị mình."))
    if member.pk == by.pk:
        raise Refused(_("Hãy nhờ người khác làm việc này cho bạn."))
    member.left_at, member.left_by = now, by
    member.save(update_fields=["left_at", "left_by"])
    note("member.left", by=by, about=member)
    return member
