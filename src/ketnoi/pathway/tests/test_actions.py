"""Steps that cross domains happen whole or not at all."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as files
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
def file(lan):
    return cases.case(lan, phone=cases.PHONE)


@pytest.fixture
def bed(yen):
    return make.service(yen.agency, "safe_place")


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
