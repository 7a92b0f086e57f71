"""The page of support."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.support import actions, queries
from ketnoi.support.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    return make.officer("osso", name="Kim")


@pytest.fixture
def file(kim):
    return make.shared_file(kim)


@pytest.fixture
def url(file):
    return f"/cb/ho-so/{file.code}/ho-tro/"


def typed(**changes):
    day = clock.today()
    return {
        "kind": "legal_advice",
        "given_on_0": str(day.day),
        "given_on_1": str(day.month),
        "given_on_2": str(day.year),
        "hours": "1,5",
        "cost": "1,5 triệu",
        "funds": "programme",
        "detail": make.WORDS,
        "key": str(uuid4()),
        **changes,
    }


def test_support_is_written_and_she_is_led_back_to_the_file(client, file, kim, url):
    page = make.signed_in(client, kim).post(url, typed())

    assert page.status_code == 302
    assert page["Location"].endswith(f"/cb/ho-so/{file.code}/")
    with acting(kim):
        [given] = queries.support_of(file, kim)
    assert (str(given.record.hours), given.record.cost) == ("1.50", 1_500_000)


def test_a_page_that_is_sent_twice_counts_once(client, file, kim, url):
    make.signed_in(client, kim)
    said = typed(key=str(client.get(url).context["form"].initial["key"]))

    assert [client.post(url, said).status_code for _each in range(2)] == [302, 302]

    with acting(kim):
        assert len(queries.support_of(file, kim)) == 1


def test_the_list_shows_time_and_money_as_people_write_them(client, file, kim, url):
    make.recorded(file, kim)
    make.recorded(file, kim, hours=10, cost=None, funds="")

    text = make.signed_in(client, kim).get(url).content.decode()

    assert "1,5 giờ" in text
    assert "10 giờ" in text
    assert "500.000 đồng" in text
    assert make.WORDS in text


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": ""}, "kind"),
        ({"given_on_2": "2099"}, "given_on"),
        ({"given_on_0": "31", "given_on_1": "2"}, "given_on"),
        ({"hours": "hai tiếng rưỡi"}, "hours"),
        ({"hours": "0"}, "hours"),
        ({"hours": "5000"}, "hours"),
        ({"cost": "nhiều"}, "cost"),
        ({"cost": "999 tỷ"}, "cost"),
        ({"funds": ""}, "funds"),
    ],
)
def test_what_must_be_put_right_is_said_at_its_field_and_the_rest_stays(
    client, kim, url, changes, field
):
    page = make.signed_in(client, kim).post(url, typed(**changes))

    assert page.status_code == 422
    assert page.context["form"].errors.keys() == {field}
    assert make.WORDS in page.content.decode()


def test_time_and_money_may_be_left_out(client, kim, url):
    page = make.signed_in(client, kim).post(url, typed(hours="", cost="", funds="", detail=""))

    assert page.status_code == 302


def test_a_verifier_reads_no_form_and_is_refused(client, file, url):
    minh = make.officer("police", "verifier")
    make.opened(file, minh.agency)
    make.signed_in(client, minh)

    assert "Ngày hỗ trợ" not in client.get(url).content.decode()
    page = client.post(url, typed())
    assert page.status_code == 422
    assert "Bạn không ghi được hỗ trợ" in page.content.decode()


def test_who_else_takes_part_reads_nothing_of_it(client, file, kim, url):
    make.recorded(file, kim)
    tam = make.officer("legal_aid", "specialist")
    make.opened(file, tam.agency)

    text = make.signed_in(client, tam).get(url).content.decode()

    assert make.WORDS not in text
    assert "Chưa ghi hỗ trợ nào" in text


def test_a_wrong_record_is_marked_on_a_page_of_its_own(client, file, kim, url):
    given = make.recorded(file, kim)
    make.signed_in(client, kim)
    there = f"{url}{given.pk}/ghi-nham/"

    assert client.get(there).status_code == 200
    assert client.post(there).status_code == 302

    assert "Ghi nhầm" in client.get(url).content.decode()


def test_a_record_that_is_marked_already_says_so(client, file, kim, url):
    given = make.recorded(file, kim)
    actions.mark_support_mistaken(given=given, by=kim, now=clock.now())

    page = make.signed_in(client, kim).post(f"{url}{given.pk}/ghi-nham/")

    assert page.status_code == 422
    assert "đã được đánh dấu ghi nhầm" in page.content.decode()


def test_a_record_is_found_in_its_own_file_only(client, file, kim, url):
    given = make.recorded(file, kim)
    other = make.shared_file(kim)

    page = make.signed_in(client, kim).get(f"/cb/ho-so/{other.code}/ho-tro/{given.pk}/ghi-nham/")

    assert page.status_code == 404


def test_a_stranger_finds_nothing_and_her_knock_is_kept(client, file, kim, url):
    given = make.recorded(file, kim)
    stranger = agencies.member()
    make.signed_in(client, stranger)

    assert client.get(url).status_code == 404
    assert client.get(f"{url}{given.pk}/ghi-nham/").status_code == 404

    with acting(stranger):
        line = Line.objects.filter(chain=stranger.agency_id).latest("seq")
    assert line.verb == "page.not_found"


def test_the_public_is_asked_to_sign_in(client, url):
    assert "/cb/vao/" in client.get(url)["Location"]


def test_nothing_can_be_put_here(client, kim, url):
    assert make.signed_in(client, kim).put(url).status_code == 405


def test_ten_records_cost_as_many_statements_as_one(client, file, kim, url):
    make.signed_in(client, kim).get(url)
    counts = []

    for times in (1, 9):
        for _each in range(times):
            make.recorded(file, kim)
        with CaptureQueriesContext(connection) as counted:
            client.get(url)
        counts.append(len(counted))

    assert counts[0] == counts[1]
