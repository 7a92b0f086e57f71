"""A program answers, and people see to her: it holds no request, no role and no password."""

import pytest
from django.urls import reverse

from ketnoi.agencies import actions as network
from ketnoi.agencies import queries as known
from ketnoi.agencies.tests import make as agencies
from ketnoi.api.tests.test_fhir import program
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.referrals import actions
from ketnoi.referrals.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def lead():
    return agencies.member(agencies.agency("hospital", "province"), role="lead")


@pytest.fixture
def request_(lan, lead):
    return make.sent(cases.case(lan), make.service(lead.agency, "health"), by=lan)


@pytest.fixture
def ask(client, lead):
    return program(client, lead)


def test_what_a_program_accepts_stays_in_the_queue_of_its_agency(ask, lan, lead, request_):
    ask(f"Task/{request_.pk}", {"status": "accepted"})
    known_ = make.known(lead, request_)
    assert (known_.state, known_.taken_by) == ("accepted", None)
    nurse = agencies.member(lead.agency)
    assert actions.take_referral(referral=known_, by=nurse, now=clock.now()).taken_by_id == nurse.pk


def test_a_program_has_no_role_no_password_and_no_second_factor(ask, client, lead):
    [made] = known.programs_of(lead.agency)
    now = clock.now()
    for act in (
        lambda: network.change_role(member=made, role="lead", by=lead),
        lambda: network.send_password_link(member=made, by=lead, now=now),
        lambda: network.reset_second_factor(member=made, by=lead, now=now),
    ):
        with pytest.raises(Refused, match="chương trình"):
            act()
    client.force_login(lead.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(reverse("agencies:role", args=[made.pk])).status_code == 404


def test_a_lead_reads_who_let_a_program_in_and_ends_it_after_a_question(ask, client, lead):
    [made] = known.programs_of(lead.agency)
    client.force_login(lead.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = client.get(reverse("agencies:members")).text
    address = reverse("agencies:end_program", args=[made.pk])
    assert address in page and "1 người đang làm việc" in page

    assert client.get(address).status_code == 200 and ask("Task").status_code == 200
    client.post(address)
    client.logout()
    assert ask("Task").status_code == 401
