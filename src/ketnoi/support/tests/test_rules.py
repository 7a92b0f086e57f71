"""What can be true of support."""

from datetime import date
from decimal import Decimal

import pytest

from ketnoi.law.terms import Support
from ketnoi.support import rules
from ketnoi.support.terms import SupportKind

DAY = date(2026, 11, 24)


def test_the_ten_kinds_of_article_37_bear_the_codes_of_the_law():
    assert SupportKind.values[: len(Support)] == Support.values


def test_support_is_not_given_tomorrow():
    assert rules.may_be_given_on(given_on=DAY, today=DAY)
    assert not rules.may_be_given_on(given_on=date(2026, 11, 25), today=DAY)


@pytest.mark.parametrize(
    ("hours", "can"),
    [(None, True), ("0.25", True), ("1000", True), ("0", False), ("-1", False), ("1000.5", False)],
)
def test_hours_are_more_than_none_and_less_than_a_slip_of_the_hand(hours, can):
    assert rules.can_last(hours=None if hours is None else Decimal(hours)) is can


@pytest.mark.parametrize(
    ("cost", "can"), [(None, True), (0, True), (10**10, True), (10**10 + 1, False), (-1, False)]
)
def test_a_cost_is_no_slip_of_the_hand(cost, can):
    assert rules.can_cost(cost=cost) is can


def test_only_a_cost_needs_somebody_who_paid():
    assert rules.needs_funds(cost=1)
    assert not rules.needs_funds(cost=0)
    assert not rules.needs_funds(cost=None)
