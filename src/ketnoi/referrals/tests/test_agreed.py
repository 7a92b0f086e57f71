"""No agreement, no referral: said where one is chosen, and again when it is sent."""

from datetime import timedelta

import pytest
from django.urls import reverse

from ketnoi.agencies import actions as agencies
from ketnoi.agencies import queries as network
from ketnoi.agencies.models import Agreement, Party
from ketnoi.agencies.tests import make as members
from ketnoi.agencies.tests.test_agreements import sign
from ketnoi.cases import queries as files
from ketnoi.cases.tests import make as cases
from ketnoi.directory import actions as places
from ketnoi.directory import queries as directory
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.guard.context import acting
from ketnoi.law import queries as law
from ketnoi.referrals import actions
from ketnoi.referrals.tests import make

pytestmark = pytest.mark.django_db
HOURS = timedelta(hours=1)


@pytest.fixture
def lan():
    return members.member(name="Lan")


@pytest.fixture
def file(lan):
    return cases.case(lan, phone=cases.PHONE)


@pytest.fixture
def bed():
    return make.service(members.stranger("shelter", "province"))


def test_without_an_agreement_nothing_is_asked_and_it_is_said_why(client, lan, file, bed):
    with pytest.raises(Refused, match="chưa ký thỏa thuận"):
        make.sent(file, bed, by=lan)

    client.force_login(lan.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    chooser = client.get(reverse("referrals:choose", args=[file.code]) + "?nhu-cau=safe_place")
    assert "chưa có thỏa thuận với đơn vị này" in chooser.text
    assert reverse("agencies:agreements") in chooser.text
    new = client.get(reverse("referrals:new", args=[file.code, bed.pk]) + "?nhu-cau=safe_place")
    assert "Chưa có thỏa thuận với đơn vị này" in new.text


@pytest.mark.parametrize("basis", ["legal_duty", "vital_interest"])
def test_a_legal_duty_and_a_life_in_danger_wait_for_no_agreement(lan, file, bed, basis):
    request = make.draft(file, bed, by=lan, basis=basis, basis_reason="Đang bị đe dọa.")
    sent = actions.send_referral(referral=request, by=lan, now=clock.now())
    assert sent.state == "sent"


def test_one_that_ended_meanwhile_stops_a_draft_and_not_what_was_sent(lan, file, bed):
    made = both_sign(lan, bed)
    cases.consent(file, bed.agency, by=lan, purpose="safe_place", packs=("contact", "need"))
    request = make.draft(file, bed, by=lan)
    hoa = members.member(role="coordinator")
    with writing():
        Party.objects.filter(agreement__title=members.TRIAL).update(left_at=clock.now())

    agencies.end_agreement(agreement=made, by=hoa, now=clock.now())

    with pytest.raises(Refused, match="chưa ký thỏa thuận"):
        actions.send_referral(referral=request, by=lan, now=clock.now())
    assert make.known(lan, request).state == "draft"


@pytest.mark.parametrize("urgency", ["urgent", "normal"])
def test_an_answer_is_due_as_the_two_agreed(lan, file, bed, urgency):
    hours = {"answer_hours": 1, "answer_days": None}
    both_sign(lan, bed, **hours)
    request = make.sent(file, bed, by=lan, urgency=urgency)

    receiver = members.member(bed.agency)
    with acting(receiver):
        due = files.due_by_subject(receiver, [str(request.pk)])[str(request.pk)]

    agreed, usual = (
        request.state_at + HOURS,
        law.due(code="referral.normal", start=request.state_at),
    )
    assert due == (agreed if urgency == "urgent" else usual)


def both_sign(lan, bed, **said):
    """The two agencies agree."""
    hoa = members.member(role="coordinator")
    made = members.proposed([lan.agency, bed.agency], by=hoa, **said)
    for agency in (lan.agency, bed.agency):
        sign(hoa, made, agency)
    assert isinstance(made, Agreement)
    about = {"purpose": "safe_place", "now": clock.now()}
    assert network.agreed(asks=lan.agency_id, asked=bed.agency_id, **about) == made
    return made


def test_an_agreement_does_not_slow_what_waits_for_none(lan, file, bed):
    both_sign(lan, bed, answer_hours=8, answer_days=None)
    about = {"basis": "vital_interest", "basis_reason": "Đang bị đe dọa.", "urgency": "urgent"}
    request = make.draft(file, bed, by=lan, **about)
    actions.send_referral(referral=request, by=lan, now=clock.now())
    receiver = members.member(bed.agency)
    with acting(receiver):
        due = files.due_by_subject(receiver, [str(request.pk)])[str(request.pk)]
    assert due == law.due(code="referral.urgent", start=request.sent_at)


def test_a_place_that_was_kept_is_kept_no_longer_once_she_is_expected(lan, file, bed):
    both_sign(lan, bed)
    receiver = members.member(bed.agency)
    now = clock.now()
    places.report_capacity(service=bed, places=2, taken=0, by=receiver, now=now)
    places.hold_place(service=bed, hours=4, by=lan, now=now)
    request = make.sent(file, bed, by=lan)
    assert directory.held_for(lan.agency_id, bed, now=now)

    actions.accept_referral(referral=make.known(receiver, request), by=receiver, now=now)
    assert directory.held_for(lan.agency_id, bed, now=now) is None


def test_what_has_ended_is_not_begun_again(lan, file, bed):
    both_sign(lan, bed)
    receiver = members.member(bed.agency)
    request = make.sent(file, bed, by=lan)
    told = {"by": receiver, "now": clock.now()}
    for act in (actions.accept_referral, actions.begin_service):
        act(referral=make.known(receiver, request), **told)
    ended = make.known(receiver, request)
    actions.close_referral(referral=ended, outcome="met", **told)
    with pytest.raises(Refused, match="đã kết thúc"):
        actions.begin_service(referral=make.known(lan, request), by=lan, now=clock.now())


def test_what_she_needs_to_get_there_orders_the_list_and_is_kept_nowhere(client, lan, file, bed):
    both_sign(lan, bed)
    with writing():
        bed.accessibility = ["step_free"]
        bed.save()
    client.force_login(lan.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    address = reverse("referrals:choose", args=[file.code]) + "?nhu-cau=safe_place"
    page = client.post(address, {"eases": ["step_free"]})
    assert page.status_code == 200 and page.text.count("vào được bằng xe lăn") == 1
    assert "· vào được bằng xe lăn" not in client.get(address).text
