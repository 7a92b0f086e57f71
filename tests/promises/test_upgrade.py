"""What was sealed text by text before is read after the upgrade, and the way back loses nothing."""

import pytest
from cryptography.exceptions import InvalidTag
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor

from ketnoi.foundation import clock
from ketnoi.foundation.crypto.fields import pad, place_of, unpad
from ketnoi.foundation.crypto.ring import lock, new_data_key, unlock
from ketnoi.people import actions as people
from ketnoi.people.models import Person, Phone
from ketnoi.referrals.models import Referral
from ketnoi.referrals.tests import make as requests
from tests.access import scene as scenes

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])

NUMBER = "+84912345001"
BEFORE = [("people", "0005_keys"), ("referrals", "0001_initial")]
TEXTS = {
    Person: ("called", "name"),
    Phone: ("number", "safe_hours"),
    Referral: ("message", "basis_reason"),
}


@pytest.fixture
def scene():
    with transaction.atomic():
        made = scenes.build()
        about = {"person": made.phone.person, "by": made.lan, "now": clock.now()}
        people.note_phone(number=NUMBER, safe_hours="sau 20 giờ", **about)
        said = {"message": "Chị ấy sợ đi xe khách", "basis_reason": "Theo điều 20"}
        requests.draft(made.file, made.service, by=made.lan, **said)
        return made


def migrate(wanted=None):
    executor = MigrationExecutor(connections["owner"])
    executor.migrate(wanted or executor.loader.graph.leaf_nodes())


def records():
    return [record for model in TEXTS for record in model.objects.using("owner").order_by("pk")]


def told(record):
    return {name: getattr(record, name).open() for name in TEXTS[type(record)]}


def lying_apart(record):
    """What the columns of before hold, opened as it was opened then."""
    table, names = record._meta.db_table, TEXTS[type(record)]
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(names)} FROM {table} WHERE id = %s", [record.pk])
        sealed = dict(zip(names, map(bytes, cursor.fetchone()), strict=True))
    places = {name: place_of(table, name, record.seal_owner()) for name in names}
    key = record.data_key()
    return {n: unpad(unlock(b, key, places[n])) if b else "" for n, b in sealed.items()}


def test_texts_of_before_are_read_after_it_and_the_way_back_is_open(scene):
    before = records()
    said = [told(record) for record in before]
    whole = {type(r) for r, texts in zip(before, said, strict=True) if all(texts.values())}
    assert whole == {*TEXTS}

    migrate(BEFORE)
    apart = [lying_apart(record) for record in before]
    migrate()

    assert apart == said
    assert [told(record) for record in records()] == said


@pytest.mark.full
def test_a_text_that_does_not_open_stops_it_and_nothing_is_lost(scene):
    [her] = Person.objects.using("owner").filter(pk=scene.file.person_id)
    said = told(her)
    migrate(BEFORE)
    change = "UPDATE people_person SET name = %s || name WHERE id = %s"
    with connections["owner"].cursor() as cursor:
        cursor.execute(change, [b"\1", her.pk])

    with pytest.raises(InvalidTag):
        migrate()

    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE people_person SET name = substr(name, 2) WHERE id = %s", [her.pk])
    assert lying_apart(her) == said
    migrate()
    assert told(Person.objects.using("owner").get(pk=her.pk)) == said


@pytest.mark.full
def test_what_is_closed_for_nobody_any_more_does_not_stop_it(scene):
    [request] = Referral.objects.using("owner").filter(state="draft", basis="consent")[:1]
    migrate(BEFORE)
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "UPDATE referrals_referral SET message = %s WHERE id = %s",
            [lock(pad("Gọi lại"), new_data_key(), "elsewhere"), request.pk],
        )
        cursor.execute("DELETE FROM cases_wrap WHERE seal = %s", [request.key_id])

    migrate()

    assert Referral.objects.using("owner").get(pk=request.pk).message.open() == ""
