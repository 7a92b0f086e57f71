"""A call that is answered: an outcome ends it, danger hurries it, others read no word of it."""

from datetime import timedelta

import pytest

from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
from ketnoi.intake import actions, queries, rules
from ketnoi.intake.models import Call, CallWords
from ketnoi.intake.terms import CallOutcome
from ketnoi.intake.tests import answering as make
from ketnoi.intake.tests import calling

pytestmark = pytest.mark.django_db


@pytest.fixture
def us():
    return calling.team()


def test_a_call_goes_on_until_an_outcome_is_chosen(us):
    call = make.call(us.lan)
    with pytest.raises(Refused, match="kết quả"):
        make.ended(call, us.lan, "")
    with acting(us.lan):
        assert [one.pk for one in queries.open_calls(us.lan)] == [call.pk]

    make.ended(call, us.mai, "silent")

    with acting(us.lan):
        assert queries.open_calls(us.lan) == []
    with pytest.raises(Refused, match="đã có kết quả"):
        make.ended(call, us.lan, "advised")


def test_pressed_twice_before_a_word_is_kept_it_is_one_call(us):
    first, again = make.call(us.lan), make.call(us.lan)
    make.kept(first, us.lan)

    assert first.pk == again.pk != make.call(us.lan).pk
    assert make.call(us.mai).pk != first.pk


def test_danger_now_has_an_urgent_clock_and_no_call_ends_with_advice_meanwhile(us):
    call = make.call(us.lan)
    kept = make.kept(call, us.lan, danger="yes")
    assert call.due_at - kept.due_at == timedelta(hours=3)

    with pytest.raises(Refused, match="113"):
        make.ended(call, us.lan, "advised", danger="yes")
    assert make.ended(call, us.lan, "emergency", danger="yes").outcome == "emergency"


@pytest.mark.parametrize("outcome", CallOutcome.values)
def test_only_advice_and_a_mistake_wait_for_the_end_of_danger(outcome):
    assert rules.call_may_end(outcome=outcome, danger="no")
    assert rules.call_may_end(outcome=outcome, danger="yes") == (
        outcome not in {"advised", "mistaken"}
    )


def test_who_wants_to_be_called_again_waits_in_the_queue_and_names_a_number(us):
    call = make.call(us.lan)
    with pytest.raises(Refused, match="số để gọi lại"):
        make.ended(call, us.lan, "callback", number="")
    ended = make.ended(call, us.lan, "callback", danger="yes")

    [waits] = calling.waiting(us.lan)
    assert (waits.callback.pk, waits.callback.came_by) == (ended.callback_id, "call")
    assert waits.callback.is_danger and waits.called == make.CALLED


def test_a_number_that_calls_again_is_counted_for_its_own_agency_alone(us):
    calling.ask(number=make.NUMBER)
    for _ in range(2):
        make.ended(make.call(us.lan), us.lan, "hung_up")
    again = make.call(us.lan)
    calling.on_duty(us.kim, us.hoa)
    theirs = make.call(us.kim)
    for call, member in ((again, us.lan), (theirs, us.kim)):
        make.kept(call, member)

    with acting(us.lan):
        assert queries.called_before(again, us.lan).times == 3
    with acting(us.kim):
        assert queries.called_before(theirs, us.kim) is None


def test_other_agencies_read_nothing_and_a_coordinator_no_word(us):
    call = make.call(us.lan)
    make.kept(call, us.lan)

    for member, seen in ((us.kim, 0), (us.hoa, 1), (us.mai, 1)):
        with acting(member):
            assert Call.objects.count() == seen
            assert CallWords.objects.count() == (member is us.mai)
            found = queries.call(member, call.pk)
            assert (found is not None) == (member is us.mai)


def test_what_she_agreed_to_goes_on_into_the_first_conversation(us):
    call = make.call(us.lan)
    make.ended(call, us.lan, "taken_in", danger="high")

    with acting(us.lan):
        said = queries.said_to_take_in(us.lan, str(call.pk))
    assert (said["called"], said["number"], said["danger"]) == (make.CALLED, make.NUMBER, "high")
    with acting(us.kim):
        assert queries.said_to_take_in(us.kim, str(call.pk)) is None


def test_a_call_open_too_long_is_told_once_and_what_was_said_goes_in_a_month(us):
    call = make.call(us.lan)
    kept = make.kept(call, us.lan)
    late = kept.due_at + timedelta(minutes=1)

    assert actions.tell_of_callbacks(by=NETWORK, now=late) == 1
    assert actions.tell_of_callbacks(by=NETWORK, now=late) == 0
    with acting(us.lan):
        assert queries.waiting_on_the_telephone(us.lan, now=late) == {"calls": 1}
    make.ended(call, us.lan, "advised")
    actions.forget_callbacks(by=NETWORK, now=clock.now() + timedelta(days=31))
    with acting(us.lan):
        assert queries.said_on(call, us.lan) is None
        assert queries.call(us.lan, call.pk).outcome == "advised"
