"""The queue of those who wait to be called, and what an officer does with one of them."""

from uuid import uuid4

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation.guard.context import acting
from ketnoi.intake import queries
from ketnoi.intake.tests import calling as make
from ketnoi.intake.tests.make import answers

pytestmark = pytest.mark.django_db
QUEUE = "/cb/goi-lai/"


@pytest.fixture
def us():
    return make.team()


@pytest.fixture
def callback(us):
    return make.asked(us.lan)


@pytest.fixture
def lan(client, us):
    agencies.signed_in(client, us.lan)
    return client


def page_of(callback, part=""):
    return f"{QUEUE}{callback.pk}/{part}"


def tries(lan, callback, result):
    return lan.post(page_of(callback), {"result": result, "key": str(uuid4())}, follow=True)


def test_whoever_calls_sees_what_to_say_and_to_whom(lan, callback):
    assert make.CALLED in lan.get(QUEUE).content.decode()
    told = lan.get(page_of(callback)).content.decode()

    for word in ("0912 345 001", make.CODE_WORD, "sẽ gọi lại sau", "Không nói mình là ai"):
        assert word in told
    assert "?goi-lai=" not in told
    assert "1 người chờ được gọi lại" in lan.get("/cb/").content.decode()


def test_she_is_taken_in_with_what_she_said_and_waits_no_more(lan, us, callback):
    tries(lan, callback, "agreed")
    page = lan.get(f"/cb/tiep-nhan/?goi-lai={callback.pk}")
    form = page.context["form"]
    typed = answers(called=form["called"].value(), callback=form["callback"].value())
    lan.post("/cb/tiep-nhan/", typed)

    assert form["number"].value() == "0912 345 001"
    assert (form["called"].value(), form["who_answers"].value()) == (make.CALLED, "herself")
    assert make.opened(callback, us.lan).outcome == "taken_in"
    assert make.waiting(us.lan) == []


def test_before_she_agreed_the_first_conversation_begins_empty(lan, us, callback):
    tries(lan, callback, "talked")

    page = lan.get(f"/cb/tiep-nhan/?goi-lai={callback.pk}")
    assert page.context["form"]["called"].value() in (None, "")


def test_a_request_ends_only_with_what_the_calls_bear_out(lan, us, callback):
    refused = lan.post(page_of(callback, "ket-thuc/"), {"outcome": "unreached"})
    for _ in range(3):
        tries(lan, callback, "no_answer")
    ended = lan.post(page_of(callback, "ket-thuc/"), {"outcome": "unreached"})

    assert (refused.status_code, ended.status_code) == (422, 302)
    with acting(us.lan):
        assert queries.callback(us.lan, callback.pk).outcome == "unreached"


def test_another_agency_finds_no_such_request(client, us, callback):
    agencies.signed_in(client, us.kim)

    assert client.get(page_of(callback)).status_code == 404
    assert make.CALLED not in client.get(QUEUE).content.decode()


def test_a_coordinator_names_who_calls_and_reads_no_word(client, us, callback):
    agencies.signed_in(client, us.hoa)
    page = client.get(f"{QUEUE}mang-luoi/").content.decode()
    client.post(f"{QUEUE}mang-luoi/", {"agency": str(us.kim.agency.pk)})
    make.ask(number="+84912345777")

    assert make.CALLED not in page
    assert client.get(page_of(callback)).status_code == 404
    assert len(make.waiting(us.kim)) == len(make.waiting(us.lan)) == 1
