"""A calendar reads when something of hers is due, and not a word more."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from icalendar import Calendar

from ketnoi.agencies import actions as agencies
from ketnoi.agencies.tests import make as members
from ketnoi.cases import queries as files
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.reminding import actions

pytestmark = pytest.mark.django_db
PAGE = reverse("reminding:feed")
ADDRESS = re.compile(r"/cb/lich/[\w-]{20,}/")


@pytest.fixture
def lan():
    return members.member(name="Lan")


@pytest.fixture
def file(lan):
    return cases.case(lan, phone=cases.PHONE, paper=cases.PAPER)


def begun(member):
    token = actions.begin_feed(by=member, now=clock.now())
    return reverse("reminding:calendar", args=[token])


def read(client, address):
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (
        200,
        "text/calendar; charset=utf-8",
    )
    return Calendar.from_ical(answer.content).walk("VEVENT"), answer.content.decode()


def test_what_is_due_stands_there_under_one_neutral_word(client, lan, file):
    with acting(lan):
        [task] = files.to_do(lan)
    [event], text = read(client, begun(lan))

    assert event["dtstart"].dt == task.due_at
    assert str(event["summary"]) == "Hẹn"
    told = ("Út", file.code, str(file.pk), str(task.pk), task.get_kind_display(), "KN-", "Kết")
    assert not [word for word in told if word in text]


def test_only_what_is_hers_stands_there(client, lan, file):
    mai = members.member(lan.agency, name="Mai")
    assert read(client, begun(mai))[0] == []
    assert len(read(client, begun(lan))[0]) == 1


def test_the_address_is_shown_once_and_works_without_signing_in(client, lan, file):
    client.force_login(lan.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    [address] = ADDRESS.findall(client.post(PAGE).text)
    assert not ADDRESS.search(client.get(PAGE).text)
    client.logout()
    assert len(read(client, address)[0]) == 1


def test_a_new_address_ends_the_old_one_and_hers_ends_with_her(client, lan, file):
    old, new = begun(lan), begun(lan)
    assert client.get(old).status_code == 410
    read(client, new)
    lead = members.member(lan.agency, role="lead")
    agencies.let_member_go(member=lan, by=lead, now=clock.now())
    assert client.get(new).status_code == 410


def test_she_stops_it_herself(client, lan):
    address = begun(lan)
    client.force_login(lan.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.post(reverse("reminding:end_feed"))
    assert client.get(address).status_code == 410
    with pytest.raises(Refused, match="chưa có địa chỉ"):
        actions.end_feed(by=lan, now=clock.now())


def test_an_address_that_nobody_made_and_one_that_ended_look_alike(client, lan):
    old = begun(lan)
    actions.end_feed(by=lan, now=clock.now())
    ended, never = client.get(old), client.get("/cb/lich/khong-co/")
    assert (ended.status_code, ended.content) == (never.status_code, never.content) == (410, b"")


def test_who_lost_her_phone_is_shut_out_of_her_calendar_too(client, lan, file):
    address = begun(lan)
    lead = members.member(lan.agency, role="lead")
    agencies.reset_second_factor(member=lan, by=lead, now=clock.now())
    assert client.get(address).status_code == 410
    token = actions.begin_feed(by=lan, now=clock.now() + timedelta(seconds=1))
    assert read(client, reverse("reminding:calendar", args=[token]))
