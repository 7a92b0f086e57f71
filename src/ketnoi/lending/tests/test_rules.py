"""Schedules and payments, as pure rules: sums are equal, days are open, nothing is punished."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketnoi.lending import rules
from ketnoi.lending.rules import Instalment, Stand, Wanted

FRIDAY = date(2026, 12, 4)
TET = frozenset({date(2027, 2, 5), date(2027, 2, 8)})
AMOUNTS = st.integers(1_000, 50_000_000)
RATES = st.decimals(0, 20, places=2)
PLANS = st.builds(Wanted, st.dates(FRIDAY, date(2027, 12, 31)), st.integers(1, 24))


def planned(principal=1_000_000, rate="0", *, first=FRIDAY, count=3, every=1, **more):
    wanted = Wanted(first, count, every)
    return rules.schedule(
        principal=principal, rate=Decimal(rate), wanted=wanted, closed=TET, **more
    )


def test_parts_are_equal_and_the_last_carries_the_rest():
    assert [one.principal for one in planned(1_000_000)] == [333_333, 333_333, 333_334]


def test_interest_is_on_what_is_still_owed_and_rounded_down():
    # 6.6 % a year on 1 000 000, 666 667 and 333 334.
    assert [one.interest for one in planned(rate="6.6")] == [5_500, 3_666, 1_833]


def test_a_loan_without_interest_costs_nothing():
    assert {one.interest for one in planned(rate="0")} == {0}


def test_a_closed_day_moves_to_the_next_open_one_and_the_months_do_not_drift():
    days = [one.due_on for one in planned(first=date(2027, 1, 5), count=3)]

    assert days == [date(2027, 1, 5), date(2027, 2, 9), date(2027, 3, 5)]


def test_the_last_day_of_a_month_stays_the_last_day():
    days = [one.due_on for one in planned(first=date(2027, 8, 31), count=3)]

    assert days == [date(2027, 8, 31), date(2027, 9, 30), date(2027, 11, 1)]


def test_three_months_apart_cost_three_months():
    assert [one.interest for one in planned(rate="6", every=3)] == [15_000, 10_000, 5_000]


@pytest.mark.parametrize(("carried", "first"), [(2_000, 7_500), (-500, 5_000), (-9_000, 0)])
def test_interest_of_days_that_passed_is_asked_for_first(carried, first):
    assert planned(rate="6.6", carried=carried)[0].interest == first


@settings(max_examples=60, deadline=None, database=None, derandomize=True)
@given(AMOUNTS, RATES, PLANS)
def test_a_schedule_pays_back_the_whole_sum_on_open_days_in_order(principal, rate, wanted):
    lines = rules.schedule(principal=principal, rate=rate, wanted=wanted, closed=TET)

    assert sum(one.principal for one in lines) == principal
    assert all(one.principal > 0 and one.interest >= 0 for one in lines)
    assert [one.interest for one in lines] == sorted((o.interest for o in lines), reverse=True)
    assert all(rules.open_day(day=one.due_on, closed=TET) == one.due_on for one in lines)
    days = [one.due_on for one in lines]
    assert days == sorted(set(days))
    assert sum(one.interest for one in lines) <= principal * rate * wanted.count / 1200


@settings(max_examples=60, deadline=None, database=None, derandomize=True)
@given(AMOUNTS, RATES, PLANS, st.integers(0, 60_000_000), st.integers(0, 800))
def test_what_is_still_to_come_and_what_came_are_the_whole(principal, rate, wanted, paid, days):
    lines = rules.schedule(principal=principal, rate=rate, wanted=wanted, closed=TET)
    whole = sum(one.total for one in lines)
    found = rules.stands(instalments=lines, paid=min(paid, whole))

    assert sum(stand.left for stand in found) == whole - min(paid, whole)
    late = rules.behind(stands=found, today=wanted.first_due_on + timedelta(days=days))
    assert 0 <= late <= whole - min(paid, whole)


def test_more_taken_back_than_paid_is_carried_by_the_last_one():
    lines = [Instalment(n, FRIDAY, 10, 0) for n in (1, 2)]

    assert [one.left for one in rules.stands(instalments=lines, paid=-5)] == [10, 15]


def test_a_day_is_missed_only_once_it_has_passed():
    stand = Stand(Instalment(1, FRIDAY, 10, 0), 4)

    assert not stand.is_missed(FRIDAY)
    assert stand.is_missed(FRIDAY + timedelta(days=1))
    assert rules.behind(stands=[stand], today=FRIDAY + timedelta(days=400)) == 4


LINES = [
    Instalment(1, date(2027, 1, 4), 100, 9),
    Instalment(2, date(2027, 2, 4), 100, 6),
    Instalment(3, date(2027, 3, 4), 100, 3),
]


@pytest.mark.parametrize(
    ("on", "paid", "due"),
    [
        (date(2026, 12, 20), 0, 9),
        (date(2027, 1, 4), 0, 9),
        (date(2027, 1, 5), 0, 15),
        (date(2027, 1, 5), 9, 6),
        (date(2027, 1, 5), 15, 0),
        (date(2027, 9, 1), 0, 18),
        (date(2027, 9, 1), 18, 0),
        (date(2027, 1, 5), 40, 0),
    ],
)
def test_a_payment_meets_the_interest_up_to_its_own_instalment(on, paid, due):
    assert rules.interest_due(instalments=LINES, on=on, paid=paid) == due


@pytest.mark.parametrize(
    ("today", "paid", "carried"),
    [(date(2027, 1, 4), 0, 0), (date(2027, 1, 5), 0, 9), (date(2027, 1, 5), 15, -6)],
)
def test_interest_that_is_carried_is_that_of_days_that_passed(today, paid, carried):
    assert rules.interest_carried(instalments=LINES, today=today, paid=paid) == carried


@pytest.mark.parametrize(
    ("amount", "interest", "parts"),
    [(5, 9, (5, 0)), (9, 9, (9, 0)), (20, 9, (9, 11)), (4, 0, (0, 4))],
)
def test_a_payment_is_split(amount, interest, parts):
    assert rules.split(amount=amount, interest=interest) == parts


@pytest.mark.parametrize(
    ("rate", "lawful"), [("0", True), ("20", True), ("20.01", False), ("-1", False)]
)
def test_a_rate_is_lawful(rate, lawful):
    assert rules.is_a_rate(rate=Decimal(rate), most=20) is lawful


@pytest.mark.parametrize(
    ("wanted", "amount", "can"),
    [
        (Wanted(FRIDAY, 1), 1, True),
        (Wanted(FRIDAY, 2), 1, False),
        (Wanted(FRIDAY, 0), 1, False),
        (Wanted(FRIDAY, 121), 10**6, False),
        (Wanted(FRIDAY, 2, 2), 10**6, False),
        (Wanted(FRIDAY - timedelta(days=1), 2), 10**6, False),
    ],
)
def test_what_can_be_planned(wanted, amount, can):
    assert rules.can_be_planned(wanted=wanted, amount=amount, from_on=FRIDAY) is can


@pytest.mark.parametrize(
    ("sums", "state"),
    [
        ((0, 0, 0, 0), "taken_back"),
        ((-5, 5, 0, 0), "running"),
        ((-5, 5, 0, 2), "behind"),
        ((-5, 0, 0, 0), "repaid"),
        ((-5, 0, 2, 0), "forgiven"),
    ],
)
def test_where_a_loan_stands(sums, state):
    outside, owed, forgiven, behind = sums
    assert rules.state(outside=outside, owed=owed, forgiven=forgiven, behind=behind) == state


def test_two_are_needed():
    assert rules.are_two(proposed=1, decides=2)
    assert not rules.are_two(proposed=1, decides=1)
    assert not rules.are_two(proposed=1, decides=None)
