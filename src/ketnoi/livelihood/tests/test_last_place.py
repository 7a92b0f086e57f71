"""No place is taken twice, and some are free again."""

from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connections

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.guard.context import acting
from ketnoi.livelihood import actions
from ketnoi.livelihood.models import Opportunity, Placement
from ketnoi.livelihood.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member()


@pytest.fixture
def dung():
    return make.job_centre()


@pytest.fixture
def file(lan):
    return files.case(lan)


@pytest.fixture
def offer(dung):
    return make.opportunity(dung)


def state_of(placement, member):
    with acting(member):
        return Placement.objects.get(pk=placement.pk).state


def test_the_second_of_two_who_want_the_last_place_is_told_so(lan, dung, file, offer):
    second = make.accepted(files.case(lan), offer, by=dung, holder=lan)
    make.started(file, offer, by=dung, holder=lan)

    with pytest.raises(Refused, match="hết chỗ"):
        actions.start_placement(placement=second, on=clock.today(), by=dung, now=clock.now())

    assert state_of(second, dung) == "partner_agreed"


def test_a_full_opportunity_is_not_proposed(lan, dung, file, offer):
    make.started(file, offer, by=dung, holder=lan)

    with pytest.raises(Refused, match="hết chỗ"):
        make.proposal(files.case(lan), offer, by=dung)


@pytest.mark.parametrize(("outcome", "left"), [("completed", 0), ("left_early", 1), ("unsafe", 0)])
def test_an_end_frees_the_place_when_somebody_else_can_have_it(
    lan, dung, file, offer, outcome, left
):
    placement = make.started(file, offer, by=dung, holder=lan)

    actions.end_placement(
        placement=placement, outcome=outcome, income_band="3_to_5", by=dung, now=clock.now()
    )

    offer.refresh_from_db()
    assert (placement.state, placement.ended_on, offer.left) == ("ended", clock.today(), left)


def test_the_database_itself_refuses_more_than_there_are(offer):
    offer.taken = 2

    with pytest.raises(IntegrityError), writing():
        offer.save()


def test_a_place_taken_by_one_agency_is_gone_for_the_other(lan, dung, file, offer):
    thanh = make.job_centre(name="Thanh")
    second = make.accepted(files.case(lan), offer, by=thanh, holder=lan)
    make.started(file, offer, by=dung, holder=lan)

    with pytest.raises(Refused, match="hết chỗ"):
        actions.start_placement(placement=second, on=clock.today(), by=thanh, now=clock.now())


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_gets_the_last_place(lan, dung, file, offer):
    rivals = [make.accepted(files.case(lan), offer, by=dung, holder=lan) for _ in range(2)]
    together, told = Barrier(2), []

    def start(placement):
        together.wait()
        try:
            actions.start_placement(placement=placement, on=clock.today(), by=dung, now=clock.now())
            told.append("started")
        except Refused as refusal:
            told.append(str(refusal))
        finally:
            connections.close_all()

    threads = [Thread(target=start, args=[placement]) for placement in rivals]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(told, key=len)[0] == "started"
    assert "hết chỗ" in sorted(told, key=len)[1]
    assert Opportunity.objects.get(pk=offer.pk).taken == 1
