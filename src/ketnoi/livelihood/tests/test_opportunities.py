"""Adding and withdrawing opportunities."""

from datetime import timedelta

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.trail.models import Line
from ketnoi.livelihood import actions, queries
from ketnoi.livelihood.models import Opportunity
from ketnoi.livelihood.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def dung():
    return make.job_centre()


def test_what_one_agency_adds_the_whole_network_sees(dung):
    offer = make.opportunity(dung, kind="training")

    assert list(queries.opportunities()) == [offer]
    assert list(queries.opportunities(kind="training")) == [offer]
    assert not queries.opportunities(kind="loan")


@pytest.mark.parametrize(
    ("function", "role"),
    [("police", "caseworker"), ("shelter", "lead"), ("job_service", "volunteer")],
)
def test_agencies_and_roles_without_this_work_add_nothing(function, role):
    stranger = agencies.member(agencies.agency(function), role=role)

    with pytest.raises(actions.Refused):
        make.opportunity(stranger)

    assert not Opportunity.objects.exists()
    assert not Line.objects.filter(verb="opportunity.added").exists()


def test_a_withdrawn_opportunity_leaves_the_list_and_says_who_withdrew_it(dung):
    offer = make.opportunity(dung)

    gone = actions.withdraw_opportunity(opportunity=offer, by=dung, now=clock.now())

    assert (gone.withdrawn_by, gone.withdrawn_at is None) == (dung, False)
    assert not queries.opportunities()


def test_only_the_agency_that_added_it_withdraws_it(dung):
    offer = make.opportunity(dung)

    with pytest.raises(actions.Refused):
        actions.withdraw_opportunity(opportunity=offer, by=make.job_centre(), now=clock.now())

    assert list(queries.opportunities()) == [offer]


def test_it_is_withdrawn_once(dung):
    offer = make.opportunity(dung)
    actions.withdraw_opportunity(opportunity=offer, by=dung, now=clock.now())

    with pytest.raises(actions.Refused):
        actions.withdraw_opportunity(opportunity=offer, by=dung, now=clock.now())


def test_an_offer_is_listed_on_its_last_day_and_not_after_it(dung):
    today = clock.today()
    last = make.opportunity(dung, until=today)
    make.opportunity(dung, until=today - timedelta(days=1))

    assert list(queries.opportunities()) == [last]


def test_those_who_may_propose_are_offered_what_has_a_place_left(dung):
    offer = make.opportunity(dung)
    police = agencies.member(agencies.agency("police"))

    assert list(queries.open_opportunities(dung)) == [offer]
    assert not queries.open_opportunities(police)
