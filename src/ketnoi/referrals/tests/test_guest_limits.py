"""A guest reaches the one request of her link, for as long as it lives, and nothing else."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as cases_actions
from ketnoi.cases import queries as files
from ketnoi.cases.models import Case, CaseAccess, Consent, Note, Task
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.actor import Guest
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.people.models import Person, Phone
from ketnoi.referrals import access, actions, queries
from ketnoi.referrals.models import GuestLink, Referral, ReferralEvent
from ketnoi.referrals.tests import make
from ketnoi.referrals.tests.make import answers, issue, known, says

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def station():
    return agencies.agency("health_station")


@pytest.fixture
def file(lan):
    return cases.case(lan, phone=cases.PHONE)


@pytest.fixture
def request_(lan, file, station):
    return make.sent(file, make.service(station, "health"), by=lan)


@pytest.fixture
def other(lan, file, request_):
    """Another request to the same partner, in the same file."""
    return make.sent(file, request_.service, by=lan)


@pytest.fixture
def issued(lan, request_):
    return issue(lan, request_)


def wrong(code):
    return "000000" if code != "000000" else "111111"


def test_a_guest_reaches_this_request_and_nothing_else(lan, file, request_, other, issued):
    link, token, _code = issued
    guest = link.guest

    with acting(guest):
        assert [r.pk for r in Referral.objects.all()] == [request_.pk]
        assert {e.referral_id for e in ReferralEvent.objects.all()} == {request_.pk}
        assert {t.subject for t in Task.objects.all()} == {str(request_.pk)}
        assert [one.pk for one in GuestLink.objects.all()] == [link.pk]
        for model in (Case, CaseAccess, Consent, Note, Person, Phone, Line):
            assert not model.objects.exists(), model
    assert [r.pk for r in Referral.objects.visible_to(guest)] == [request_.pk]


def test_a_guest_who_is_told_of_another_request_does_not_reach_it(issued, other):
    link, _token, _code = issued
    forged = replace(link.guest, leads_to=other.pk)
    assert not access.may_move(member=link.guest, referral=other, after="accepted")

    with acting(forged):
        assert not Referral.objects.filter(pk=other.pk).exists()
    with pytest.raises(actions.Refused):
        actions.answer_as_guest(link=link, step="accepted", by=forged, now=clock.now())
    with pytest.raises((actions.Refused, Referral.DoesNotExist)):
        actions.accept_referral(referral=other, by=link.guest, now=clock.now())


def test_a_guest_writes_in_no_other_name(issued):
    link, _token, _code = issued
    statement = "SELECT kn.trail_append(%s, %s, %s, %s, 'x', '', '{}', false)"
    of = [link.case_id, "guest:5f0f7c4e-6a1d-4b7e-9f43-0c1d2e3f4a5b", link.to_agency_id]

    forged = pytest.raises(DatabaseError, match="own name")
    with acting(link.guest), connection.cursor() as cursor, forged:
        cursor.execute(statement, [*of, link.holder_id])


@pytest.mark.parametrize("ends", ["recalled", "replaced", "referral recalled", "withdrawn", "late"])
def test_a_link_that_has_ended_leads_nowhere(lan, file, request_, ends):
    now = clock.now()
    started = now - timedelta(days=15) if ends == "late" else now
    link, token, code = issue(lan, request_, now=started)
    now -= timedelta(minutes=1)
    match ends:
        case "recalled":
            actions.recall_link(referral=known(lan, request_), by=lan, now=now)
        case "replaced":
            issue(lan, request_)
        case "referral recalled":
            actions.recall_referral(referral=known(lan, request_), by=lan, now=now)
        case "withdrawn":
            with acting(lan):
                consent = files.consent_in(file, request_.consent_id)
            cases_actions.withdraw_consent(consent=consent, by=lan, now=now)

    assert queries.link_by_token(token) is None
    with acting(lan):
        lives = GuestLink.objects.get(pk=link.pk).lives(clock.now())
    assert lives == (ends in {"referral recalled", "withdrawn"})
    for act in (lambda: says(link, wrong(code)), lambda: answers(link, "accepted")):
        with pytest.raises(actions.Refused, match="không còn dùng được"):
            act()
    with acting(link.guest):
        assert not Referral.objects.exists()


def test_an_invitation_is_no_link_to_a_request(request_):
    with acting(Guest(key=str(request_.pk), agency_id=request_.to_agency_id)):
        assert not Referral.objects.exists()
