"""The screen locks when nobody is there, and what was typed is not lost."""

import pytest
from django.contrib.sessions.models import Session

from ketnoi.site import locking
from ketnoi.site.tests import make

pytestmark = pytest.mark.django_db

PAGE = "/cb/mau/"
TYPED = {"tried-alias": "Út", "tried-story": "chị kể chuyện ở bến xe"}


@pytest.fixture
def at_work(client):
    make.signed_in(client, make.member())
    assert client.get(PAGE).status_code == 200
    return client


def leave_alone(client, minutes=16):
    session = client.session
    session[locking.SEEN] -= minutes * 60
    session.save()


def open_again(client, **given):
    return client.post("/cb/mo-khoa/", {"back": PAGE, "password": make.PASSWORD} | given)


def test_a_screen_left_alone_is_locked(at_work):
    leave_alone(at_work)

    response = at_work.get(PAGE)

    assert response.status_code == 423
    assert "Màn hình đã khóa" in response.text
    assert "Danh sách việc" not in response.text


def test_a_screen_in_use_stays_open(at_work):
    leave_alone(at_work, minutes=14)
    at_work.get("/cb/con-day/")
    leave_alone(at_work, minutes=14)

    assert at_work.get(PAGE).status_code == 200


def test_she_opens_it_again_with_her_password(at_work):
    at_work.post("/cb/khoa/")

    assert at_work.get(PAGE).status_code == 423
    assert open_again(at_work).headers["Location"] == PAGE
    assert at_work.get(PAGE).status_code == 200


def test_somebody_else_does_not_open_it(at_work):
    at_work.post("/cb/khoa/")

    assert "Chưa mở được" in open_again(at_work, password="khac").text
    assert at_work.get(PAGE).status_code == 423


def test_wrong_tries_at_the_locked_screen_are_counted(at_work):
    at_work.post("/cb/khoa/")

    answers = [open_again(at_work, password="khac").status_code for _time in range(5)]

    assert answers[-1] == 429


def test_what_arrives_while_it_is_locked_is_given_back(at_work):
    leave_alone(at_work)
    assert at_work.post(PAGE, TYPED).status_code == 423
    open_again(at_work)

    text = at_work.get(PAGE).text

    assert 'value="Út"' in text
    assert "chị kể chuyện ở bến xe" in text
    assert "Chữ bạn đã gõ vẫn còn đây." in text
    assert "chị kể chuyện" not in at_work.get(PAGE).text


def test_locking_by_hand_takes_along_what_was_typed(at_work):
    at_work.post("/cb/khoa/", {"kept-for": PAGE} | TYPED)
    open_again(at_work)

    assert 'value="Út"' in at_work.get(PAGE).text


def test_what_is_kept_is_sealed_in_the_database(at_work):
    at_work.post("/cb/khoa/", {"kept-for": PAGE, "password": "x"} | TYPED)

    kept = [session.get_decoded() for session in Session.objects.all()]

    assert any(locking.KEPT in each for each in kept)
    assert "bến xe" not in str(kept)
    assert "tried-alias" not in str(kept)


def test_a_locked_screen_leads_nowhere_else(at_work):
    at_work.post("/cb/khoa/")

    assert open_again(at_work, back="https://example.org/").headers["Location"] == "/cb/"


def test_in_a_demo_one_button_opens_it(at_work, settings):
    settings.DEMO = True
    at_work.post("/cb/khoa/")

    assert open_again(at_work, password="").headers["Location"] == PAGE
