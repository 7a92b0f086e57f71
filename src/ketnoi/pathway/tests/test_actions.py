"""Steps that cross domains happen whole or not at all."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as files
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
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
def file(lan):
    return cases.case(lan, phone=cases.PHONE)


@pytest.fixture
def bed(yen):
    return make.service(yen.agency, "safe_place")


def test_what_she_agreed_to_later_goes_with_the_yes_she_takes_back(lan, yen, file, bed):
    request = make.sent(file, bed, by=lan)
    about = {"by": yen, "now": clock.now()}
    actions.accept_referral(referral=make.known(yen, request), **about)
    actions.ask_more(referral=make.known(yen, request), packs=["risk"], words="…", **about)
    said = {"packs": ["risk"], "wording": "…", "given": "spoken", "words": ""}
    actions.tell_more_with_her_yes(
        referral=make.known(lan, request), by=lan, now=clock.now(), **said
    )
    with acting(lan):
        first, later = sorted(files.consents_of(file), key=lambda c: len(c.packs))

    pathway.withdraw(consent=later, by=lan, now=clock.now())

    with acting(yen):
        [ended] = Referral.objects.select_related("key")
        assert ended.state == "consent_withdrawn" and queries.told(ended) == {}
    with acting(lan):
        assert not [c for c in files.consents_of(file) if c.holds(clock.now())]


def test_she_stops_sharing_where_she_said_yes_to_one_agency_twice(lan, yen, file, bed):
    make.sent(file, bed, by=lan)
    cases.consent(file, yen.agency, by=lan)

    pathway.stop_sharing(case=file, by=lan, now=clock.now())

    with acting(lan):
        assert not [c for c in files.consents_of(file) if c.holds(clock.now())]
        assert Line.objects.filter(verb="consent.withdrawn").count() == 2


def test_withdrawing_consent_closes_packet_and_file_at_once(lan, yen, file, bed):
    request = make.sent(file, bed, by=lan)
    actions.accept_referral(referral=request, by=yen, now=clock.now())
    with acting(lan):
        [consent] = files.consents_of(file)

    pathway.withdraw(consent=consent, by=lan, now=clock.now())

    with acting(yen):
        [ended] = Referral.objects.select_related("key")
        assert ended.state == "consent_withdrawn"
        assert queries.told(ended) == {}
        assert files.case_by_code(yen, file.code) is None
        assert not files.to_do(yen)
