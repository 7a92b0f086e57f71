"""Who comes in, how, and what stands in the way."""

import pytest

from ketnoi.site.tests import make

pytestmark = pytest.mark.django_db

SIGN_IN = "/cb/vao/"
HELP = "/cb/tro-giup/"


def try_password(client, password, username="lan"):
    return client.post(SIGN_IN, {"login": username, "password": password})


def test_a_stranger_is_sent_to_sign_in(client):
    response = client.get(HELP)

    assert response.status_code == 302
    assert response.headers["Location"] == f"{SIGN_IN}?next={HELP}"


def test_a_member_signs_in_and_sees_for_whom_she_acts(client):
    make.member()

    response = try_password(client, make.PASSWORD)

    assert response.status_code == 302
    assert response.headers["Location"] == "/cb/"
    text = client.get(HELP).text
    assert "Hội LHPN xã Mỹ Tú" in text
    assert "Lan · Cán bộ hồ sơ" in text


def test_the_cookies_of_the_staff_side_stay_there(client):
    make.member()
    try_password(client, make.PASSWORD)

    assert {cookie["path"] for cookie in client.cookies.values()} == {"/cb/"}


def test_a_wrong_password_is_refused_in_plain_words(client):
    make.member()

    response = try_password(client, "khong-phai")

    assert response.status_code == 422
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in response.text
    assert "khong-phai" not in response.text


def test_after_five_wrong_passwords_the_account_rests(client):
    make.member()
    for _time in range(5):
        response = try_password(client, "khong-phai")

    assert response.status_code == 429
    assert "mở lại sau 15 phút" in response.text
    assert try_password(client, make.PASSWORD).status_code == 429


def test_nobody_makes_an_account_by_herself(client):
    assert client.get("/cb/tai-khoan/signup/").status_code == 404


def test_outside_a_demo_a_second_factor_comes_first(client, settings):
    settings.KETNOI_SECOND_FACTOR = True
    make.signed_in(client, make.member())

    assert client.get(HELP).headers["Location"] == "/cb/tai-khoan/bao-ve/"
    assert "Thêm passkey" in client.get("/cb/tai-khoan/bao-ve/").text


def test_with_a_second_factor_the_door_is_open(client, settings):
    settings.KETNOI_SECOND_FACTOR = True
    member = make.member()
    make.second_factor(member)
    make.signed_in(client, member)

    assert client.get(HELP).status_code == 200


def test_a_wrong_code_counts_like_a_wrong_password(client):
    make.second_factor(make.member())
    step = try_password(client, make.PASSWORD).headers["Location"]

    answers = [client.post(step, {"code": "000000"}).status_code for _time in range(5)]

    assert step == "/cb/tai-khoan/buoc-hai/"
    assert answers[0] == 422
    assert answers[-1] == 429


def test_who_acts_for_no_agency_any_more_is_told_so(client):
    member = make.member()
    make.gone(member)
    make.signed_in(client, member)

    response = client.get(HELP)

    assert response.status_code == 403
    assert "Bạn chưa thuộc đơn vị nào" in response.text


def test_a_person_of_two_agencies_changes_openly(client):
    first = make.member()
    second = make.member(at=make.agency("osso", "OSSO Cần Thơ"))
    make.signed_in(client, first)

    client.post("/cb/doi-don-vi/", {"member": str(second.pk)})

    assert "OSSO Cần Thơ" in client.get(HELP).text


def test_nobody_acts_for_an_agency_that_is_not_hers(client):
    make.signed_in(client, make.member())
    other = make.member("kim", "Kim", at=make.agency("osso", "OSSO Cần Thơ"))

    client.post("/cb/doi-don-vi/", {"member": str(other.pk)})

    assert "OSSO Cần Thơ" not in client.get(HELP).text


def test_in_a_demo_one_may_be_any_of_its_people(client, settings):
    settings.DEMO = True
    make.member("demo-lan")

    assert "Vào vai Lan" in client.get(SIGN_IN).text
    assert client.post("/cb/vao-vai/lan/").headers["Location"] == "/cb/"
    assert "Lan · Cán bộ hồ sơ" in client.get(HELP).text


def test_being_somebody_exists_in_a_demo_only(client):
    make.member("demo-lan")

    assert client.post("/cb/vao-vai/lan/").status_code == 404
    assert "Vào vai" not in client.get(SIGN_IN).text


def test_a_demo_lets_nobody_in_from_another_machine(client, settings):
    settings.DEMO = True
    make.member("demo-lan")

    assert client.post("/cb/vao-vai/lan/", REMOTE_ADDR="192.0.2.7").status_code == 404


def test_in_a_demo_real_accounts_are_nobody_to_be(client, settings):
    settings.DEMO = True
    make.member("lan")

    assert client.post("/cb/vao-vai/lan/").status_code == 404
    assert client.get("/cb/vao-vai/lan/").status_code == 404
