"""Links that work once: to join an agency, and to choose a new password."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model

from ketnoi.agencies import actions, queries
from ketnoi.agencies.models import Invitation, Member
from ketnoi.agencies.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.actor import System, Visitor
from ketnoi.foundation.trail.models import Line

pytestmark = pytest.mark.django_db
CHOSEN = {
    "username": "Hanh.MyTu",
    "password": "ba con suối nhỏ",
    "password_again": "ba con suối nhỏ",
}


@pytest.fixture
def mai():
    return make.member(role="lead", name="Mai")


def link(by, role="caseworker"):
    invitation, token = actions.invite_member(name="Hạnh", role=role, by=by, now=clock.now())
    return invitation, f"/cb/loi-moi/{token}/"


def test_who_is_invited_chooses_how_she_signs_in(client, mai):
    invitation, url = link(mai)

    response = client.post(url, {**CHOSEN, "address": "hanh@vidu.vn"}, follow=True)

    assert response.redirect_chain == [("/cb/vao/", 302)]
    assert "Đã xong. Hãy đăng nhập." in response.text
    hanh = Member.objects.get(name="Hạnh")
    assert (hanh.agency, hanh.role, hanh.user.username) == (mai.agency, "caseworker", "hanh.mytu")
    assert hanh.user.email == "hanh@vidu.vn"
    assert hanh.user.password.startswith("argon2")
    with make.as_seen_by(mai):
        line = Line.objects.get(verb="member.joined", agency=mai.agency_id)
        assert line.actor == f"guest:{invitation.pk}"


def test_she_signs_in_as_she_chose_and_a_second_factor_comes_first(client, settings, mai):
    settings.KETNOI_SECOND_FACTOR = True
    client.post(link(mai)[1], CHOSEN)

    entered = client.post("/cb/vao/", {"login": "hanh.mytu", "password": CHOSEN["password"]})

    assert entered.status_code == 302
    assert client.get("/cb/").headers["Location"] == "/cb/tai-khoan/bao-ve/"


def test_an_administrator_too_has_two_factors(client, settings, mai):
    settings.KETNOI_SECOND_FACTOR = True
    make.signed_in(client, make.member(mai.agency, "admin", "Quân"))

    assert client.get("/cb/don-vi/").headers["Location"] == "/cb/tai-khoan/bao-ve/"


def test_a_link_works_once(client, mai):
    invitation, url = link(mai)
    client.post(url, CHOSEN)

    again = client.post(url, CHOSEN | {"username": "khac"})

    assert again.status_code == 410
    assert "xin phụ trách đơn vị một liên kết mới" in again.text
    assert Member.objects.filter(name="Hạnh").count() == 1
    with pytest.raises(Refused, match="không còn dùng được"):
        actions.accept_invitation(
            invitation=invitation, username="x", password="y", by=Visitor(), now=clock.now()
        )


def test_a_link_ends_after_seven_days(client, mai):
    invitation, url = link(mai)
    now = clock.now()
    assert invitation.until == invitation.invited_at + timedelta(days=7)
    with make.writing():
        Invitation.objects.update(until=now)

    assert client.get(url).status_code == 410
    assert client.get("/cb/loi-moi/khong-co/").status_code == 410
    assert queries.open_invitation(url.split("/")[-2]) is None


def test_looking_at_a_link_does_not_use_it_up(client, mai):
    _, url = link(mai)

    first, second = client.get(url), client.get(url)

    assert mai.agency.name in first.text
    assert second.status_code == 200


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"password": "ngan", "password_again": "ngan"}, "Mật khẩu cần dài hơn"),
        ({"password": "73519284", "password_again": "73519284"}, "chỉ có số"),
        ({"password": "password1", "password_again": "password1"}, "Nhiều người dùng"),
        ({"password_again": "ba con suối to"}, "Hai lần gõ chưa giống nhau"),
        ({"username": "chị Hạnh"}, "3 đến 30 chữ thường"),
        ({"username": "hanh-my-tu", "password": "hanh-my-tu"}, "khác tên đăng nhập"),
        ({"address": "khong phai"}, "ten@vidu.vn"),
    ],
)
def test_what_cannot_be_taken_is_said_in_a_sentence(client, mai, typed, said):
    response = client.post(link(mai)[1], CHOSEN | typed)

    assert response.status_code == 422
    assert said in response.text
    assert typed.get("password", CHOSEN["password"]) not in response.text.replace("hanh-my-tu", "")
    assert not Member.objects.filter(name="Hạnh").exists()


def test_a_name_that_is_taken_is_refused_however_it_is_written(client, mai):
    get_user_model().objects.create(username="HANH.MYTU")

    response = client.post(link(mai)[1], CHOSEN)

    assert response.status_code == 422
    assert "đã có người dùng" in response.text


def test_who_has_an_account_joins_with_it(client, mai):
    kim = make.member(make.agency("osso", "province", name="OSSO"), name="Kim")
    _, url = link(mai)
    make.signed_in(client, kim)
    assert 'name="password"' not in client.get(url).text

    response = client.post(url, {"yes": "1"}, follow=True)

    assert f"Bạn nay cũng làm việc cho {mai.agency.name}" in response.text
    assert {m.agency for m in queries.memberships(kim.user)} == {kim.agency, mai.agency}
    assert client.get(url).status_code == 410


def test_nobody_is_twice_in_one_agency(client, mai):
    _, url = link(mai)
    make.signed_in(client, mai)

    response = client.post(url, {"yes": "1"})

    assert response.status_code == 422
    assert "Bạn đã làm việc cho đơn vị này rồi." in response.text


def test_who_left_comes_back_with_her_account(client, mai):
    lan = make.member(mai.agency)
    actions.let_member_go(member=lan, by=mai, now=clock.now())
    make.signed_in(client, lan)
    assert client.get("/cb/").status_code == 403

    client.post(link(mai)[1], {"yes": "1"})

    assert client.get("/cb/tro-giup/").status_code == 200


@pytest.mark.parametrize("role", ["volunteer", "caseworker", "specialist", "coordinator"])
def test_other_roles_invite_nobody(mai, role):
    with pytest.raises(Refused):
        link(make.member(mai.agency, role))


def test_a_lead_invites_nobody_into_a_role_of_the_network(mai):
    with pytest.raises(Refused, match="Chỉ quản trị"):
        link(mai, role="admin")


def test_the_system_invites_the_first_member():
    agency = make.agency()

    invitation, _ = link(System(agency_id=agency.pk), role="admin")

    assert (invitation.agency, invitation.invited_by) == (agency, None)


def test_a_link_that_went_to_the_wrong_place_is_withdrawn(client, mai):
    invitation, url = link(mai)
    with pytest.raises(Refused):
        actions.withdraw_invitation(
            invitation=invitation, by=make.member(role="lead"), now=clock.now()
        )

    actions.withdraw_invitation(invitation=invitation, by=mai, now=clock.now())

    assert client.get(url).status_code == 410


def test_who_forgot_her_password_chooses_a_new_one(client, mai):
    lan = make.member(mai.agency)
    make.signed_in(client, lan)
    _, token = actions.send_password_link(member=lan, by=mai, now=clock.now())
    client.logout()

    response = client.post(f"/cb/loi-moi/{token}/", CHOSEN)

    assert response.headers["Location"] == "/cb/vao/"
    lan.user.refresh_from_db()
    assert lan.user.check_password(CHOSEN["password"])
    assert client.get(f"/cb/loi-moi/{token}/").status_code == 410


def test_only_the_newest_password_link_works(client, mai):
    lan = make.member(mai.agency)
    _, first = actions.send_password_link(member=lan, by=mai, now=clock.now())
    _, second = actions.send_password_link(member=lan, by=mai, now=clock.now())

    assert client.get(f"/cb/loi-moi/{first}/").status_code == 410
    assert client.get(f"/cb/loi-moi/{second}/").status_code == 200


def test_one_agency_gives_nobody_the_keys_of_another(mai):
    kim = make.member(make.agency("osso", "province"), name="Kim")
    here = make.also_at(mai.agency, kim)

    with pytest.raises(Refused, match="người vận hành"):
        actions.send_password_link(member=here, by=mai, now=clock.now())


def test_a_password_link_dies_when_she_joins_another_agency(client, mai):
    lan = make.member(mai.agency)
    _, token = actions.send_password_link(member=lan, by=mai, now=clock.now())
    make.also_at(make.agency("osso", "province"), lan)

    response = client.post(f"/cb/loi-moi/{token}/", CHOSEN)

    assert response.status_code == 422
    assert "không còn dùng được" in response.text
