"""What pages and other domains may ask about persons, always through the one who asks."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from ketnoi.foundation.crypto import tag
from ketnoi.people.models import Address, Paper, Person, Phone, Representative


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
    found = Phone.objects.visible_to(member).filter(number_tag=tag("phone", number))
    return list(found.values_list("person_id", flat=True).distinct()[:50])


def person_ids_with_paper(member: Any, number: str) -> list[UUID]:
    """Ids of the persons with a paper of this number whom this member may know."""
    found = Paper.objects.visible_to(member).filter(number_tag=tag("paper", number))
    return list(found.values_list("person_id", flat=True).distinct()[:50])
