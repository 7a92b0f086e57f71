"""Invented people, sealed and in the index: `python -m ketnoi.bench.register SIZE` fills it."""

import hashlib
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ketnoi.bench.namesakes import Invented, Namesakes
from ketnoi.foundation.vietnamese.text import fold

if TYPE_CHECKING:
    from ketnoi.people.models import Person

SEED, AT_ONCE = 7, 5_000
DAY = datetime(2026, 11, 20, tzinfo=UTC)
AGENCY, MEMBER = UUID(int=1), UUID(int=2)
BY_TAG = "CREATE INDEX name_tags_by_tag ON kn.name_tags USING gin (tags) WITH (fastupdate = off)"
"""As the migration has it: made once after so many people, which is quicker."""


def invented(size: int) -> Iterator[tuple[UUID, Invented]]:
    """Everybody, always the same."""
    source = Namesakes(SEED)
    for number in range(size):
        digest = hashlib.blake2b(str(number).encode(), digest_size=16).digest()
        yield UUID(bytes=digest, version=4), source.draw()


def fill(size: int) -> None:
    """All of them, sealed and in the index, and in plain letters for the peer."""
    from ketnoi.bench import plain
    from ketnoi.foundation import bulk

    _agency()
    _begin(size)
    _in_one_go("DROP INDEX kn.name_tags_by_tag")
    everybody = invented(size)
    while part := list(islice(everybody, AT_ONCE)):
        _seal(part)
        print(len(part), flush=True)
    _in_one_go(BY_TAG)
    plain.fill(plain.Plain(id=pk, name=fold(w.name), yob=w.year) for pk, w in invented(size))
    bulk.tidy()


def member_of_it() -> Any:
    """Who looks for them."""
    from ketnoi.agencies.models import Member

    return Member.objects.select_related("agency").get(pk=MEMBER)


def _in_one_go(statement: str) -> None:
    from django.db import connections

    from ketnoi.foundation.bulk import OWNER

    with connections[OWNER].schema_editor() as editor:
        editor.execute(statement)


def _agency() -> None:
    from django.contrib.auth import get_user_model

    from ketnoi.agencies.models import Agency, Member
    from ketnoi.foundation import bulk

    agency = Agency(id=AGENCY, key="dv", function="women_union", level="centre", name="Thử")
    user = get_user_model()(id=1000, username="nguoi")
    told = {"agency": agency, "role": "caseworker", "name": "Thử", "since": DAY}
    for record in (agency, user, Member(id=MEMBER, user=user, **told)):
        bulk.load([record])


def _begin(size: int) -> None:
    from django.db import transaction

    from ketnoi.foundation import name_index

    with transaction.atomic():
        name_index.begin(size)
        name_index.finish()


def _seal(part: list[tuple[UUID, Invented]]) -> None:
    from django.db import transaction

    from ketnoi.foundation import bulk, name_index
    from ketnoi.foundation.guard.context import acting
    from ketnoi.people import queries

    persons = [_person(pk, who) for pk, who in part]
    with transaction.atomic(), acting(member_of_it()):
        count = name_index.partitions()
        name_index.put([queries.entry_of(person, count) for person in persons])
    bulk.load([person.key for person in persons])
    bulk.load(persons)


def _person(pk: UUID, who: Invented) -> "Person":
    from ketnoi.foundation.crypto import new_data_key, ring
    from ketnoi.people.models import DataKey, Person

    key = DataKey(id=UUID(int=pk.int ^ 1, version=4))
    key.wrapped = ring().wrap(new_data_key(), owner=str(key.pk))
    own = {"key": key, "holder_id": AGENCY, "keeper_id": MEMBER}
    return Person(id=pk, name=who.name, called="", birth_year=who.year, **own)


def main(size: str) -> None:
    """Fill the database."""
    import django

    django.setup()
    fill(int(size))


if __name__ == "__main__":
    main(*sys.argv[1:])
