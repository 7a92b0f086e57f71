"""What anybody reads before going away, as a visitor meets it: nothing is asked, nothing stays."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ketnoi.directory.tests import make as network
from ketnoi.foundation.actor import NETWORK
from ketnoi.law import actions as law
from ketnoi.law import queries as facts
from ketnoi.learning import queries
from ketnoi.learning.terms import Outlook

pytestmark = pytest.mark.django_db
CHECK = "/kien-thuc/hoi-truoc-khi-di/"
WRITES = re.compile(r"^\s*(INSERT|UPDATE|DELETE)", re.IGNORECASE)


@pytest.fixture(autouse=True)
def _what_is_known():
    network.network()
    law.load_facts(by=NETWORK, now=network.NOW)
    facts.forget()


def words(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_every_screen_says_its_source_its_day_and_whom_to_call(client):
    for topic in queries.topics():
        for screen in topic.screens:
            page = client.get(f"/kien-thuc/{topic.slug}/{screen.number}/")
            html = page.content.decode()

            assert page.status_code == 200
            assert screen.title in words(page)
            assert topic.sources[0] in words(page)
            assert f"Kiểm tra lần cuối: {topic.verified_on:%d/%m/%Y}." in words(page)
            assert 'href="tel:111"' in html
            assert 'href="tel:1900969680"' in html


@pytest.mark.parametrize("address", ["khong-co/", "luat/0/", "luat/99/"])
def test_what_is_not_there_is_a_page_that_was_not_found(client, address):
    assert client.get(f"/kien-thuc/{address}").status_code == 404


def test_the_law_of_today_stands_on_the_screen_with_its_source(client):
    topic = queries.topic("di-lam-xa")
    fact = facts.fact("migration.no_broker_fee", on=date(2026, 11, 24))

    assert fact.text in words(client.get("/kien-thuc/di-lam-xa/2/"))
    assert fact.legal_ref in words(client.get("/kien-thuc/di-lam-xa/2/"))
    assert queries.law_of(topic.screens[1], on=date(1990, 1, 1)) == []


def test_home_leads_to_what_is_good_to_know(client):
    assert "/kien-thuc/" in client.get("/").content.decode()


def test_six_answers_are_told_in_words_and_kept_nowhere(client):
    with CaptureQueriesContext(connection) as asked:
        page = client.post(CHECK, {"licence": "yes", "fee": "yes", "haste": "unsure"})
    told = words(page)

    assert page.status_code == 200
    assert not page.cookies
    assert page.headers["Cache-Control"] == "no-store"
    assert str(Outlook.STOP.label) in told
    assert "Đừng đưa tiền." in told
    assert "điểm" not in told
    assert 'href="tel:111"' in page.content.decode()
    assert [q["sql"] for q in asked if WRITES.match(q["sql"])] == []


def test_without_a_sign_it_is_not_called_safe(client):
    calm = {
        "licence": "yes",
        "fee": "no",
        "papers": "no",
        "haste": "no",
        "visa": "no",
        "easy": "no",
    }
    told = words(client.post(CHECK, calm))

    assert str(Outlook.NOTHING_SEEN.label) in told
    assert str(Outlook.STOP.label) not in told


def test_nothing_answered_is_asked_again_and_a_strange_answer_too(client):
    assert client.post(CHECK, {}).status_code == 422
    assert "Hãy trả lời ít nhất một câu." in words(client.post(CHECK, {}))
    assert client.post(CHECK, {"fee": "<b>"}).status_code == 422


def test_another_site_cannot_fill_it_in(client):
    strange = client.post(CHECK, {"fee": "yes"}, headers={"Sec-Fetch-Site": "cross-site"})

    assert strange.status_code == 403
