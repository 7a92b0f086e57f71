"""The rules of life in the house, as sentences."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnoi.dwelling import rules
from ketnoi.dwelling.terms import OPEN, State, Step, Thing, WhyKept

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
STATES = [state.value for state in State]
STEPS = [step.value for step in Step]
HANDS = {"giver": "nơi giao", "receiver": "nơi nhận", "house": "nhà"}
WORD = st.sampled_from(["nguyen", "thi", "van", "tu", "hoa", "lan"])
NAMES = st.lists(WORD, min_size=1, max_size=4, unique=True).map(" ".join)


@given(received=st.integers(1, 10**9), parts=st.lists(st.integers(-5, 10**9), max_size=6))
def test_what_is_kept_is_what_was_received_less_what_was_given(received, parts):
    given_so_far = 0
    for part in parts:
        left = rules.kept(received=received, given=given_so_far)
        if rules.may_give(amount=part, kept=left):
            given_so_far += part

    assert 0 <= given_so_far <= received
    assert rules.kept(received=received, given=given_so_far) == received - given_so_far


def test_papers_stay_only_by_her_wish_or_when_she_cannot_be_reached():
    stay = {why.value for why in WhyKept if rules.may_stay(thing=Thing.PAPERS.value, why=why.value)}

    assert stay == {"her_wish", "collects", "sent_on", "away"}
    assert rules.may_stay(thing="phone", why="missing")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("has_left", [True, False])
def test_whatever_happens_an_open_transport_lies_with_somebody(state, step, has_left):
    after = rules.next_state(state=state, step=step, has_left=has_left)

    assert after is None or after in STATES
    holder = rules.holder_of(state=after or state, **HANDS)
    assert (holder is not None) == ((after or state) in set(OPEN))


@pytest.mark.parametrize("step", STEPS)
def test_nothing_follows_the_end_of_a_transport(step):
    for state in set(STATES) - set(OPEN):
        assert rules.next_state(state=state, step=step, has_left=True) is None


@pytest.mark.parametrize("state", [state.value for state in OPEN])
def test_from_every_open_state_each_hand_can_end_it(state):
    assert rules.next_state(state=state, step="arrived", has_left=True) == "arrived"
    assert rules.next_state(state=state, step="called_off", has_left=False) == "called_off"


@pytest.mark.parametrize("state", STATES)
def test_she_leaves_once(state):
    assert rules.next_state(state=state, step="left", has_left=True) is None


def test_each_hand_writes_its_own_part():
    assert rules.hands_of(step="left", **HANDS) == {"nơi giao"}
    assert rules.hands_of(step="arrived", **HANDS) == {"nơi nhận"}
    assert rules.hands_of(step="called_off", **HANDS) == {"nhà"}
    assert rules.hands_of(step="delayed", **HANDS) == set(HANDS.values())


def test_news_of_who_is_overdue_puts_her_back_to_where_she_was():
    assert rules.next_state(state="overdue", step="delayed", has_left=True) == "underway"
    assert rules.next_state(state="overdue", step="delayed", has_left=False) == "planned"


@pytest.mark.parametrize(
    ("her", "lead", "outcome", "waits"),
    [
        ("", "", "", "her"),
        ("no", "", "", ""),
        ("yes", "", "", "lead"),
        ("yes", "no", "", ""),
        ("yes", "yes", "", "outcome"),
        ("yes", "yes", "came", ""),
    ],
)
def test_she_is_asked_before_the_lead(her, lead, outcome, waits):
    assert rules.next_of_visit(her=her, lead=lead, outcome=outcome) == waits


def test_they_meet_elsewhere_unless_both_say_at_the_house():
    assert rules.venue(her="house", lead="house") == "house"
    for her, lead in (("house", "neutral"), ("neutral", "house"), ("", "house")):
        assert rules.venue(her=her, lead=lead) == "neutral"


@given(name=NAMES, more=NAMES)
def test_a_blocked_name_is_found_however_much_of_it_is_said(name, more):
    longer = " ".join(dict.fromkeys([*name.split(), *more.split()]))

    assert rules.is_named(visitor=name, names=[more, name])
    if " " in name:
        assert rules.is_named(visitor=longer, names=[name])
    assert not rules.is_named(visitor="bay", names=[name])


def test_one_given_name_alone_is_nobody_in_particular():
    assert not rules.is_named(visitor="tu", names=["nguyen thi tu"])
    assert not rules.is_named(visitor="", names=["tu", ""])


def test_she_leaves_before_she_arrives_and_not_in_the_past():
    assert rules.may_be_planned(planned_at=NOW, arrive_by=NOW + HOUR, now=NOW)
    assert not rules.may_be_planned(planned_at=NOW - HOUR, arrive_by=NOW + HOUR, now=NOW)
    assert not rules.may_be_planned(planned_at=NOW + HOUR, arrive_by=NOW + HOUR, now=NOW)
