"""Codes are no secret to a key: what can be told of her work goes when she is erased."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.livelihood import actions, queries
from ketnoi.livelihood.models import Candidate, PartnerLink, Placement, WorkProfile
from ketnoi.livelihood.tests import make
from ketnoi.rights.tests.make import answer, ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return agencies.member(role="lead")


@pytest.fixture
def file(lead):
    return cases.case(lead)


def test_with_her_every_code_of_her_work_goes(lead, file):
    make.profile(file, lead)

    answer(ask(file, lead, "erase"), lead)

    with acting(lead):
        kept = WorkProfile.objects.get(case_id=file.pk)
        assert queries.codes_of(kept) == []
        assert (kept.commune_id, kept.group, kept.tells) == (None, "", [])
        assert (kept.own_words.open(), kept.avoids.open()) == ("", "")


def test_who_does_not_lead_her_agency_takes_no_codes_away(lead, file):
    profile = make.profile(file, lead)

    with pytest.raises(actions.Refused, match="phụ trách"):
        actions.forget_profile(profile=profile, by=agencies.member(lead.agency), now=clock.now())


def test_with_her_goes_what_partners_were_told_and_the_link_to_it(lead, file):
    make.linked(file, lead)
    dung = make.job_centre()
    offer = make.vacancy(make.employer(), dung)
    make.introduced(file, offer, by=dung, holder=lead, told=["skills:sewing"])

    answer(ask(file, lead, "erase"), lead)

    with acting(lead):
        for model in (PartnerLink, Placement, Candidate):
            kept = [record.told for record in model.objects.all()]
            assert [told for told in kept if told] == []
            assert kept
