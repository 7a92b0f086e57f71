"""The invented network: a Women's Union in each commune, offices of the province, one shelter.

A commune holds the same number of files whatever the size; ten times the files are ten times the
communes and provinces. Only the one shelter for the whole country receives ten times as much.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Model

from ketnoi.agencies.models import Agency, AgencyKey, AgencySecret, Agreement, Member, Party
from ketnoi.agencies.terms import AGREED
from ketnoi.bench.paperwork import Cast
from ketnoi.bench.stories import Story
from ketnoi.directory.models import Service
from ketnoi.foundation.vietnamese.text import fold

HELD = 60
LONG_AGO = date(2000, 1, 1)
COUNTRY, COORDINATION = "country", "coordination"
DESKS = {
    "safe_place": "shelter",
    "papers_legal": "legal_aid",
    "health": "health_dept",
    "livelihood": "job_service",
}
COUNTRY_SHARE = 10
OFFICERS = {"commune": 2, "province": 4, "centre": 8}


@dataclass(frozen=True)
class Desk:
    """An agency with its people, and the service that others ask of it."""

    agency: Agency
    members: list[Member]
    service: Service

    @property
    def users(self) -> list[Model]:
        """How its people sign in."""
        return [member.user for member in self.members]


class Network:
    """Everybody who takes part when there are this many files."""

    def __init__(self, files: int, *, provinces_of: int, since: datetime) -> None:
        self.files, self.per_province, self.since = files, provinces_of, since
        self.communes = max(2, -(-files // HELD))
        self.provinces = -(-self.communes // provinces_of)

    @cached_property
    def desks(self) -> dict[str, Desk]:
        """Every agency by its key."""
        return dict(self._desks())

    @cached_property
    def keys(self) -> dict[UUID, AgencyKey]:
        """What is closed for each agency is closed with these; read back from the database."""
        return {key.agency_id: key for key in AgencyKey.objects.all()}

    def new_keys(self) -> tuple[list[AgencyKey], list[AgencySecret]]:
        """A fresh pair of keys for every agency."""
        pairs = [AgencyKey.new_pair(desk.agency) for desk in self.desks.values()]
        return [key for key, _ in pairs], [secret for _, secret in pairs]

    def agreement(self) -> tuple[Agreement, list[Party]]:
        """One agreement that all of them signed."""
        asked = [purpose for purpose, _label in AGREED]
        about = {"since": LONG_AGO, "made_at": self.since, "purposes": asked}
        made = Agreement(title="Quy chế giả", **about)
        signed = {"agreement": made, "signed_at": self.since}
        return made, [Party(agency=desk.agency, **signed) for desk in self.desks.values()]

    def home(self, number: int) -> Desk:
        """Who holds a file: neighbours in number are not neighbours in place."""
        return self.desks[f"commune-{number % self.communes}"]

    def cast(self, story: Story) -> Cast:
        """Who takes part in a file."""
        home, asked = self.home(story.number), self._asked(story)
        officer = home.members[story.number // self.communes % len(home.members)]
        answers = asked.members[story.number % len(asked.members)]
        return Cast(home.agency, officer, asked.agency, answers, asked.service, self.keys)

    def _asked(self, story: Story) -> Desk:
        commune = story.number % self.communes
        if story.purpose == "follow_up":
            return self.desks[f"commune-{(commune + 1) % self.communes}"]
        if story.purpose == "safe_place" and story.number % COUNTRY_SHARE == 0:
            return self.desks[COUNTRY]
        return self.desks[f"{DESKS[story.purpose]}-{commune // self.per_province}"]

    def _desks(self) -> Iterator[tuple[str, Desk]]:
        for number in range(self.communes):
            key = f"commune-{number}"
            yield key, self._desk(key, "women_union", "commune", "follow_up")
        for number in range(self.provinces):
            for purpose, function in DESKS.items():
                key = f"{function}-{number}"
                yield key, self._desk(key, function, "province", purpose)
        yield COUNTRY, self._desk(COUNTRY, "shelter", "centre", "safe_place")
        yield COORDINATION, self._desk(COORDINATION, "women_union", "province", "", "coordinator")

    def _desk(
        self, key: str, function: str, level: str, purpose: str, role: str = "caseworker"
    ) -> Desk:
        drawn = random.Random(key)  # noqa: S311 - the same ids in every process
        name = f"Đơn vị giả {key}"
        agency = Agency(pk=_id(drawn), key=key, function=function, level=level, name=name)
        users = [_user(key, number, drawn) for number in range(OFFICERS[level])]
        own = {"agency": agency, "role": role, "since": self.since}
        members = [
            Member(pk=_id(drawn), user=user, name=f"Cán bộ {number}", **own)
            for number, user in enumerate(users)
        ]
        return Desk(agency, members, _service(agency, purpose, drawn))


def _user(key: str, number: int, drawn: random.Random) -> Any:
    return get_user_model()(pk=drawn.getrandbits(30), username=f"{key}-{number}")


def _service(agency: Agency, purpose: str, drawn: random.Random) -> Service:
    return Service(
        pk=_id(drawn),
        key=agency.key,
        source="dữ liệu giả",
        agency=agency,
        function=agency.function,
        location_secret=agency.function == "shelter",
        name=f"Dịch vụ của {agency.name}",
        purposes=[purpose] if purpose else [],
        folded=fold(agency.name),
    )


def _id(drawn: random.Random) -> UUID:
    return UUID(int=drawn.getrandbits(128), version=4)
