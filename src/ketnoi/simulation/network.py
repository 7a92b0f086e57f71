"""The invented network: agencies with their officers, what they offer, and how they keep at it."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model

from ketnoi.agencies import actions as agencies
from ketnoi.agencies.models import Member
from ketnoi.agencies.terms import AGREED
from ketnoi.directory.models import Service
from ketnoi.foundation import bulk
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.vietnamese.text import fold
from ketnoi.simulation.chance import Chance, assumed

MAIL = "ket-noi.example"
WATCH = "coordinators"
INVENTED = "(dữ liệu giả)"


@dataclass(frozen=True)
class Desk:
    """An agency: who works there, what is asked of it, how its people keep at it."""

    key: str
    purpose: str
    habit: str
    members: list[Any]
    service: Any
    places: int | None
    away: dict[str, list[tuple[float, float]]]
    full: list[tuple[float, float]]

    @property
    def habits(self) -> dict[str, Any]:
        """How its people keep at it."""
        return assumed()["habits"][self.habit]

    @property
    def is_commune(self) -> bool:
        """Whether women are received here."""
        return self.places is None and self.purpose == "follow_up"

    def present(self, at: float) -> list[Any]:
        """The officers who are not on leave, so many days after the start."""
        return [m for m in self.members if not within(at, self.away[m.user.username])]

    def is_full(self, at: float) -> bool:
        """Whether it takes nobody for a while, whatever stands on paper."""
        return within(at, self.full)


def within(at: float, spells: list[tuple[float, float]]) -> bool:
    """Whether a moment lies in one of these stretches."""
    return any(since <= at < until for since, until in spells)


def found(now: datetime) -> None:
    """The agencies join and agree, with their officers and a coordinator; the directory knows."""
    joined = []
    for key, row, number in _rows():
        agency = agencies.add_agency(
            key=key,
            name=f"{key} {INVENTED}",
            function=row["function"],
            level=row["level"],
            by=NETWORK,
        )
        for officer in range(row["officers"]):
            _join(agency, f"{key}-{officer}", "caseworker", now)
        bulk.load([_service(agency, row["purpose"], number)])
        joined.append(agency)
    watch = agencies.add_agency(
        key=WATCH, name=f"{WATCH} {INVENTED}", function="women_union", level="province", by=NETWORK
    )
    _join(watch, WATCH, "coordinator", now)
    _agree(joined, now)


def desks(chance: Chance, days: int) -> list[Desk]:
    """Every agency as it stands in the database, with leave and full spells from the seed."""
    return [_desk(key, row, number, chance, days) for key, row, number in _rows()]


def coordinator() -> Any:
    """Who watches over the network."""
    return Member.objects.select_related("user", "agency").get(user__username=WATCH)


def address(username: str) -> str:
    """Where somebody is told that something waits."""
    return f"{username}@{MAIL}"


def _rows() -> Iterator[tuple[str, dict[str, Any], int]]:
    for row in assumed()["desks"]:
        for number in range(len(row["habits"])):
            yield f"{row['function'].replace('_', '-')}-{number}", row, number


def _agree(joined: list[Any], now: datetime) -> None:
    """One agreement of all, on the clocks of the network."""
    made = agencies.propose_agreement(
        title=f"Quy chế {INVENTED}",
        number="",
        purposes=[purpose for purpose, _label in AGREED],
        since=assumed()["start"],
        until=None,
        answer_hours=None,
        answer_days=None,
        agencies=joined,
        by=NETWORK,
        now=now,
    )
    for party in made.parties.all():
        agencies.sign_agreement(party=party, by=NETWORK, now=now)


def _join(agency: Any, username: str, role: str, now: datetime) -> None:
    agencies.add_member(
        agency=agency, username=username, name=f"Cán bộ {username}", role=role, by=NETWORK, now=now
    )
    get_user_model().objects.filter(username=username).update(email=address(username))


def _service(agency: Any, purpose: str, number: int) -> Service:
    return Service(
        pk=uuid.uuid4(),
        key=agency.key,
        source="dữ liệu giả",
        agency=agency,
        function=agency.function,
        location_secret=agency.function == "shelter",
        name=f"Dịch vụ {number} {INVENTED}",
        purposes=[purpose],
        folded=fold(agency.name),
    )


def _desk(key: str, row: dict[str, Any], number: int, chance: Chance, days: int) -> Desk:
    found = Member.objects.filter(agency__key=key).select_related("user", "agency")
    members = sorted(found, key=lambda member: member.user.username)
    leave, full = assumed()["leave"], assumed()["full"]
    names = [member.user.username for member in members]
    return Desk(
        key=key,
        purpose=row["purpose"],
        habit=row["habits"][number],
        members=members,
        service=Service.objects.select_related("agency").get(key=key),
        places=row["places"][number] if "places" in row else None,
        away={
            name: chance.spells(leave["every_days"], leave["lasts_days"], days, "leave", name)
            for name in names
        },
        full=chance.spells(full["every_days"], full["lasts_days"], days, "full", key)
        if "places" in row
        else [],
    )
