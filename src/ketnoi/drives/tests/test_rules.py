"""What is told of numbers, and what is not."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnoi.drives import rules
from ketnoi.drives.rules import Wanted
from ketnoi.drives.terms import UNITS, Kind

WANTED = st.builds(
    Wanted, st.sampled_from(["rice", "phone"]), st.sampled_from(["", "1", "2"]), st.integers(1, 6)
)


@given(st.lists(WANTED, max_size=6))
def test_a_commune_is_named_only_where_at_least_five_of_a_kind_are_needed(wanted):
    named = rules.named_communes(wanted=wanted)

    for one in wanted:
        alike = [w.needed for w in wanted if (w.kind, w.commune) == (one.kind, one.commune)]
        is_named = named[one.kind, one.commune]
        assert is_named == (one.commune != "" and sum(alike) >= 5)


@pytest.mark.parametrize(("people", "told"), [(0, None), (4, None), (5, 5), (40, 40)])
def test_few_people_are_not_counted_aloud(people, told):
    assert rules.told(people=people) == told


def test_every_kind_is_counted_in_one_unit():
    assert set(UNITS) == set(Kind)


def test_the_last_day_counts():
    day = date(2026, 11, 30)

    assert rules.is_wanted_on(day=day, until=day)
    assert not rules.is_wanted_on(day=day + timedelta(days=1), until=day)


def test_givers_are_forgotten_half_a_year_after_the_end():
    ended, later = datetime(2026, 1, 1, tzinfo=UTC), timedelta(days=180)

    assert rules.is_to_be_forgotten(ended_at=ended, now=ended + later)
    assert not rules.is_to_be_forgotten(ended_at=ended, now=ended + later - timedelta(seconds=1))
    assert not rules.is_to_be_forgotten(ended_at=None, now=ended + later)
