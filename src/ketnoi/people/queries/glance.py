"""Hundreds of people at a glance: only what is compared, and each opened once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db.models import F, UUIDField, Value

from ketnoi.foundation import name_index
from ketnoi.foundation.guard.reach import AnyOf
from ketnoi.people.models import DataKey, Person

IDENTITY = Person._meta.get_field("sealed_identity")
WRAPPED = DataKey._meta.get_field("wrapped")


@dataclass(frozen=True, slots=True)
class Glance:
    """What a look at somebody compares: her names as written, and the year she was born in."""

    pk: UUID
    birth_year: int | None
    name: str = ""
    called: str = ""


def at_a_glance(member: Any, ids: Iterable[UUID]) -> Iterator[Glance]:
    """These people, as far as this member may know who they are.

    Records are not made of them: a search looks at hundreds, and shows a few.
    """
    wanted = list(ids)
    if not wanted:
        return
    these = AnyOf(F("pk"), Value(wanted, output_field=ArrayField(UUIDField())))
    found = Person.objects.visible_to(member).filter(these)
    columns = ("pk", "birth_year", "key_id", "key__wrapped", "sealed_identity")
    for pk, year, key, wrapped, sealed in found.values_list(*columns):
        texts = name_index.read(IDENTITY, sealed, partial(WRAPPED.open, wrapped, row=key), pk)
        yield Glance(pk, year, texts.get("name", ""), texts.get("called", ""))
