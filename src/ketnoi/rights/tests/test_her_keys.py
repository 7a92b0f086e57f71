"""Every key that is hers is destroyed with her, in whatever table it stands."""

import pytest
from django.apps import apps
from django.db import connections, models

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock, shreds
from ketnoi.foundation.guard.context import acting, reading
from ketnoi.people import actions as people
from ketnoi.people import queries
from ketnoi.people.models import DataKey
from tests.access import scene as scenes

pytestmark = pytest.mark.django_db(databases=["default", "owner"])
NOT_OF_A_PERSON = {
    "referrals.MoreAsked": "sealed with the key of its referral, which is in the list",
    "intake.Draft": "vanishes by itself with its own key; no person is recorded",
    "intake.CallbackWords": "what somebody said who asks to be called; goes a month after the end",
    "intake.CallWords": "what somebody said on the telephone; goes a month after the call",
    "intake.MissedList": "numbers of missed calls; the key goes when the list is added or dropped",
    "intake.BlockedNumber": "a number that is not called; its key goes when it may be again",
    "linkage.ReturneeList": "a list that a partner sent; its key is destroyed with the whole list",
    "lending.Saver": "a name in the book of a group, of no file; its key goes when she leaves",
    "vigilance.Tip": "what somebody told without a name; no file leads to it, and it leads to none",
    "vigilance.HandOver": "what the police were handed of a tip; of no file either",
    "drives.Drive": "seals who offers something; destroyed when the drive is over",
    "transfers.Arrival": "opened and not taken in; vanishes in a day, or with the file it becomes",
}
BODY = "SELECT prosrc FROM pg_proc WHERE oid = 'kn.keys_of_person(uuid)'::regprocedure"


def with_a_key():
    return [
        model
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model is DataKey
    ]


def test_every_table_with_a_key_is_in_the_list_or_has_a_reason():
    with connections["owner"].cursor() as cursor:
        cursor.execute(BODY)
        [body] = cursor.fetchone()
    her_own = {"cases.Case", "cases.Attachment"}

    missing = {
        m._meta.label
        for m in with_a_key()
        if m._meta.label not in NOT_OF_A_PERSON.keys() | her_own
        and f"FROM {m._meta.db_table} t0" not in body
    }

    assert missing == set()


def test_packets_and_the_place_she_was_in_go_with_her():
    scene = scenes.build()
    book = scene.life["point"].book
    lead = agencies.member(scene.lan.agency, role="lead")
    people.lift_hold(hold=scene.hold, by=scene.lan, now=clock.now())
    with reading(lead):
        person = queries.person(lead, scene.file.person_id)

    people.erase_person(person=person, by=lead, now=clock.now())

    with acting(lead):
        gone = set(shreds.Shred.objects.filter(person=person.pk).values_list("key", flat=True))
        referrals = [scene.draft, scene.sent, scene.accepted, scene.serving, scene.closed]
        assert {r.key_id for r in referrals} | {book.key_id} < gone
        assert len(gone) == len(referrals) + 5
        assert not DataKey.objects.filter(pk__in=gone).exclude(wrapped=b"").exists()


def test_her_file_can_still_be_opened_and_says_nothing(client):
    scene = scenes.build()
    lead = agencies.member(scene.lan.agency, role="lead")
    people.lift_hold(hold=scene.hold, by=scene.lan, now=clock.now())
    with reading(lead):
        person = queries.person(lead, scene.file.person_id)
    people.erase_person(person=person, by=lead, now=clock.now())
    agencies.signed_in(client, lead)

    for path in ("", "nguoi/", "ghi-chu/", "dong-y/", "xem/ten/"):
        page = client.get(f"/cb/ho-so/{scene.file.code}/{path}")

        assert page.status_code == 200, path
        assert "Dữ Liệu Giả" not in page.content.decode()
