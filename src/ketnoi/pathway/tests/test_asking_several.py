"""Several needs, one talk with her, several requests: all of them go, or none."""

import pytest
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.pathway import actions as pathway
from ketnoi.referrals import actions, queries
from ketnoi.referrals.models import Referral
from ketnoi.referrals.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def yen():
    return agencies.member(agencies.agency("shelter", "province"), name="Yến")


@pytest.fixture
def tam():
    return agencies.member(agencies.agency("legal_aid", "province"), name="Tâm")


@pytest.fixture
def file(lan):
    return cases.case(lan, needs=["safe_place", "papers_legal", "health"])


@pytest.fixture
def services(yen, tam):
    return {
        "safe_place": make.service(yen.agency, "safe_place"),
        "papers_legal": make.service(tam.agency, "papers_legal"),
    }


def agrees(file, services, lan):
    for need, service in services.items():
        cases.consent(file, service.agency, by=lan, purpose=need)


def ask(file, services, lan, **said):
    told = {"urgency": "normal", "packs": ["contact", "need"], "message": "", **said}
    return pathway.ask_several(case=file, services=services, by=lan, now=clock.now(), **told)


def test_each_agency_is_asked_for_its_own_need_and_told_no_other(lan, yen, tam, file, services):
    agrees(file, services, lan)

    ask(file, services, lan)

    for member, need in ((yen, "safe_place"), (tam, "papers_legal")):
        with acting(member):
            [waiting] = queries.received_by(member)
            told = str(queries.told(waiting))
        assert waiting.purpose == need
        assert ("Nơi an toàn" in told) is (need == "safe_place")


def test_where_one_yes_is_missing_nobody_is_asked(lan, file, services):
    agrees(file, {"safe_place": services["safe_place"]}, lan)

    with pytest.raises(pathway.Refused, match="Chưa có sự đồng ý"):
        ask(file, services, lan)

    with acting(lan):
        assert not Referral.objects.exists()


def test_nothing_chosen_is_said_in_a_sentence(lan, file):
    with pytest.raises(pathway.Refused, match="ít nhất một nơi"):
        ask(file, {}, lan)


def test_the_page_asks_for_each_need_that_nobody_is_asked_for(client, lan, file, services):
    agrees(file, services, lan)
    agencies.signed_in(client, lan)
    here = reverse("pathway:ask_several", args=[file.code])
    before = client.get(here).content.decode()

    shelter = str(services["safe_place"].pk)
    answer = {"safe_place": shelter, "packs": ["contact"], "urgency": "urgent", "message": ""}
    done = client.post(here, answer)
    after = client.get(here).content.decode()

    assert 'name="safe_place"' in before
    assert 'name="papers_legal"' in before
    assert "muc-dich=health" in before
    assert done.status_code == 302
    assert 'name="safe_place"' not in after
    with acting(lan):
        [sent] = Referral.objects.all()
    assert (sent.purpose, sent.urgency, sent.state) == ("safe_place", "urgent", "sent")


def test_a_service_she_did_not_agree_to_is_as_if_it_were_not_there(client, lan, file, services):
    agrees(file, {"papers_legal": services["papers_legal"]}, lan)
    agencies.signed_in(client, lan)
    here = reverse("pathway:ask_several", args=[file.code])
    answer = {"papers_legal": str(services["safe_place"].pk), "packs": ["need"]}

    assert client.post(here, {**answer, "urgency": "normal"}).status_code == 404


def test_what_was_asked_one_by_one_stays_possible(lan, yen, file, services):
    agrees(file, services, lan)
    first = make.draft(file, services["safe_place"], by=lan)
    actions.send_referral(referral=first, by=lan, now=clock.now())

    with acting(lan):
        assert queries.needs_to_ask(file, lan) == ["papers_legal", "health"]
