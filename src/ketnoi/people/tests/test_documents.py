"""What identifies a person is one document in the database, whichever of her words were said."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.guard.context import acting
from ketnoi.people import actions
from ketnoi.people.models import Person, Phone

pytestmark = pytest.mark.django_db
SHORT, LONG = "Lựu", "Trần Thị Ngọc Hoàng Quyên"


@pytest.fixture
def lan():
    return agencies.member()


def person(by, **facts):
    return actions.take_down_person(by=by, now=clock.now(), **facts)


def stored(record, column):
    """The bytes as the database has them."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column} FROM {record._meta.db_table} WHERE id = %s",
            [record.pk],
        )
        return bytes(cursor.fetchone()[0])


def test_names_of_3_and_of_25_letters_and_no_name_are_equally_long(lan):
    people = [person(lan, name=SHORT), person(lan, name=LONG, called="Quyên"), person(lan)]

    with acting(lan):
        lengths = {len(stored(p, "sealed_identity")) for p in people}

    assert (len(SHORT), len(LONG)) == (3, 25)
    assert len(lengths) == 1


def test_writing_one_name_keeps_the_other(lan):
    her = person(lan, name=SHORT, called="Út")
    with acting(lan), writing():
        again = Person.objects.get(pk=her.pk)
        again.name = LONG
        again.save(update_fields=["name"])

        her.refresh_from_db(fields=["name"])

    assert (her.name.open(), her.called.open()) == (LONG, "Út")


def test_a_document_that_was_left_out_is_fetched_when_a_name_is_asked_for(lan):
    her = person(lan, name=SHORT, called="Út")
    with acting(lan):
        again = Person.objects.defer("sealed_identity").select_related("key").get(pk=her.pk)
        with CaptureQueriesContext(connection) as asked:
            told = again.name.open(), again.called.open()

    assert told == (SHORT, "Út")
    assert len(asked) == 1


def test_a_number_without_hours_is_as_long_as_one_with(lan):
    her = person(lan, name=SHORT)
    about = {"person": her, "by": lan, "now": clock.now()}
    phones = [
        actions.note_phone(number="+84912345678", **about),
        actions.note_phone(number="+84912345679", safe_hours="sau 20 giờ, trừ thứ bảy", **about),
    ]

    with acting(lan):
        assert len({len(stored(p, "sealed_contact")) for p in phones}) == 1
        assert [bool(p.safe_hours) for p in Phone.objects.order_by("noted_at", "id")].count(
            True
        ) == 1
