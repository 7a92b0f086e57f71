"""Who wants one word a day gets one, when something waits; what is nearly due is said at once."""

import pytest
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob as Job

from ketnoi.agencies import actions as agencies
from ketnoi.agencies.tests import make as members
from ketnoi.cases.tests import make as cases
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.actor import NETWORK
from ketnoi.reminding import actions, jobs

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return members.reached_at(members.member(name="Lan"), "lan@vidu.vn")


@pytest.fixture
def mai(lan):
    return members.reached_at(members.member(lan.agency, name="Mai"), "mai@vidu.vn")


def wants(member, told):
    return agencies.note_mail_address(address=member.user.email, told=told, by=member)


def told():
    waiting = Job.objects.filter(task_name__endswith="tell_member")
    return {job.args["member_id"] for job in waiting}


def test_one_word_in_the_morning_when_something_waits(lan, mai):
    for each in (lan, mai):
        wants(each, "morning")
    members.reached_at(members.member(name="Kim"), "kim@vidu.vn")
    jobs.say_good_morning.func(timestamp=0)
    assert told() == set()

    cases.case(lan)
    jobs.say_good_morning.func(timestamp=0)
    assert told() == {str(lan.pk), str(mai.pk)}


def test_something_new_does_not_wake_who_wants_the_morning(lan, mai):
    wants(lan, "morning")
    with writing():
        agencies.tell_later(agency_id=lan.agency_id, but=[members.member().pk])
    assert told() == {str(mai.pk)}


def test_what_is_nearly_due_is_said_at_once_all_the_same(lan):
    wants(lan, "morning")
    with writing():
        agencies.tell_with_substitute(member_id=lan.pk)
    assert told() == {str(lan.pk)}


def test_who_left_or_has_no_address_is_not_told(lan, mai):
    wants(mai, "morning")
    agencies.note_mail_address(address="", told="morning", by=lan)
    cases.case(lan)
    agencies.let_member_go(member=mai, by=members.member(lan.agency, role="lead"), now=mai.since)
    jobs.say_good_morning.func(timestamp=0)
    assert told() == set()


def test_only_the_system_says_good_morning(lan):
    with pytest.raises(Refused):
        actions.tell_in_the_morning(member=lan, by=lan)
    actions.tell_in_the_morning(member=lan, by=NETWORK)


def test_she_chooses_on_the_page(client, lan):
    client.force_login(lan.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = reverse("agencies:mail_address")
    assert client.post(page, {"address": "khong"}).status_code == 422
    client.post(page, {"address": "lan@vidu.vn", "told": "morning"})
    lan.refresh_from_db()
    assert lan.told == "morning"
    assert "Mỗi sáng một lần" in client.get(reverse("agencies:members")).text
