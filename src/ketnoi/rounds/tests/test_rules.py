"""When a proposal still stands, and which numbers of a round may be told."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnoi.rounds import rules

NOON = datetime(2026, 12, 5, 12, tzinfo=UTC)
DAY = timedelta(days=1)
FEWEST = 5
PEOPLE = st.integers(0, 400)


@pytest.mark.parametrize(
    ("until", "on_offer", "left", "state"),
    [
        (NOON + DAY, True, 1, None),
        (NOON, True, 1, "lapsed"),
        (NOON + DAY, False, 1, "offer_gone"),
        (NOON + DAY, True, 0, "full"),
        (NOON - DAY, False, 0, "offer_gone"),
        (NOON - DAY, True, 0, "full"),
    ],
)
def test_a_proposal_ends_with_its_offer_or_its_day(until, on_offer, left, state):
    found = rules.ends_as(until=until, now=NOON, on_offer=on_offer, left=left)

    assert found == state


@given(PEOPLE, PEOPLE)
def test_where_few_got_a_place_or_few_got_none_nothing_is_told(placed, others):
    told = rules.coarse(placed=placed, women=placed + others, fewest=FEWEST)

    assert (told is None) == (placed < FEWEST or others < FEWEST)


@given(st.integers(FEWEST, 400), st.integers(FEWEST, 400))
def test_a_share_is_told_in_steps_and_lies_within_what_is_sure(placed, others):
    told = rules.coarse(placed=placed, women=placed + others, fewest=FEWEST)

    assert told is not None
    assert {number % rules.STEP for number in vars(told).values()} == {0}
    assert 0 <= told.low <= 100 * placed / (placed + others) <= told.high <= 100
    assert told.low <= told.share <= told.high


@given(st.integers(20, 400), st.integers(20, 400))
def test_one_woman_more_moves_a_share_by_one_step_at_most(placed, others):
    one, other = (
        rules.coarse(placed=placed, women=placed + others + more, fewest=FEWEST) for more in (0, 1)
    )

    assert one is not None
    assert other is not None
    assert abs(one.share - other.share) <= rules.STEP


@pytest.mark.parametrize(("many", "told"), [(0, None), (4, None), (5, 5), (9, 5), (12, 10)])
def test_a_small_number_of_women_is_not_told(many, told):
    assert rules.told_count(many, fewest=FEWEST) == told


def test_a_round_is_begun_again_only_when_it_should_have_ended():
    assert not rules.is_stuck(begun_at=NOON, now=NOON + timedelta(minutes=59))
    assert rules.is_stuck(begun_at=NOON, now=NOON + timedelta(minutes=61))
