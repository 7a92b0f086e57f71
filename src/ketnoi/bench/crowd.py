"""A million files for measuring who reaches them: `python -m ketnoi.bench.crowd STEP …`.

Files as thin as the tables allow; agencies of very different size, each with volunteers who keep
what they took down, and doors opened to other agencies and to single members.
"""

import json
import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

AGENCIES, MEMBERS, STATUSES = 200, 20, ("received", "active", "following", "closed")
DOORS_OF_AGENCIES, DOORS_OF_MEMBERS = 0.3, 0.1
DAY, AT_ONCE = datetime(2026, 11, 20, tzinfo=UTC), 20_000


class Crowd:
    """Who is there, and which file falls to whom: always the same for the same number of files."""

    def __init__(self, files: int) -> None:
        self.files, self.chance = files, random.Random(26)  # noqa: S311 - invented data
        self.shares = [1 / (rank + 10) for rank in range(AGENCIES)]

    def load(self) -> None:
        """Everything, by COPY."""
        from ketnoi.foundation import bulk

        self._people()
        files = self._files()
        while part := list(islice(files, AT_ONCE)):
            bulk.load(part)
            bulk.load([door for file in part for door in self._doors(file)])
            print(len(part), flush=True)
        bulk.tidy()

    def _people(self) -> None:
        from django.contrib.auth import get_user_model

        from ketnoi.agencies.models import Agency, Member
        from ketnoi.foundation import bulk
        from ketnoi.foundation.crypto import new_data_key, ring
        from ketnoi.people.models import DataKey, Person

        self.agencies = [
            Agency(
                id=self._id(), key=f"dv-{n}", function="women_union", level="commune", name="Thử"
            )
            for n in range(AGENCIES)
        ]
        seats = [(agency, n) for agency in self.agencies for n in range(MEMBERS)]
        users = [get_user_model()(id=n + 1000, username=f"nguoi-{n}") for n in range(len(seats))]
        self.members = [
            Member(
                id=self._id(),
                user=user,
                agency=agency,
                role="volunteer" if n else "lead",
                name="Thử",
                since=DAY,
            )
            for user, (agency, n) in zip(users, seats, strict=True)
        ]
        keys = [DataKey(id=self._id()) for _agency in self.agencies]
        for key in keys:
            key.wrapped = ring().wrap(new_data_key(), owner=str(key.pk))
        self.persons = [
            Person(id=self._id(), key=key, holder=agency, keeper=self.members[n * MEMBERS])
            for n, (agency, key) in enumerate(zip(self.agencies, keys, strict=True))
        ]
        for records in (self.agencies, users, self.members, keys, self.persons):
            bulk.load(records)

    def _files(self) -> Iterator["Case"]:
        from ketnoi.cases.models import Case

        for number in range(self.files):
            [place] = self.chance.choices(range(AGENCIES), self.shares)
            keeper = self.members[place * MEMBERS + self.chance.randrange(MEMBERS)]
            person, agency = self.persons[place], self.agencies[place]
            yield Case(
                id=self._id(),
                code=f"KN-26-{number:07d}",
                person=person,
                key_id=person.key_id,
                holder=agency,
                keeper=keeper,
                channel="phone",
                status=self.chance.choice(STATUSES),
                received_at=DAY - timedelta(minutes=self.chance.randrange(1_500_000)),
                received_by=keeper,
            )

    def _doors(self, file: "Case") -> Iterator[Any]:
        from ketnoi.cases.models import CaseAccess

        own = {"case": file, "holder_id": file.holder_id, "basis": "legal_duty"}
        times = {"prepared_at": file.received_at, "since": file.received_at}
        if self.chance.random() < DOORS_OF_AGENCIES:
            [place] = self.chance.choices(range(AGENCIES), self.shares)
            yield CaseAccess(id=self._id(), agency=self.agencies[place], **own, **times)
        if self.chance.random() < DOORS_OF_MEMBERS:
            member = self.chance.choice(self.members)
            door = {"agency_id": member.agency_id, "member": member}
            yield CaseAccess(id=self._id(), **door, **own, **times)

    def _id(self) -> UUID:
        return UUID(int=self.chance.getrandbits(128), version=4)


def main(what: str, size: str = "0") -> None:
    """Fill a database, or measure in it and say so as one line of JSON."""
    import django

    django.setup()
    if what == "fill":
        return Crowd(int(size)).load()
    from ketnoi.bench.reaching import measure

    print(json.dumps(measure()), flush=True)
    return None


if __name__ == "__main__":
    main(*sys.argv[1:])
