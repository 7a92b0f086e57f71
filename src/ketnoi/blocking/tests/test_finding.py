"""Neither the search by name nor recognition finds her for somebody who is blocked."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.blocking.tests.make import blocked
from ketnoi.cases import queries as cases
from ketnoi.cases.tests import make
from ketnoi.foundation import name_index
from ketnoi.foundation.guard.context import acting, reading
from ketnoi.people import queries as people
from ketnoi.people.actions import describe_person
from ketnoi.recognition.models import Approach
from ketnoi.recognition.tests import make as meetings

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(agencies.agency("women_union"), name="Lan")


@pytest.fixture
def tu(lan):
    """A colleague of Lan's: the brother of the one who is accused."""
    return agencies.member(lan.agency, name="Tú")


@pytest.fixture
def file(lan):
    return make.case(lan, phone=make.PHONE)


def test_the_network_recognises_her_for_nobody_who_is_blocked(lan, file):
    kim = agencies.member(agencies.agency("osso", "province"), name="Kim")
    yen = agencies.member(agencies.agency("shelter", "province"), name="Yến")
    known = [make.case(one, paper=make.PAPER) for one in (kim, yen)]
    blocked(known[1], by=yen, agency=kim.agency)
    meetings.asked(known[0], kim)
    meetings.a_round()

    with reading(yen):
        assert not Approach.objects.exists()


def test_the_index_of_names_does_not_know_her(lan, tu, file, monkeypatch):
    with acting(lan):
        her = people.person(lan, file.person_id)
    describe_person(person=her, version=1, by=lan, name="Nguyễn Thị Thu Hương", birth_year=1996)
    found, real = [], name_index.find
    monkeypatch.setattr(
        name_index, "find", lambda *a, **said: found.append(real(*a, **said)) or found[-1]
    )
    blocked(file, by=lan, member=tu)

    for one in (lan, tu):
        with reading(one):
            cases.alike_files(one, name="Nguyễn Thị Thu Hương", birth_year=1996)

    assert file.person_id in found[0]
    assert not any(found[1:])
