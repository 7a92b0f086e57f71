"""Erasing a person: nobody reads her data again, and a hold keeps them for now."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock, shreds
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.people import actions, queries
from ketnoi.people.models import Address, DataKey, Paper, Person, Phone

pytestmark = pytest.mark.django_db
NUMBER = "+84912345678"


@pytest.fixture
def lan():
    return agencies.member(role="lead")


@pytest.fixture
def person(lan):
    now = clock.now()
    her = actions.take_down_person(by=lan, now=now, called="Út", name="Thử", birth_year=2003)
    actions.note_phone(person=her, number=NUMBER, by=lan, now=now)
    actions.note_paper(person=her, kind="cccd", number="000195012345", by=lan, now=now)
    actions.note_address(person=her, commune=None, line="Ấp 3", by=lan, now=now)
    return her


def hold(person, by, **facts):
    about = {"ground": "court", "source": "QĐ 12", "until": None, **facts}
    return actions.hold_data(person=person, by=by, now=clock.now(), **about)


def test_her_key_her_tags_and_her_words_are_gone(lan, person):
    erased = actions.erase_person(person=person, by=lan, now=clock.now())

    with acting(lan):
        assert not DataKey.objects.get(pk=person.key_id).wrapped
        assert [m.objects.filter(person=person).count() for m in (Phone, Paper, Address)] == [0] * 3
        assert queries.person_ids_with_phone(lan, NUMBER) == []
        assert (erased.called.open(), erased.name.open()) == ("", "")


def test_what_stays_counts_her_and_does_not_say_who_she_is(lan, person):
    erased = actions.erase_person(person=person, by=lan, now=clock.now())

    assert (erased.birth_year, erased.birth_is_guess, erased.sex) == (2000, True, "unsaid")
    assert erased.erased_at is not None


def test_a_record_of_the_shredding_stays_without_a_word_about_her(lan, person):
    actions.erase_person(person=person, by=lan, now=clock.now())

    with acting(lan):
        [shred] = shreds.Shred.objects.filter(person=person.pk)
        assert (shred.key, shred.ground) == (person.key_id, "request")


def test_only_the_lead_of_the_holder_erases(lan, person):
    officer = agencies.member(lan.agency)
    stranger = agencies.member(role="lead")

    for member in (officer, stranger):
        with pytest.raises(Refused):
            actions.erase_person(person=person, by=member, now=clock.now())


def test_postgresql_refuses_by_itself(lan, person):
    hold(person, lan)
    others = (agencies.member(lan.agency), agencies.member(role="lead"), lan)

    for member in others:
        with pytest.raises(DatabaseError), transaction.atomic(), acting(member):
            shreds.erase(person.pk, ground="request")


def test_a_hold_keeps_her_data_until_it_is_lifted(lan, person):
    kept = hold(person, lan)
    with pytest.raises(Refused):
        actions.erase_person(person=person, by=lan, now=clock.now())

    actions.lift_hold(hold=kept, by=lan, now=clock.now())

    assert actions.erase_person(person=person, by=lan, now=clock.now()).erased_at


def test_a_hold_that_ended_yesterday_keeps_nothing(lan, person):
    hold(person, lan, until=clock.today() - timedelta(days=1))

    assert actions.erase_person(person=person, by=lan, now=clock.now()).erased_at


def test_nobody_is_erased_twice(lan, person):
    erased = actions.erase_person(person=person, by=lan, now=clock.now())

    with pytest.raises(Refused):
        actions.erase_person(person=erased, by=lan, now=clock.now())


def test_other_people_keep_theirs(lan, person):
    other = actions.take_down_person(by=lan, now=clock.now(), called="Năm")

    actions.erase_person(person=person, by=lan, now=clock.now())

    with acting(lan):
        assert Person.objects.get(pk=other.pk).called.open() == "Năm"
