"""One officer of the asked agency sees to a request; the others know who."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as files
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.referrals import actions, queries
from ketnoi.referrals.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def yen():
    return agencies.member(agencies.agency("shelter", "province"), name="Yến")


@pytest.fixture
def hanh(yen):
    return agencies.member(yen.agency, name="Hạnh")


@pytest.fixture
def request_(lan, yen):
    return make.sent(cases.case(lan), make.service(yen.agency, "safe_place"), by=lan)


def take(referral, by):
    with acting(by):
        known = queries.referral(by, referral.pk)
    return actions.take_referral(referral=known, by=by, now=clock.now())


def desk_of(member):
    with acting(member):
        return [task.kind for task in files.to_do(member, mine=True)]


def test_whoever_takes_a_request_has_it_on_her_desk(yen, hanh, request_):
    take(request_, yen)

    assert desk_of(yen) == ["answer_referral"]
    assert desk_of(hanh) == []


def test_of_two_who_take_it_at_once_the_second_hears_who_was_first(yen, hanh, request_):
    with acting(hanh):
        seen_before = queries.referral(hanh, request_.pk)
    take(request_, yen)

    with pytest.raises(actions.Refused, match="Yến đã nhận xử lý"):
        actions.take_referral(referral=seen_before, by=hanh, now=clock.now())


def test_what_follows_stays_with_whoever_answered(yen, hanh, request_):
    actions.accept_referral(referral=request_, by=yen, now=clock.now())

    assert desk_of(yen) == ["first_contact"]
    assert desk_of(hanh) == []


def test_who_answers_on_an_old_page_does_not_take_it_from_a_colleague(yen, hanh, request_):
    with acting(hanh):
        old_page = queries.referral(hanh, request_.pk)
    take(request_, yen)

    actions.accept_referral(referral=old_page, by=hanh, now=clock.now())

    assert desk_of(yen) == ["first_contact"]
    assert desk_of(hanh) == []


def test_what_waits_next_lies_with_whoever_has_it_now(yen, hanh, request_):
    with acting(hanh):
        actions.accept_referral(referral=request_, by=yen, now=clock.now())
        old_page = queries.referral(hanh, request_.pk)
    actions.put_back_referral(referral=request_, by=yen, now=clock.now())
    take(request_, hanh)

    actions.begin_service(referral=old_page, by=hanh, now=clock.now())

    assert desk_of(hanh) == ["report_outcome"]


def test_a_request_that_is_put_back_waits_for_anybody(yen, hanh, request_):
    taken = take(request_, yen)
    actions.put_back_referral(referral=taken, by=yen, now=clock.now())

    take(request_, hanh)

    assert desk_of(hanh) == ["answer_referral"]


def test_nobody_puts_back_what_a_colleague_has_in_hand(yen, hanh, request_):
    taken = take(request_, yen)

    with pytest.raises(actions.Refused, match="Chỉ người đang xử lý"):
        actions.put_back_referral(referral=taken, by=hanh, now=clock.now())


def test_a_lead_takes_over_and_so_does_anybody_after_she_left(yen, hanh, request_):
    lead = agencies.member(yen.agency, role="lead", name="Thu")
    take(request_, yen)
    take(request_, lead)
    assert desk_of(yen) == []

    agencies.gone(lead)
    take(request_, hanh)
    assert desk_of(hanh) == ["answer_referral"]


def test_the_asking_agency_takes_nothing(lan, request_):
    with pytest.raises(actions.Refused):
        take(request_, lan)
