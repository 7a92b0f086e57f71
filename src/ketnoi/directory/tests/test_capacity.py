"""Whether there is room: said by the service itself, believed for a day, shown to members."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.directory import actions, queries
from ketnoi.directory.models import Capacity
from ketnoi.directory.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing

pytestmark = pytest.mark.django_db
SHELTER, PURPOSE = "peace-house-shelter", "safe_place"


@pytest.fixture(autouse=True)
def _network():
    make.network()


def asked():
    """The services that would be asked for a safe place, with their reasons."""
    return queries.services_for(PURPOSE)


@pytest.fixture
def shelter():
    return next(e.record for e in asked() if e.record.agency.function == "shelter")


@pytest.fixture
def yen(shelter):
    return agencies.member(shelter.agency, name="Yến")


def says(service, by, *, places=8, taken=6, now=None):
    return actions.report_capacity(
        service=service, places=places, taken=taken, by=by, now=now or clock.now()
    )


def words(service):
    return queries.room_of(service, now=clock.now()).words


def test_nobody_knows_of_room_before_somebody_says_so(shelter):
    assert words(shelter) == "chưa rõ còn chỗ, hãy hỏi trước"


def test_the_newest_word_counts_and_says_when(shelter, yen):
    says(shelter, yen, taken=1, now=clock.now() - timedelta(hours=3))
    says(shelter, yen, taken=6, now=clock.now() - timedelta(hours=1))

    assert words(shelter).startswith("còn 2 chỗ (báo lúc ")


def test_a_word_is_believed_for_a_day_and_no_longer(shelter, yen):
    says(shelter, yen, now=clock.now() - timedelta(hours=23))
    assert words(shelter).startswith("còn 2 chỗ")

    later = clock.now() + timedelta(hours=2)
    assert queries.room_of(shelter, now=later).free is None


def test_who_is_full_stands_last_and_says_so(shelter, yen):
    first = asked()[0].record
    says(first, agencies.member(first.agency), places=4, taken=4)

    last = asked()[-1]
    assert last.record == first
    assert last.reasons[0].startswith("hết chỗ")


def test_only_the_agency_itself_says_how_many(shelter):
    with pytest.raises(Refused):
        says(shelter, agencies.member())


def test_more_than_there_are_is_refused_with_a_sentence_and_by_the_database(shelter, yen):
    with pytest.raises(Refused, match="không thể nhiều hơn"):
        says(shelter, yen, places=2, taken=3)
    with pytest.raises(IntegrityError), transaction.atomic(), writing():
        Capacity.objects.create(service=shelter, places=2, taken=3, at=clock.now(), by=yen)


def test_the_public_reads_nothing_of_it(client, shelter, yen):
    says(shelter, yen)

    page = client.get("/ho-tro/", {"need": PURPOSE}).content.decode()

    assert "báo lúc" not in page
    assert "chỗ (" not in page


def test_a_member_says_it_on_a_page(client, shelter, yen):
    agencies.signed_in(client, yen)
    here = f"/cb/danh-ba/{shelter.pk}/"

    wrong = client.post(f"{here}cho/", {"places": "nhiều", "taken": "1"})
    client.post(f"{here}cho/", {"places": "8", "taken": "5"})

    assert wrong.status_code == 422
    assert "Hãy nhập số chỗ bằng chữ số" in wrong.content.decode()
    assert "còn 3 chỗ" in client.get(here).content.decode()
