"""Scenes of protection."""

from datetime import timedelta
from typing import Any

from ketnoi.agencies.models import Agency, Member
from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as cases
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as files
from ketnoi.directory.models import Service
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.guard.context import acting
from ketnoi.protection import actions
from ketnoi.protection.models import ShelterStay

PLACE = "Số 8 hẻm Hoa Sứ, cổng xanh"


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


def shut(case: Case) -> None:
    """Nobody but the holder may open the file any more."""
    with writing(), acting(case.keeper):
        cases.close_doors(case=case, by=case.keeper, now=clock.now())


def signed_in(client: Any, member: Member) -> Any:
    """A browser in which this member works."""
    client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def shared_file(with_: Member) -> Case:
    """A file of the women's union in which this member's agency takes part."""
    case = files.case(agencies.member())
    opened(case, with_.agency)
    return case


def admitted(
    case: Case, by: Member, *, ago: timedelta = timedelta(0), unit: str = "women", **facts: Any
) -> ShelterStay:
    """She is in the shelter of this member, for so long already."""
    now = facts.pop("now", None) or clock.now()
    return actions.admit(
        case=case,
        unit=unit,
        address=PLACE,
        admitted_at=now - ago,
        house_rules_read=True,
        by=by,
        now=now,
        **facts,
    )


def left(stay: ShelterStay, by: Member, **facts: Any) -> ShelterStay:
    """She leaves now."""
    now = facts.pop("now", None) or clock.now()
    about = {"left_at": now, "left_reason": "safe_again", "left_to": "home", **facts}
    return actions.leave(stay=stay, **about, by=by, now=now)


def house(
    by: Member,
    *,
    women: int = 0,
    mother_child: int = 0,
    accessible: int = 0,
    is_told: bool = True,
) -> Any:
    """The lead of this member's shelter says how many places there are; a service tells of them."""
    if is_told and not Service.objects.filter(agency=by.agency).exists():
        tell_of(by.agency)
    lead = agencies.member(by.agency, role="lead", name="Hạnh")
    places = {"women": women, "mother_child": mother_child, "accessible": accessible}
    return actions.set_places(places=places, by=lead, now=clock.now())


def tell_of(agency: Agency) -> None:
    """The directory names the safe place that a shelter gives."""
    with writing():
        Service.objects.create(
            key=f"cho-o-{agency.key}",
            source="thử",
            agency=agency,
            name="Nơi an toàn",
            purposes=["safe_place"],
        )


def service_of(by: Member) -> Service:
    """What the network knows of this member's shelter."""
    return Service.objects.get(agency=by.agency)
