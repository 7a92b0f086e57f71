"""By which tags of the index the system may find that another agency knows her too."""

from typing import Any

from ketnoi.foundation import name_index
from ketnoi.foundation.crypto import tags
from ketnoi.foundation.recognition import Named
from ketnoi.foundation.vietnamese import names
from ketnoi.people import rules
from ketnoi.people.models import Person


def named_for(by: Any, person_ids: Any) -> list[Named]:
    """The names of these people, as the index of names would hold them at another agency."""
    found = Person.objects.visible_to(by).filter(pk__in=person_ids, erased_at=None)
    people, partitions = found.select_related("key"), name_index.partitions()
    return [named for person in people for named in _cells_of(person, partitions)]


def _cells_of(person: Person, partitions: int) -> list[Named]:
    found = names.tokens(name_index.opened(person.name))
    years = rules.met_in(birth_year=tags.known_year(person.birth_year), names=len(found))
    pairs = names.pairs(found)
    return [
        Named(person.pk, tags.pair_tags(pairs, [cell]), tags.shelf_tags(cell))
        for cell in tags.cells_of(years, partitions)
    ]
