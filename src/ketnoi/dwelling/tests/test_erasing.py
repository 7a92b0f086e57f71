"""Who was erased: the pages of the house still open, and no word of her is in them."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as files
from ketnoi.dwelling import queries
from ketnoi.dwelling.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import reading
from ketnoi.people import actions as people
from ketnoi.people import queries as persons
from ketnoi.protection.tests import make as shelters

pytestmark = pytest.mark.django_db
WORDS = "Chuyện gác mái hoa giấy"


@pytest.fixture
def lead():
    return agencies.member(agencies.agency("shelter", "province"), role="lead", name="Hạnh")


def test_with_her_every_word_of_the_house_goes(client, lead):
    file = files.case(lead)
    minh = shelters.officer("police")
    shelters.opened(file, minh.agency)
    stay = shelters.admitted(file, lead)
    make.noted(stay, lead, WORDS)
    make.received(stay, lead, words=WORDS)
    visit = make.asked(stay, lead, WORDS)
    with reading(lead):
        [there] = queries.notes_of(stay, lead)
        assert there.words.open() == WORDS
        person = persons.person(lead, file.person_id)

    people.erase_person(person=person, by=lead, now=clock.now())

    page = shelters.signed_in(client, lead)
    here = f"/cb/tam-lanh/ky/{stay.code}/"
    for part in ("", "so-ngay/", "do-dung/", "tham/", f"tham/{visit.pk}/", "roi-di/"):
        shown = page.get(here + part)
        assert shown.status_code == 200, part
        assert WORDS not in shown.text
    assert WORDS not in page.get("/cb/tam-lanh/ca/").text


def test_with_her_what_was_said_of_her_way_goes(client, lead):
    file = files.case(agencies.member(role="lead"))
    shelters.opened(file, lead.agency)
    stay = shelters.admitted(file, lead)
    ride = make.planned(stay, lead, file.holder, escort=WORDS, meeting=WORDS)
    with reading(file.keeper):
        person = persons.person(file.keeper, file.person_id)
    people.erase_person(person=person, by=file.keeper, now=clock.now())

    for by in (lead, file.keeper):
        shown = shelters.signed_in(client, by).get(f"/cb/dua-don/{ride.pk}/")
        assert shown.status_code == 200 and WORDS not in shown.text
