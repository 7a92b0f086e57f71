"""After a round: she decides first, and what is gone, full or too late ends in a clear sentence."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
from ketnoi.livelihood import actions as livelihood
from ketnoi.livelihood.models import Candidate
from ketnoi.livelihood.tests import make as work
from ketnoi.rounds import actions, queries
from ketnoi.rounds.models import RoundResult
from ketnoi.rounds.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return make.holder()


@pytest.fixture
def dung():
    return make.job_centre()


@pytest.fixture
def vy():
    return work.employer()


@pytest.fixture
def offer(vy, dung):
    return work.vacancy(vy, dung, commune_id=make.MY_HUONG)


@pytest.fixture
def file(lan, offer, dung):
    file = make.woman(lan)
    make.made(dung)
    return file


def look_again(now=None):
    actions.go_round(by=NETWORK, now=now or clock.now())


def tasks(member):
    with acting(member):
        return [(task.page, task.kind) for task in cases.to_do(member)]


def candidates(vy):
    with acting(vy):
        return Candidate.objects.count()


def test_she_decides_first_and_then_the_partner_hears(vy, lan, file):
    placement = make.taken_up(file, lan)
    assert candidates(vy) == 0
    assert make.said(file, lan)[0].stands == "taken_up"

    said = {"answer": "yes", "told": ["skills:sewing"], "by": lan, "now": clock.now()}
    livelihood.she_decides(placement=placement, **said)

    assert candidates(vy) == 1
    assert ("rounds:hers", "next_step") not in tasks(lan)


def test_her_no_is_kept_and_that_offer_is_not_proposed_again(lan, file, dung, offer):
    said = {"answer": "no", "by": lan, "now": clock.now()}
    livelihood.she_decides(placement=make.taken_up(file, lan), **said)

    make.made(dung)

    assert {one.stands for one in make.said(file, lan)} == {"nothing", "taken_up"}
    with acting(lan):
        [near] = queries.near_offers(file, lan)
    assert near.against == ["Chị ấy đã không chọn cơ hội này."]


def test_a_withdrawn_offer_ends_it_at_once_on_her_page_and_soon_on_the_desk(vy, lan, file, offer):
    livelihood.withdraw_opportunity(opportunity=offer, by=vy, now=clock.now())

    [one] = make.said(file, lan)
    assert (one.stands, one.result.state) == ("offer_gone", "proposed")
    with pytest.raises(Refused, match="đã bị rút"):
        make.taken_up(file, lan)
    look_again()

    [one] = make.said(file, lan)
    assert (one.stands, one.result.state, one.waits) == ("offer_gone", "offer_gone", False)
    assert "đã bị rút" in one.sentence
    assert one.why
    assert ("rounds:hers", "next_step") in tasks(lan)


def test_when_somebody_else_took_the_last_place_it_ends_in_its_own_sentence(lan, dung, file, offer):
    other = work.proposal(make.woman(make.holder("Anh")), offer, by=dung)
    with acting(dung):
        holder = agencies.Member.objects.get(agency_id=other.holder_id)
    livelihood.she_decides(placement=other, answer="yes", by=holder, now=clock.now())
    livelihood.partner_decides(placement=other, answer="accepted", by=dung, now=clock.now())
    livelihood.start_placement(placement=other, on=clock.today(), by=dung, now=clock.now())

    look_again()

    [one] = make.said(file, lan)
    assert (one.stands, one.result.opportunity) == ("full", offer)
    assert "Chỗ cuối cùng" in one.sentence


def test_what_was_not_asked_in_time_lapses_and_the_place_is_free_for_others(lan, dung, file):
    result = make.result_of(file, lan)
    look_again(now=result.until - timedelta(minutes=1))
    assert make.said(file, lan)[0].result.state == "proposed"

    look_again(now=result.until)

    assert make.said(file, lan)[0].stands == "lapsed"
    make.made(dung)
    assert {one.stands for one in make.said(file, lan)} == {"proposed", "lapsed"}


def test_only_her_own_agency_takes_it_up_and_only_once(lan, dung, file):
    for by in (dung, agencies.member(lan.agency, role="volunteer")):
        with pytest.raises((Refused, IndexError)):
            make.taken_up(file, by)
    make.taken_up(file, lan)

    with pytest.raises(Refused):
        make.taken_up(file, lan)


def test_with_the_end_of_the_file_nothing_is_asked_any_more(lan, file):
    actions.stop_results(case=file, by=lan, now=clock.now())

    [one] = make.said(file, lan)
    assert (one.stands, one.result.state_by) == ("stopped", lan)


def test_what_was_said_is_never_changed_nor_taken_away(lan, file):
    for change in ({"opportunity": None}, {"told": b""}, {"until": None}):
        with pytest.raises(DatabaseError), transaction.atomic(), writing(), acting(lan):
            RoundResult.objects.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic(), writing(), acting(lan):
        RoundResult.objects.all().delete()


def test_a_stranger_cannot_write_one_by_hand(dung, file, lan):
    mine = make.result_of(file, lan)

    with pytest.raises(DatabaseError), transaction.atomic(), writing(), acting(dung):
        RoundResult(
            round=mine.round, case_id=file.pk, holder_id=file.holder_id, state="nothing",
            made_at=clock.now(), state_at=clock.now(),
        ).save(force_insert=True)  # fmt: skip
