"""Members come, change what they do, are helped back in, and go."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session

from ketnoi.agencies import actions
from ketnoi.agencies.models import Member
from ketnoi.agencies.terms import Role
from ketnoi.agencies.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.trail.models import Line

pytestmark = pytest.mark.django_db


@pytest.fixture
def mai():
    return make.member(role="lead", name="Mai")


@pytest.fixture
def lan(mai):
    return make.member(mai.agency, name="Lan")


def lines(verb):
    return Line.objects.filter(verb=verb)


def test_a_lead_changes_what_somebody_does(mai, lan):
    actions.change_role(member=lan, role="verifier", by=mai)

    lan.refresh_from_db()
    assert lan.role == Role.VERIFIER
    with make.as_seen_by(mai):
        [line] = lines("member.role_changed")
        assert line.facts == {"was": "caseworker", "role": "verifier"}


@pytest.mark.parametrize("role", ["coordinator", "admin"])
def test_a_role_of_the_whole_network_is_given_by_an_administrator_only(mai, lan, role):
    quan = make.member(mai.agency, "admin", "Quân")

    with pytest.raises(Refused, match="Chỉ quản trị"):
        actions.change_role(member=lan, role=role, by=mai)
    actions.change_role(member=lan, role=role, by=quan)

    with pytest.raises(Refused, match="Chỉ quản trị"):
        actions.change_role(member=lan, role="caseworker", by=mai)


def test_nobody_decides_about_herself(mai):
    now = clock.now()

    with pytest.raises(Refused, match="nhờ người khác"):
        actions.change_role(member=mai, role="caseworker", by=mai)
    with pytest.raises(Refused, match="nhờ người khác"):
        actions.let_member_go(member=mai, by=mai, now=now)
    with pytest.raises(Refused, match="nhờ người khác"):
        actions.reset_second_factor(member=mai, by=mai, now=now)


@pytest.mark.parametrize("role", [r for r in Role if r not in {Role.LEAD, Role.ADMIN}])
def test_other_roles_decide_about_nobody(mai, lan, role):
    by, now = make.member(mai.agency, role, "Ai đó"), clock.now()

    for act, told in (
        (actions.change_role, {"role": "verifier"}),
        (actions.let_member_go, {"now": now}),
        (actions.reset_second_factor, {"now": now}),
        (actions.send_password_link, {"now": now}),
    ):
        with pytest.raises(Refused):
            act(member=lan, by=by, **told)


@pytest.mark.parametrize("role", ["lead", "admin"])
def test_nobody_decides_about_people_of_another_agency(lan, role):
    stranger, now = make.member(role=role), clock.now()

    with pytest.raises(Refused):
        actions.let_member_go(member=lan, by=stranger, now=now)
    with pytest.raises(Refused):
        actions.reset_second_factor(member=lan, by=stranger, now=now)
    with pytest.raises(Refused):
        actions.send_password_link(member=lan, by=stranger, now=now)


def test_who_was_let_go_is_let_go_once(mai, lan):
    actions.let_member_go(member=lan, by=mai, now=clock.now())

    with pytest.raises(Refused, match="đã nghỉ"):
        actions.let_member_go(member=lan, by=mai, now=clock.now())
    assert Member.objects.get(pk=lan.pk).left_by == mai


def test_a_lost_second_factor_is_set_up_anew_and_every_screen_closes(client, mai, lan):
    make.second_factor(lan)
    make.signed_in(client, lan)
    assert client.get("/cb/tro-giup/").status_code == 200

    actions.reset_second_factor(member=lan, by=mai, now=clock.now())

    assert not Authenticator.objects.filter(user=lan.user).exists()
    assert client.get("/cb/tro-giup/").headers["Location"].startswith("/cb/vao/")
    with make.as_seen_by(mai):
        assert lines("member.second_factor_reset").get().facts == {"lost": 1}


def test_screens_of_other_people_stay_open(client, mai, lan):
    make.signed_in(client, mai)
    client.get("/cb/tro-giup/")

    actions.reset_second_factor(member=lan, by=mai, now=clock.now())

    assert Session.objects.count() == 1
    assert client.get("/cb/tro-giup/").status_code == 200


def test_after_a_reset_a_second_factor_comes_first_again(client, settings, mai, lan):
    settings.KETNOI_SECOND_FACTOR = True
    make.second_factor(lan)
    actions.reset_second_factor(member=lan, by=mai, now=clock.now())

    make.signed_in(client, lan)

    assert client.get("/cb/tro-giup/").headers["Location"] == "/cb/tai-khoan/bao-ve/"


def test_a_member_reads_the_screens_in_the_language_she_chose(client):
    kim = make.member(name="Kim")
    client.force_login(kim.user, backend="allauth.account.auth_backends.AuthenticationBackend")

    client.post("/cb/ngon-ngu/", {"language": "en"})

    assert '<html lang="en">' in client.get("/cb/").content.decode()
