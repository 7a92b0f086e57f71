"""A ciphertext opens in its own place only: every sealed column, every pair of places."""

import itertools

import pytest
from cryptography.exceptions import InvalidTag
from django.apps import apps
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as some

from ketnoi.foundation import clock, name_index
from ketnoi.foundation.crypto import SealedColumn, SealedDocument, WrappedKey
from ketnoi.foundation.crypto.fields import pad, unpad
from ketnoi.foundation.crypto.ring import lock, unlock
from ketnoi.people import actions as people
from ketnoi.people.models import Person, Phone
from tests.access import scene as scenes

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


def columns(kind):
    return [
        (model, field)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, kind)
    ]


def sealed_places():
    """Every sealed value of a scene: its bytes, its key, the place it is bound to, where it lies.

    Where it lies is said here and not by the field: a place that names too little must show.
    """
    found = []
    for model, field in columns(SealedColumn):
        for record in model._base_manager.using("owner").all():
            if sealed := bytes(record.__dict__[field.attname] or b""):
                lies = (model._meta.label, field.name, record.pk)
                found.append((sealed, record.data_key(), field.place(record), lies))
    return found


def opens(sealed, key, place):
    try:
        unlock(sealed, key, place)
    except InvalidTag:
        return False
    return True


def test_no_sealed_value_opens_anywhere_but_in_its_own_place():
    with transaction.atomic():
        scenes.build()
    places = sealed_places()
    assert len({label for *_, (label, _, _) in places}) >= 5
    documents = {field.name for _, field in columns(SealedDocument)}
    assert documents <= {name for *_, (_, name, _) in places}
    assert all(opens(sealed, key, place) for sealed, key, place, _ in places)

    moved = [
        (lies, elsewhere)
        for (sealed, key, _, lies), (_, other, there, elsewhere) in itertools.permutations(
            places, 2
        )
        if opens(sealed, key, there) or opens(sealed, other, there)
    ]

    assert moved == []


def test_documents_that_change_places_are_read_as_nobodys():
    with transaction.atomic():
        made = scenes.build()
        about = {"person": made.phone.person, "by": made.lan, "now": clock.now()}
        people.note_phone(number="+84912345001", **about)
    persons = Person.objects.using("owner").exclude(sealed_identity=b"")[:2]
    phones = Phone.objects.using("owner").filter(person=made.phone.person)[:2]

    for one, two in (persons, phones):
        document = "sealed_identity" if isinstance(one, Person) else "sealed_contact"
        swapped = getattr(two, document), getattr(one, document)
        setattr(one, document, swapped[0])
        setattr(two, document, swapped[1])

    for text in [p.name for p in persons] + [p.number for p in phones]:
        assert name_index.opened(text) == ""
        with pytest.raises(InvalidTag):
            text.open()


def test_no_wrapped_key_opens_for_another_row_or_class():
    with transaction.atomic():
        scenes.build()
    wrapped = [
        (field, row.pk, bytes(getattr(row, field.attname)))
        for model, field in columns(WrappedKey)
        for row in model._base_manager.using("owner").all()[:20]
    ]
    assert len({field.model for field, _, _ in wrapped}) >= 2

    for (field, row, sealed), (other, elsewhere, _) in itertools.permutations(wrapped, 2):
        if (field, row) != (other, elsewhere):
            with pytest.raises(InvalidTag):
                other.open(sealed, row=elsewhere)
        assert field.open(sealed, row=row)


@settings(max_examples=100, deadline=None)
@given(
    text=some.text(),
    key=some.binary(min_size=32, max_size=32),
    here=some.text(min_size=1),
    there=some.text(min_size=1),
    flip=some.integers(min_value=0),
)
def test_any_text_opens_unchanged_in_its_place_and_nothing_else_does(text, key, here, there, flip):
    sealed = lock(pad(text), key, here)
    changed = bytearray(sealed)
    changed[flip % len(changed)] ^= 1

    assert unpad(unlock(sealed, key, here)) == text
    assert len(sealed) % 64 == (1 + 4 + 12 + 16) % 64
    assert not opens(bytes(changed), key, here)
    assert here == there or not opens(sealed, key, there)


def test_mutant_without_a_place_the_same_bytes_open_elsewhere():
    key = bytes(32)

    assert opens(lock(b"x", key, ""), key, "")
    assert not opens(lock(b"x", key, "people_phone|number|1"), key, "")
