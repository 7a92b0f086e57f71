"""What she asks about her data: the clocks, who may ask for her, what an answer must say."""

from datetime import timedelta

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as files
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.law import queries as law
from ketnoi.rights import actions, rules
from ketnoi.rights.tests.make import answer, ask, represented, shared_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return agencies.member(role="lead")


@pytest.fixture
def file(lead):
    return cases.case(lead, phone=cases.PHONE)


@pytest.mark.parametrize(
    ("right", "code"),
    [
        ("know", "data.view"),
        ("copy", "data.view"),
        ("correct", "data.view"),
        ("restrict", "data.withdraw"),
        ("object", "data.withdraw"),
        ("erase", "data.delete"),
    ],
)
def test_each_right_has_the_clock_the_law_gives_it(lead, file, right, code):
    wish = ask(file, lead, right)

    assert wish.due_at == law.due(code=code, start=wish.received_at)


def test_others_who_must_stop_have_more_days(lead, file):
    shared_with(file, lead)

    wish = ask(file, lead, "restrict")

    assert wish.due_at == law.due(code="data.withdraw.others", start=wish.received_at)


def test_first_she_is_told_within_two_working_days_then_it_is_done(lead, file):
    wish = ask(file, lead)
    with acting(lead):
        [first] = [t for t in files.tasks_of(file, lead) if t.kind == "acknowledge"]
    assert first.due_at == law.due(code=rules.REPLY, start=wish.received_at)

    actions.acknowledge_request(wish=wish, by=lead, now=clock.now())

    with acting(lead):
        [then] = [t for t in files.to_do(lead) if t.kind in {"acknowledge", "fulfil"}]
    assert (then.kind, then.due_at) == ("fulfil", wish.due_at)


def test_the_deadline_is_extended_once(lead, file):
    wish = ask(file, lead)
    before = wish.due_at

    actions.extend_request(wish=wish, by=lead, now=clock.now())

    assert wish.due_at == law.due(code=rules.EXTENSION, start=before)
    with pytest.raises(Refused):
        actions.extend_request(wish=wish, by=lead, now=clock.now())


def test_what_is_late_is_not_extended(lead, file):
    wish = ask(file, lead)

    with pytest.raises(Refused):
        actions.extend_request(wish=wish, by=lead, now=wish.due_at + timedelta(seconds=1))


def test_an_answer_ends_the_waiting_and_is_given_once(lead, file):
    wish = ask(file, lead)

    answer(wish, lead)

    with acting(lead):
        assert not [t for t in files.to_do(lead) if t.kind in {"acknowledge", "fulfil"}]
    with pytest.raises(Refused):
        answer(wish, lead)


@pytest.mark.parametrize(("outcome", "ground"), [("refused", ""), ("partly", ""), ("done", "law")])
def test_what_was_not_done_says_why(lead, file, outcome, ground):
    wish = ask(file, lead)

    with pytest.raises(Refused):
        answer(wish, lead, outcome, ground)


def test_a_mother_named_in_the_file_asks_for_her_child(lead, file):
    represented(lead, file, year=clock.today().year - 15)

    assert ask(file, lead, asker="representative", check="paper").pk


@pytest.mark.parametrize(("age", "danger"), [(30, False), (15, True)])
def test_nobody_asks_for_an_adult_or_if_he_may_be_the_danger(lead, file, age, danger):
    represented(lead, file, year=clock.today().year - age, danger=danger)

    with pytest.raises(Refused):
        ask(file, lead, asker="representative", check="paper")


@pytest.mark.parametrize(
    ("asker", "check"),
    [("representative", "paper"), ("proxy", "known"), ("proxy", "paper"), ("herself", "mandate")],
)
def test_a_word_without_the_right_paper_is_not_enough(lead, file, asker, check):
    with pytest.raises(Refused):
        ask(file, lead, asker=asker, check=check)
