"""What goes into the index of names, and who is not in it yet."""

from typing import Any
from uuid import UUID

from ketnoi.agencies import queries as agencies
from ketnoi.foundation import name_index
from ketnoi.foundation.actor import System
from ketnoi.foundation.crypto import tags
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.vietnamese import names
from ketnoi.people.models import Person


def entry_of(person: Person, partitions: int) -> name_index.Entry:
    """What the index knows of her: tags of her name, and shelves of what else she is called."""
    cell = [tags.cell_of(str(person.pk), person.birth_year, partitions)]
    named = names.tokens(name_index.opened(person.name))
    called = [
        token for token in names.tokens(name_index.opened(person.called)) if token not in named
    ]
    return name_index.Entry(
        person.pk,
        person.holder_id,
        person.keeper_id,
        sorted({*tags.pair_tags(names.pairs(named), cell), *tags.called_tags(called, cell)}),
        frozenset(names.outside_the_list(named)),
    )


def must_be_indexed() -> bool:
    """Whether the index is missing, was made with another key, or has become too small."""
    state = name_index.state()
    return state is None or not state.is_usable or (state.whole and state.is_too_small)


def is_being_indexed() -> bool:
    """Whether somebody is still to be put into the index."""
    state = name_index.state()
    return state is None or not state.whole


def holders() -> list[UUID]:
    """Every agency that may keep people, those that are no more as well."""
    return agencies.agency_ids()


def count_everybody() -> int:
    """How many people all agencies keep."""
    return sum(_count(System(agency)) for agency in holders())


def not_yet_indexed(by: Any, *, most: int) -> list[Person]:
    """The next people of the agency the system acts for, in a fixed order.

    They are locked: a name that is corrected meanwhile must not get its old tags again.
    """
    people = Person.objects.visible_to(by).select_related("key").select_for_update(of=("self",))
    people = people.order_by("pk")
    if after := name_index.walked_to(by.agency_id):
        people = people.filter(pk__gt=after)
    return list(people[:most])


def _count(system: System) -> int:
    with acting(system):
        return Person.objects.visible_to(system).count()
