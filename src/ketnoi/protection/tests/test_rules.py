"""Who shelters, and from when to when."""

from datetime import UTC, datetime, timedelta

from ketnoi.agencies.terms import Function
from ketnoi.protection import rules

NIGHT = datetime(2026, 11, 22, 19, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_only_shelters_take_people_in():
    assert [f for f in Function.values if rules.gives_shelter(function=f)] == ["shelter"]


def test_a_stay_begins_at_any_hour_but_not_in_the_future():
    assert all(
        rules.may_begin_at(admitted_at=hour, now=hour)
        for hour in (NIGHT + timedelta(hours=n) for n in range(24))
    )
    assert not rules.may_begin_at(admitted_at=NIGHT + MINUTE, now=NIGHT)


def test_a_stay_does_not_end_before_it_began():
    assert rules.may_end_at(left_at=NIGHT, admitted_at=NIGHT, now=NIGHT)
    assert not rules.may_end_at(left_at=NIGHT - MINUTE, admitted_at=NIGHT, now=NIGHT)
    assert not rules.may_end_at(left_at=NIGHT + MINUTE, admitted_at=NIGHT, now=NIGHT)
