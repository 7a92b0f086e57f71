"""The one scale, and what became of a part of her life between two days."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnoi.support import rules
from ketnoi.support.terms import QUESTIONS, Area, Change, Level, StepOutcome

LEVELS = st.sampled_from(["", *Level.values])
OPPOSITE = {"better": "harder", "harder": "better", "same": "same", "unknown": "unknown"}


def test_the_scale_has_the_steps_of_the_words_in_their_order():
    assert list(rules.SCALE) == Level.values


def test_each_part_of_a_life_has_its_question():
    assert set(QUESTIONS) == set(Area)
    assert len(Area) == 9


@pytest.mark.parametrize(
    ("before", "after", "became"),
    [
        ("very_hard", "good", "better"),
        ("hard", "in_between", "better"),
        ("fair", "fair", "same"),
        ("good", "fair", "harder"),
        ("", "good", "unknown"),
        ("good", "", "unknown"),
        ("", "", "unknown"),
    ],
)
def test_what_became_of_it_is_said_in_words(before, after, became):
    assert Change(rules.change(before=before, after=after)) == became


@given(before=LEVELS, after=LEVELS)
def test_the_other_way_round_it_is_the_opposite(before, after):
    became = rules.change(before=before, after=after)

    assert OPPOSITE[became] == rules.change(before=after, after=before)


@given(levels=st.lists(LEVELS, max_size=6), gaps=st.lists(st.just(""), max_size=3))
def test_days_on_which_it_was_not_asked_change_nothing(levels, gaps):
    with_gaps = [*gaps, *(one for level in levels for one in (level, *gaps))]

    assert rules.first_and_latest(levels=with_gaps) == rules.first_and_latest(levels=levels)


def test_asked_once_there_is_nothing_to_compare():
    assert rules.first_and_latest(levels=["", "hard", ""]) == ("hard", "")
    assert rules.first_and_latest(levels=["hard", "good", "fair"]) == ("hard", "fair")


def test_an_assessment_without_an_answer_is_none():
    assert not rules.is_worth_keeping(said={"safety": rules.Said()})
    assert rules.is_worth_keeping(said={"safety": rules.Said(words="…")})


def test_a_step_is_due_at_the_end_of_work_of_its_day_or_of_the_day():
    zone, day = ZoneInfo("Asia/Ho_Chi_Minh"), date(2026, 12, 1)
    morning, evening = datetime(2026, 12, 1, 1, tzinfo=UTC), datetime(2026, 12, 1, 11, tzinfo=UTC)

    assert rules.due_moment(day=day, now=morning, zone=zone).hour == 17
    assert rules.due_moment(day=day, now=evening, zone=zone).hour == 23


def test_whatever_is_not_done_makes_the_plan_be_looked_at():
    looked_at = {one for one in StepOutcome.values if rules.needs_a_look(outcome=one)}

    assert looked_at == set(StepOutcome.values) - {"done"}
