"""What a one-stop office does across domains: intake, referrals, the end of a file, calendars."""

import pytest
from django.urls import reverse
from icalendar import Calendar

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.osso.models import Appointment, Wish
from ketnoi.osso.tests import make
from ketnoi.osso.tests.make import signed_in
from ketnoi.pathway import actions as pathway
from ketnoi.referrals.models import Referral
from ketnoi.referrals.tests import make as requests
from ketnoi.reminding import actions as reminding

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    return make.officer()


@pytest.fixture
def file(kim):
    return make.case(kim)


def test_the_first_questions_lead_on_to_the_one_conversation(client, kim):
    signed_in(client, kim)
    answered = client.post(reverse("intake:new"), {"called": "Na", "recorded": "yes"})
    code = make.one(kim, Case).code
    assert answered.headers["Location"] == f"/cb/ho-so/{code}/mot-cua/tiep/"


def test_what_others_are_asked_for_is_handed_on_with_her_yes(client, kim, file):
    tam = agencies.member(agencies.agency("legal_aid", "province"), name="Tâm")
    service = requests.service(tam.agency, "papers_legal")
    make.walked_in(file, "legal", "mind", by=kim)
    cases.consent(file, tam.agency, by=kim, purpose="papers_legal")
    signed_in(client, kim)
    here = reverse("pathway:refer_wishes", args=[file.code])
    assert "Chưa có sự đồng ý" in client.get(here).text

    said = {"papers_legal": str(service.pk), "packs": ["contact", "need"], "urgency": "normal"}
    assert client.post(here, said).status_code == 302
    assert make.wishes(file, kim) == {"legal": "referred", "mind": "waits"}
    assert make.one(kim, Wish, category="legal").referral == make.one(kim, Referral).pk


def test_without_choosing_anybody_nothing_is_sent(client, kim, file):
    make.walked_in(file, "legal", by=kim)
    signed_in(client, kim)
    here = reverse("pathway:refer_wishes", args=[file.code])
    answered = client.post(here, {"packs": ["need"], "urgency": "normal"})
    assert answered.status_code == 422
    assert "Hãy chọn ít nhất một nơi." in answered.text
    assert make.wishes(file, kim) == {"legal": "waits"}


def test_a_file_that_ends_calls_its_appointments_off(kim, file):
    one = make.planned(file, by=kim)
    pathway.close(case=file, reason="her_wish", by=kim, now=clock.now())

    assert make.one(kim, Appointment, pk=one.pk).state == "called_off"
    assert make.desk(kim) == []


def test_the_calendar_of_a_phone_says_nothing_but_the_hour(client, kim, file):
    one = make.planned(file, by=kim)
    token = reminding.begin_feed(by=kim, now=clock.now())
    told = client.get(reverse("reminding:calendar", args=[token])).content
    events = Calendar.from_ical(told).walk("VEVENT")

    hour = one.starts_at.replace(microsecond=0)
    assert hour in [event["dtstart"].dt for event in events]
    assert {str(event["summary"]) for event in events} == {"Hẹn"}
    assert file.code not in told.decode()
