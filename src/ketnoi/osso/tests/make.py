"""Scenes of a one-stop office."""

from datetime import timedelta
from typing import Any

from ketnoi.agencies.models import Agency, Member
from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as doors
from ketnoi.cases import queries as files
from ketnoi.cases.models import Case, Task
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.guard.context import acting
from ketnoi.osso import actions, queries
from ketnoi.osso.models import Appointment, Session, WalkIn

WORDS = "Muốn cháu có giấy khai sinh để đi học"
HOURS = timedelta(hours=1)
KINDS = ("sort_wishes", "child_papers", "appointment", "call_her")


def office() -> Agency:
    """A one-stop office."""
    return agencies.agency("osso", "province")


def officer(at: Agency | None = None, role: str = "caseworker", name: str = "Kim") -> Member:
    """Somebody of a one-stop office."""
    return agencies.member(at or office(), role=role, name=name)


def case(by: Member, **facts: Any) -> Case:
    """A file of the office."""
    return cases.case(by, **{"needs": [], "risk": "low", "reasons": [], **facts})


def child(**said: Any) -> dict[str, Any]:
    """A child that came with her and has no papers."""
    about = {"kind": "child", "called": "Bé Na", "lives": "her", "carer": "unknown"}
    born = {"born_in": "KR", "registered": "nowhere", "nationality": "none"}
    return {
        "about": {**about, "birth_year": 2021},
        "addresses": [],
        "papers": [],
        "child": born,
    } | (said)


def walked_in(file: Case, *categories: str, by: Member, **said: Any) -> WalkIn:
    """She came, and said what she wants."""
    about = {
        "once": "trang-1",
        "words": WORDS,
        "country": "KR",
        "back_year": 2026,
        "her": {},
        "family": [],
        "now": clock.now(),
        **said,
    }
    return actions.receive_walk_in(case=file, categories=list(categories), by=by, **about)


def planned(file: Case, *, by: Member, hours: int = 24, **said: Any) -> Appointment:
    """An appointment some hours from now."""
    about = {"category": "legal", "channel": "office", "now": clock.now(), **said}
    starts_at = said.pop("starts_at", clock.now() + hours * HOURS)
    return actions.make_appointment(case=file, by=by, **{**about, "starts_at": starts_at})


def kept(appointment: Appointment, *, by: Member, **said: Any) -> Session:
    """They met, an hour after it began."""
    about = {"channel": "office", "minutes": 45, "client": None, **said}
    now = about.pop("now", appointment.starts_at + HOURS)
    return actions.keep_appointment(appointment=appointment, by=by, now=now, **about)


def held(file: Case, category: str = "legal", *, by: Member, **said: Any) -> Session:
    """A session without an appointment."""
    about = {
        "once": str(clock.now()),
        "channel": "phone",
        "held_on": clock.today(),
        "minutes": None,
        "client": None,
        "now": clock.now(),
        **said,
    }
    return actions.record_session(case=file, category=category, by=by, **about)


def opened(file: Case, to: Agency) -> None:
    """The file is open to another agency, as after an accepted referral."""
    now = clock.now()
    with writing(), acting(file.keeper):
        door = doors.prepare_door(
            case=file, agency_id=to.pk, basis="consent", consent=None, until=None, now=now
        )
        doors.open_door(door_id=door.pk, now=now)


def signed_in(client: Any, member: Member) -> Any:
    """A browser in which this member works."""
    client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def desk(member: Member, *kinds: str) -> list[Task]:
    """What waits at the office."""
    with acting(member):
        return [task for task in files.to_do(member) if task.kind in (kinds or KINDS)]


def wishes(file: Case, member: Member) -> dict[str, str]:
    """What became of each wish."""
    with acting(member):
        return {wish.category: wish.state for wish in queries.wishes_of(file, member)}


def rows(member: Member, model: Any, **only: Any) -> list[Any]:
    """The rows of a table that this member may know of."""
    with acting(member):
        return list(model.objects.visible_to(member).filter(**only).order_by("pk"))


def one(member: Member, model: Any, **only: Any) -> Any:
    """The one row there is."""
    [found] = rows(member, model, **only)
    return found


def count(member: Member, model: Any) -> int:
    """How many rows there are."""
    return len(rows(member, model))
