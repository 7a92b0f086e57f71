"""What the network agreed about follow-ups."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.timing import Unit, add_months, deadline
from ketnoi.reintegration import rules
from ketnoi.reintegration.terms import Month, Outcome, WentWrong

DAYS = st.dates(min_value=date(2023, 1, 1), max_value=date(2040, 12, 31))
MOMENTS = st.builds(lambda day, hour: datetime.combine(day, hour, ZONE), DAYS, st.times())


def test_she_is_asked_after_one_three_six_and_twelve_months():
    assert list(rules.MONTHS) == Month.values == [1, 3, 6, 12]
    assert rules.clock(month=6) == "followup.6"


@given(start=MOMENTS)
def test_the_four_days_follow_one_another_and_end_with_their_day(start):
    due = [deadline(start, month, Unit.MONTHS) for month in rules.MONTHS]

    assert due == sorted(set(due))
    assert [d.date() for d in due] == [add_months(start.date(), m) for m in rules.MONTHS]
    assert all((d.hour, d.minute) == (23, 59) for d in due)


@given(due_on=DAYS, days=st.integers(min_value=0, max_value=800).map(timedelta))
def test_a_follow_up_is_late_from_the_day_after_it_is_due(due_on, days):
    def standing(today, *, is_done=False, is_skipped=False):
        return rules.standing(is_done=is_done, is_skipped=is_skipped, due_on=due_on, today=today)

    assert standing(due_on - days) == "planned"
    assert standing(due_on + days + timedelta(days=1)) == "late"
    assert standing(due_on + days, is_done=True) == "done"
    assert standing(due_on + days, is_skipped=True) == "skipped"


@given(first=DAYS, second=DAYS)
def test_only_a_later_start_makes_a_new_plan(first, second):
    assert rules.replaces(start=first, planned=None)
    assert not rules.replaces(start=first, planned=first)
    assert not (
        rules.replaces(start=first, planned=second) and rules.replaces(start=second, planned=first)
    )


@pytest.mark.parametrize("went_wrong", WentWrong.values)
def test_life_is_not_stable_when_something_went_wrong(went_wrong):
    fitting = {o for o in Outcome.values if rules.fits(outcome=o, went_wrong=went_wrong)}

    assert fitting == {"unsure", "worse"}
    assert all(rules.fits(outcome=o, went_wrong="") for o in Outcome.values)


def test_danger_is_looked_at_at_once_and_everything_else_that_went_wrong_soon():
    assert set(rules.NEXT_STEP) == set(WentWrong.values)
    assert rules.next_step_clock(went_wrong="back_in_danger") == "referral.urgent"
    assert rules.next_step_clock(went_wrong="lost_contact") == "case.next_step"
    assert rules.next_step_clock(went_wrong="") is None


def test_nobody_is_followed_in_a_closed_file():
    assert rules.may_be_followed(status="following")
    assert not rules.may_be_followed(status="closed")
