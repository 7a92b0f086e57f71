"""Five wrong passwords lock one user name, and nobody else who comes from the same address."""

import pytest

from ketnoi.agencies.tests import make

pytestmark = pytest.mark.django_db
PASSWORD = "ba con suối nhỏ"


def with_password(name):
    member = make.member(name=name)
    member.user.set_password(PASSWORD)
    member.user.save()
    return member.user.username


def enter(client, username, password=PASSWORD):
    return client.post("/cb/vao/", {"login": username, "password": password})


def test_five_wrong_passwords_lock_the_name_with_a_plain_page(client):
    lan = with_password("Lan")

    answers = [enter(client, lan, "khong-phai") for _time in range(5)]

    assert [a.status_code for a in answers] == [422, 422, 422, 422, 429]
    assert "mở lại sau 15 phút" in answers[-1].text
    assert enter(client, lan).status_code == 429


def test_capitals_do_not_make_another_name(client):
    lan = with_password("Lan")
    for _time in range(5):
        enter(client, lan.upper(), "khong-phai")

    assert enter(client, lan).status_code == 429


def test_a_colleague_at_the_same_address_still_comes_in(client):
    lan, mai = with_password("Lan"), with_password("Mai")
    for _time in range(6):
        enter(client, lan, "khong-phai")

    response = enter(client, mai)

    assert response.status_code == 302
    assert response.headers["Location"] == "/cb/"
