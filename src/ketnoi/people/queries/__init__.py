"""What pages and other domains may ask about persons, always through the one who asks."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from ketnoi.foundation.crypto import exact_tags
from ketnoi.foundation.vietnamese.phones import format_phone
from ketnoi.people import rules
from ketnoi.people.models import Address, Hold, Paper, Person, Phone, Representative
from ketnoi.people.queries.family import family_of, may_be_child, supported_with, tie_of
from ketnoi.people.queries.finding import (
    Asked,
    Look,
    Match,
    alike,
    find,
    index_progress,
    index_tenths,
)
from ketnoi.people.queries.glance import Glance
from ketnoi.people.queries.indexing import (
    count_everybody,
    entry_of,
    holders,
    is_being_indexed,
    must_be_indexed,
    not_yet_indexed,
)
from ketnoi.people.queries.meeting import named_for
from ketnoi.people.terms import Country

__all__ = [
    "Asked",
    "Glance",
    "Look",
    "Match",
    "alike",
    "count_everybody",
    "entry_of",
    "family_of",
    "find",
    "holders",
    "index_progress",
    "index_tenths",
    "is_being_indexed",
    "may_be_child",
    "must_be_indexed",
    "named_for",
    "not_yet_indexed",
    "supported_with",
    "tie_of",
]

Shown = list[tuple[str, str]]


def people_visible_to(member: Any) -> QuerySet[Person]:
    """Persons whose record this member may open."""
    return Person.objects.visible_to(member).select_related("key")


def phones_of(person: Person) -> list[Phone]:
    """Her numbers, newest first."""
    return _of(Phone, person)


def papers_of(person: Person) -> list[Paper]:
    """Her papers."""
    return _of(Paper, person)


def addresses_of(person: Person) -> list[Address]:
    """Her addresses, newest first."""
    return _of(Address, person)


def representatives_of(person: Person) -> list[Representative]:
    """Who speaks for her."""
    return _of(Representative, person)


def hold_on(person: Person, *, on: date) -> Hold | None:
    """What orders her data to be kept on a day, if anything does."""
    holds = Hold.objects.filter(person=person, lifted_at=None)
    found = holds.filter(Q(until=None) | Q(until__gte=on)).order_by("-noted_at").first()
    if found is not None:
        found.person = person
    return found


def phone_of(person: Person, pk: UUID) -> Phone | None:
    """One of her numbers, looked up through her."""
    return next((p for p in phones_of(person) if p.pk == pk), None)


def _of(model: Any, person: Person) -> list:
    records = list(model.objects.filter(person=person).order_by("-noted_at"))
    for record in records:
        record.person = person
    return records


def person_ids_with_phone(member: Any, number: str) -> list[UUID]:
    """Ids of the persons with this phone number whom this member may know."""
    found = Phone.objects.visible_to(member).filter(number_tag__in=exact_tags("phone", number))
    return list(found.values_list("person_id", flat=True).distinct()[:50])


def person_ids_with_paper(member: Any, number: str) -> list[UUID]:
    """Ids of the persons with a paper of this number whom this member may know."""
    found = Paper.objects.visible_to(member).filter(number_tag__in=exact_tags("paper", number))
    return list(found.values_list("person_id", flat=True).distinct()[:50])


def person(member: Any, pk: UUID) -> Person | None:
    """One person, if this member may know who she is."""
    return people_visible_to(member).filter(pk=pk).first()


def newest_representative(person: Person) -> Representative | None:
    """Who speaks for her now, if anybody does."""
    return next(iter(representatives_of(person)), None)


def phones_to_show(person: Person) -> Shown:
    """Her numbers with what is safe on each."""
    return [
        (format_phone(p.number.open()), f"{p.get_who_answers_display()} {p.safe_hours.open()}")
        for p in phones_of(person)
    ]


def papers_to_show(person: Person) -> Shown:
    """Her papers with their numbers, and where the originals are."""
    return [(p.number.open() or "–", _paper_words(p)) for p in papers_of(person)]


def addresses_to_show(person: Person) -> Shown:
    """Her addresses, here and in other countries."""
    return [(a.line.open() or "–", _place_words(a)) for a in addresses_of(person)]


def _paper_words(paper: Paper) -> str:
    """What a paper is, without its number."""
    return _in_words(paper.get_kind_display(), paper, paper.get_original_display())


def _place_words(address: Address) -> str:
    """In which commune or country an address is."""
    return _in_words(str(address.commune or ""), address)


def _in_words(first: str, record: Paper | Address, last: str = "") -> str:
    abroad = record.get_country_display() if record.country != Country.VN else ""
    return ", ".join(part for part in (first, abroad, last) if part)


def name_to_show(person: Person) -> Shown:
    """Her name as papers have it."""
    return [(person.name.open(), "")] if person.name else []


SHOWN = {
    "ten": name_to_show,
    "so-dien-thoai": phones_to_show,
    "giay-to": papers_to_show,
    "dia-chi": addresses_to_show,
}
"""What can be shown on request, by the word that stands in the address."""


def is_minor(member: Any, pk: UUID, *, on: date) -> bool:
    """Whether she may be under 18 on that day, as far as her year of birth is known."""
    found = person(member, pk)
    return found is not None and may_be_minor(found, on=on)


def age_band_of(person: Person, *, on: date) -> str:
    """Her age in steps of five years, as pages show it."""
    return rules.age_band(birth_year=person.birth_year, on=on)


def may_be_minor(person: Person, *, on: date) -> bool:
    """Whether she may be under 18 on that day, as far as her year of birth is known."""
    return bool(rules.is_minor(birth_year=person.birth_year, on=on))


def to_compare(member: Any) -> Iterator[dict[str, Any]]:
    """Who this actor may know, one after the other, with what a list is compared with."""
    numbers = {p.person_id: p for p in Phone.objects.visible_to(member)}
    papers = {p.person_id: p for p in Paper.objects.visible_to(member)}
    for found in people_visible_to(member).iterator(chunk_size=500):
        yield {
            "person": found.pk,
            "name": found.name.open() or found.called.open(),
            "birth": str(found.birth_year or ""),
            "phone": _opened(numbers.get(found.pk), found),
            "paper": _opened(papers.get(found.pk), found),
        }


def _opened(record: Any, person: Person) -> str:
    if record is None:
        return ""
    record.person = person
    return record.number.open()
