"""The people one can be in the demo, and those who help to tell its stories."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model

from ketnoi.agencies import actions, queries
from ketnoi.demo.clockwork import Calendar
from ketnoi.demo.invented import MARK
from ketnoi.foundation.actor import NETWORK

PROVINCE = "92"
MAIL = "ket-noi.example"
JOINED = 505
WORKSHOP = "demo-workshop"


@dataclass(frozen=True)
class Role:
    """Somebody of the cast."""

    key: str
    name: str
    role: str
    agency: str


CAST = (
    Role("lan", "Lan", "caseworker", "wu-my-tu"),
    Role("minh", "Minh", "verifier", "police-can-tho"),
    Role("yen", "Yến", "caseworker", "peace-house"),
    Role("kim", "Kim", "caseworker", "osso-can-tho"),
    Role("dung", "Dung", "caseworker", "job-service-can-tho"),
    Role("hoa", "Hoa", "coordinator", "wu-can-tho"),
    Role("phuc", "Phúc", "verifier", "health-dept-can-tho"),
    Role("tam", "Tâm", "specialist", "legal-aid-can-tho"),
    Role("binh", "Bình", "caseworker", "blind-can-tho"),
    Role("sa", "Sa", "volunteer", "wu-my-tu"),
    Role("quan", "Quân", "admin", "wu-can-tho"),
    Role("mai", "Mai", "lead", "wu-my-tu"),
    Role("son", "Sơn", "lead", "police-can-tho"),
    Role("hanh", "Hạnh", "lead", "peace-house"),
    Role("ngan", "Ngân", "lead", "osso-can-tho"),
    Role("thao", "Thảo", "specialist", "peace-house"),
    Role("vy", "Vy", "caseworker", WORKSHOP),
)


def people() -> list[dict[str, str]]:
    """Who can be played, in the order in which they tell the story, and how to sign in as each."""
    return [_told(member) for member in queries.demo_members()]


def join(calendar: Calendar) -> dict[str, Any]:
    """The cast begins to act for its agencies. Gives the members by key."""
    calendar.begin()
    _open_workshop()
    return {role.key: _join(role, calendar) for role in CAST}


def _open_workshop() -> None:
    """An employer with an account of its own, which exists in the demo only."""
    about = {"function": "employer", "level": "commune", "province_id": PROVINCE}
    actions.add_agency(key=WORKSHOP, name=f"Xưởng may Mẫu {MARK}", by=NETWORK, **about)


def _join(role: Role, calendar: Calendar) -> Any:
    username = f"{queries.DEMO}{role.key}"
    member = actions.add_member(
        agency=queries.agency(role.agency),
        username=username,
        name=role.name,
        role=role.role,
        by=NETWORK,
        now=calendar.ago(JOINED, "8:00"),
    )
    get_user_model().objects.filter(username=username).update(email=f"{role.key}@{MAIL}")
    return member


def _told(member: Any) -> dict[str, str]:
    key = member.user.get_username().removeprefix(queries.DEMO)
    return {
        "key": key,
        "role": member.role,
        "agency": member.agency.name,
        "sign_in": f"/cb/vao-vai/{key}/",
    }
