"""A program of an agency takes part in the network: it gets a token, and ends like any member."""

from datetime import datetime

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from ketnoi.agencies import access, rules
from ketnoi.agencies.models import Member, ProgramToken
from ketnoi.agencies.terms import Role
from ketnoi.foundation import links
from ketnoi.foundation.action import Refused, action, note


@action
def join_program(*, name: str, by: Member, now: datetime) -> tuple[ProgramToken, str]:
    """A program may answer for one's own agency; its token is told once and kept nowhere.

    It answers requests like an officer, is in charge of no file, and cannot sign in to any page.
    """
    if not access.may_manage_members(member=by):
        raise Refused(_("Chỉ phụ trách hoặc quản trị mới cho chương trình vào."))
    token = links.new_token()
    key = links.id_of(token)
    user = get_user_model().objects.create_user(f"chuong-trinh-{key.hex[:12]}", is_active=False)
    member = Member.objects.create(
        user=user, agency_id=by.agency_id, role=Role.CASEWORKER, name=name, since=now
    )
    lasts = {"made_at": now, "until": now + rules.PROGRAM_LASTS}
    known = ProgramToken(pk=key, member=member, made_by=by, **lasts)
    known.save(force_insert=True)
    note("program.joined", by=by, about=member)
    return known, token
