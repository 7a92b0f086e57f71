"""What the network agreed about opportunities and placements."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ketnoi.livelihood import rules
from ketnoi.livelihood.terms import OPEN, State

DAYS = st.dates(min_value=date(2023, 1, 1), max_value=date(2040, 12, 31))
SPANS = st.integers(min_value=0, max_value=2000).map(timedelta)
COUNTS = st.integers(min_value=0, max_value=999)


def test_every_state_but_the_last_ones_leads_somewhere():
    left = {before for before, _after in rules.MOVES}

    assert left == set(OPEN)
    assert left | {after for _before, after in rules.MOVES} == set(State.values)


def test_the_partner_is_never_asked_before_she_has_said_yes():
    asked = {before for before, after in rules.MOVES if after.startswith("partner_")}

    assert asked == {"she_agreed", "partner_agreed"}


def test_only_her_own_caseworker_answers_for_her():
    answers = {who for (_before, after), who in rules.MOVES.items() if after.startswith("she_")}

    assert answers == {rules.HOLDER}


def test_what_waits_in_a_state_is_offered_to_the_desk_where_it_waits():
    for state, (_kind, desk, _clock) in rules.TASKS.items():
        if state in rules.TURNS and state != "started":
            assert rules.TURNS[state][0][0] == desk


def test_a_page_offers_each_desk_its_own_steps():
    assert rules.turns(state="she_agreed", desks={rules.HOLDER}) == ["change_of_mind"]
    assert rules.turns(state="she_agreed", desks={rules.AGENCY}) == ["partner_answer", "recall"]
    assert rules.turns(state="she_agreed", desks=set()) == []
    assert rules.turns(state="ended", desks={rules.AGENCY}) == []


def test_an_unsafe_place_is_looked_at_at_once():
    assert rules.clock(state="ended", outcome="unsafe") == "referral.urgent"
    assert rules.clock(state="ended", outcome="completed") == "case.next_step"


@given(places=COUNTS, taken=COUNTS)
def test_there_are_never_fewer_than_no_places(places, taken):
    left = rules.places_left(places=places, taken=taken)

    assert left >= 0
    assert left + min(taken, places) == places


@given(until=DAYS, after=SPANS)
def test_the_last_day_of_an_offer_counts(until, after):
    def on_offer(today):
        return rules.is_on_offer(withdrawn=False, until=until, today=today)

    assert on_offer(until - after)
    assert not on_offer(until + after + timedelta(days=1))


@given(until=st.none() | DAYS, today=DAYS)
def test_a_withdrawn_offer_is_on_offer_on_no_day(until, today):
    assert not rules.is_on_offer(withdrawn=True, until=until, today=today)


@given(asked_on=DAYS, first=SPANS, second=SPANS)
def test_a_start_lies_between_the_proposal_and_today(asked_on, first, second):
    on, today = asked_on + first, asked_on + first + second

    assert rules.may_start(on=on, asked_on=asked_on, today=today)
    assert not rules.may_start(on=today + timedelta(days=1), asked_on=asked_on, today=today)
    assert not rules.may_start(on=asked_on - timedelta(days=1), asked_on=asked_on, today=today)


@given(started_on=DAYS, first=SPANS, second=SPANS)
def test_an_end_lies_between_the_start_and_today(started_on, first, second):
    on, today = started_on + first, started_on + first + second

    assert rules.may_end(on=on, started_on=started_on, today=today)
    assert not rules.may_end(on=today + timedelta(days=1), started_on=started_on, today=today)
