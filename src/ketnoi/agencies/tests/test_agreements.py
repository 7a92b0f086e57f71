"""Agencies agree on what they may ask of each other; without that nothing is asked."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction

from ketnoi.agencies import actions, queries
from ketnoi.agencies.models import Agreement, Party
from ketnoi.agencies.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return make.stranger()


@pytest.fixture
def shelter():
    return make.stranger("shelter", "province")


@pytest.fixture
def hoa():
    return make.member(role="coordinator", name="Hoa")


def sign(by, agreement, agency):
    party = queries.party(by, agreement.pk, agency.pk)
    return actions.sign_agreement(party=party, by=by, now=clock.now())


def agreed(union, shelter, purpose="safe_place", now=None):
    return queries.agreed(asks=union.pk, asked=shelter.pk, purpose=purpose, now=now or clock.now())


def test_it_binds_when_both_have_signed_and_for_what_it_says(hoa, union, shelter):
    made = make.proposed([union, shelter], by=hoa)
    mai, yen = make.member(union, role="lead"), make.member(shelter, role="lead")

    sign(mai, made, union)
    assert agreed(union, shelter) is None
    sign(yen, made, shelter)

    assert agreed(union, shelter) == agreed(shelter, union) == made
    assert agreed(union, shelter, "health") is None
    assert queries.agreed_with(union.pk, "safe_place", now=clock.now()) == {shelter.pk}


@pytest.mark.parametrize("days, holds", [(-1, False), (0, True), (30, True), (31, False)])
def test_it_binds_from_day_to_day(hoa, union, shelter, days, holds):
    today = clock.today()
    made = make.proposed([union, shelter], by=hoa, since=today, until=today + timedelta(days=30))
    for agency in (union, shelter):
        sign(hoa, made, agency)

    assert bool(agreed(union, shelter, now=clock.now() + timedelta(days=days))) == holds


def test_who_left_asks_nothing_new_and_may_sign_again(hoa, union, shelter):
    made = make.proposed([union, shelter], by=hoa)
    mai = make.member(union, role="lead")
    sign(hoa, made, shelter)
    party = sign(mai, made, union)

    actions.leave_agreement(party=party, by=mai, now=clock.now())
    assert agreed(union, shelter) is None
    with pytest.raises(Refused, match="chưa ký, hoặc đã rút"):
        actions.leave_agreement(party=party, by=mai, now=clock.now())

    sign(mai, made, union)
    assert agreed(union, shelter) == made


def test_one_that_ended_binds_nobody_and_is_not_signed(hoa, union, shelter):
    made = make.proposed([union, shelter], by=hoa)
    for agency in (union, shelter):
        sign(hoa, made, agency)

    actions.end_agreement(agreement=made, by=hoa, now=clock.now())

    assert agreed(union, shelter) is None
    with pytest.raises(Refused, match="đã kết thúc"):
        actions.end_agreement(agreement=made, by=hoa, now=clock.now())
    with pytest.raises(Refused, match="đã kết thúc"):
        sign(hoa, made, union)


@pytest.mark.parametrize("role", ["caseworker", "lead", "volunteer", "admin"])
def test_only_a_coordinator_draws_one_up(union, shelter, role):
    with pytest.raises(Refused, match="điều phối"):
        make.proposed([union, shelter], by=make.member(union, role=role))


def test_nobody_signs_for_another_agency(hoa, union, shelter):
    made = make.proposed([union, shelter], by=hoa)
    for by in (make.member(shelter, role="lead"), make.member(union, role="caseworker")):
        with pytest.raises(Refused, match="phụ trách"):
            sign(by, made, union)


def test_nobody_signs_twice_and_nobody_agrees_alone(hoa, union, shelter):
    made = make.proposed([union, shelter], by=hoa)
    sign(hoa, made, union)
    with pytest.raises(Refused, match="ký rồi"):
        sign(hoa, made, union)
    with pytest.raises(Refused, match="hai đơn vị"):
        make.proposed([union], by=hoa)
    with pytest.raises(Refused, match="không được trước"):
        make.proposed([union, shelter], by=hoa, until=clock.today() - timedelta(days=1))


def test_what_was_signed_is_not_changed_by_sql(hoa, union, shelter):
    made = make.proposed([union, shelter], by=hoa)
    for change in (
        lambda: Agreement.objects.filter(pk=made.pk).update(purposes=["health"]),
        lambda: Party.objects.filter(agreement=made).update(agency=hoa.agency),
        lambda: Party.objects.filter(agreement=made).delete(),
    ):
        refused = pytest.raises(ProgrammingError, match="permission denied")
        with refused, transaction.atomic(), writing():
            change()


def test_agencies_may_refer_once_two_of_an_agreement_have_signed():
    now = clock.now()
    with writing():
        Party.objects.update(left_at=now)
    assert queries.bound(now=now) == 0
    lead, other = make.member(role="lead"), make.member(role="lead")
    with writing():
        Party.objects.update(left_at=now)
    agreement = make.proposed([lead.agency, other.agency])
    for by, bound in ((lead, 0), (other, 2)):
        sign(by, agreement, by.agency)
        assert queries.bound(now=now) == bound
