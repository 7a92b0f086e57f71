"""Scenes of support."""

from decimal import Decimal
from typing import Any

from ketnoi.agencies.models import Agency, Member
from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as cases
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.guard.context import acting
from ketnoi.support import actions
from ketnoi.support.models import SupportGiven

WORDS = "Đưa đi khám, có phiên dịch đi cùng"


def officer(function: str, role: str = "caseworker", **facts: Any) -> Member:
    """Somebody of an agency with this function."""
    return agencies.member(agencies.agency(function, "province"), role=role, **facts)


def opened(case: Case, to: Agency) -> None:
    """The file is open to another agency, as after an accepted referral."""
    now = clock.now()
    with writing(), acting(case.keeper):
        door = cases.prepare_door(
            case=case, agency_id=to.pk, basis="consent", consent=None, until=None, now=now
        )
        cases.open_door(door_id=door.pk, now=now)


def signed_in(client: Any, member: Member) -> Any:
    """A browser in which this member works."""
    client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def shared_file(with_: Member) -> Case:
    """A file of the women's union in which this member's agency takes part."""
    case = files.case(agencies.member())
    opened(case, with_.agency)
    return case


def recorded(case: Case, by: Member, **facts: Any) -> SupportGiven:
    """Support that this member wrote down."""
    about = {
        "kind": "medical",
        "given_on": clock.today(),
        "hours": Decimal("1.5"),
        "cost": 500_000,
        "funds": "state",
        "detail": WORDS,
        **facts,
    }
    return actions.record_support(case=case, **about, by=by, now=clock.now())
