"""The page of verification."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as cases
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.identification import actions, queries
from ketnoi.identification.tests import make

pytestmark = pytest.mark.django_db
SECRET = "Chuyện riêng với người tư vấn"


@pytest.fixture
def minh():
    return make.officer("police", "verifier", name="Minh")


@pytest.fixture
def file(minh):
    return make.shared_file(minh)


@pytest.fixture
def url(file):
    return f"/cb/ho-so/{file.code}/xac-minh/"


def typed(**changes):
    day = clock.today()
    return {
        "status": "victim",
        "body_name": "Công an thành phố",
        "decided_on_0": str(day.day),
        "decided_on_1": str(day.month),
        "decided_on_2": str(day.year),
        "paper": "police",
        "number": "123/GXN-SO-GIA",
        "evidence": ["rescue"],
        **changes,
    }


def test_the_page_shows_the_legal_deadline_with_its_article(client, file, minh, url):
    actions.await_decision(case=file, by=minh, now=clock.now())

    page = make.signed_in(client, minh).get(url)

    assert page.status_code == 200
    text = page.content.decode()
    assert "Điều 27" in text
    assert "Đơn vị bạn cần trả lời" in text
    assert "Ghi kết luận" in text


def test_a_decision_is_written_and_she_is_led_back_to_the_file(client, file, minh, url):
    page = make.signed_in(client, minh).post(url, typed())

    assert page.status_code == 302
    assert page["Location"].endswith(f"/cb/ho-so/{file.code}/")
    with acting(minh):
        assert queries.current_status(file, minh).status == "victim"


def test_a_refusal_is_shown_and_what_was_typed_stays(client, minh, url):
    page = make.signed_in(client, minh).post(url, typed(paper="no_paper"))

    assert page.status_code == 422
    assert "cần giấy tờ" in page.content.decode()
    assert "123/GXN-SO-GIA" in page.content.decode()


def test_a_day_that_has_not_come_is_said_at_the_field(client, minh, url):
    page = make.signed_in(client, minh).post(url, typed(decided_on_2="2099"))

    assert page.status_code == 422
    assert page.context["form"].errors.keys() == {"decided_on"}


def test_the_holder_reads_and_has_no_form(client, file, url):
    page = make.signed_in(client, file.keeper).get(url)

    assert page.status_code == 200
    assert "Ghi kết luận" not in page.content.decode()


def test_a_holder_who_sends_the_form_is_refused(client, file, url):
    page = make.signed_in(client, file.keeper).post(url, typed(status="victim"))

    assert page.status_code == 422


def test_who_else_takes_part_reads_no_number(client, file, minh, url):
    actions.decide_status(case=file, **make.decided(), by=minh, now=clock.now())
    tam = make.officer("legal_aid", "specialist")
    make.opened(file, tam.agency)

    text = make.signed_in(client, tam).get(url).content.decode()

    assert "Nạn nhân" in text
    assert "123/GXN-SO-GIA" not in text


@pytest.mark.parametrize("privacy", ["agency", "network"])
def test_no_note_is_ever_shown_here(client, file, minh, url, privacy):
    now = clock.now()
    cases.write_note(
        case=file, body=SECRET, privacy=privacy, kind="counselling", by=file.keeper, now=now
    )

    text = make.signed_in(client, minh).get(url).content.decode()

    assert SECRET not in text


def test_a_stranger_finds_nothing_and_her_knock_is_kept(client, url):
    stranger = agencies.member()

    assert make.signed_in(client, stranger).get(url).status_code == 404

    with acting(stranger):
        line = Line.objects.filter(chain=stranger.agency_id).latest("seq")
    assert line.verb == "page.not_found"


def test_the_public_is_asked_to_sign_in(client, url):
    page = client.get(url)

    assert page.status_code == 302
    assert "/cb/vao/" in page["Location"]


def test_nothing_can_be_put_here(client, minh, url):
    assert make.signed_in(client, minh).put(url).status_code == 405


def test_ten_decisions_cost_as_many_statements_as_one(client, file, minh, url):
    make.signed_in(client, minh).get(url)
    counts = []

    for times in (1, 9):
        for _each in range(times):
            actions.decide_status(case=file, **make.decided(), by=minh, now=clock.now())
        with CaptureQueriesContext(connection) as counted:
            client.get(url)
        counts.append(len(counted))

    assert counts[0] == counts[1]
