"""Requests to be called: kept once, read by whoever calls, ended with what came of it."""

from datetime import timedelta
from uuid import uuid4

import pytest

from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.actor import NETWORK, Visitor
from ketnoi.foundation.guard.context import acting
from ketnoi.intake import actions, queries
from ketnoi.intake.models import (
    BlockedNumber,
    Callback,
    CallbackHour,
    CallbackWords,
    SentForm,
)
from ketnoi.intake.tests import calling as make
from ketnoi.law import queries as law
from ketnoi.people.models import DataKey

pytestmark = pytest.mark.django_db


@pytest.fixture
def us():
    return make.team()


@pytest.fixture
def callback(us):
    return make.asked(us.lan)


def seen_by(who, model):
    with acting(who):
        return model.objects.count(), model.objects.visible_to(who).count()


def test_what_she_said_is_read_by_whoever_calls_and_by_nobody_else(us, callback):
    with acting(us.lan):
        words = queries.words_of(callback, us.lan)

    assert (words.called.open(), words.number.open()) == (make.CALLED, make.NUMBER)
    assert words.to_another == "Tôi hỏi về việc làm, sẽ gọi lại sau"
    for who in (us.kim, us.hoa, Visitor()):
        assert seen_by(who, CallbackWords) == (0, 0)
    assert [seen_by(who, Callback) for who in (us.kim, us.hoa, Visitor())] == [
        (0, 0),
        (1, 1),
        (0, 0),
    ]


def test_sent_twice_it_is_one_request(us):
    key = uuid4()

    assert [make.ask(key=key), make.ask(key=key)] == [True, False]
    assert len(make.waiting(us.lan)) == 1


def test_of_many_requests_of_one_number_within_an_hour_three_are_kept(us):
    kept = [make.ask() for _ in range(5)]

    assert kept == [True, True, True, False, False]
    assert make.ask(number="+84912345002")
    assert make.ask(number="", other_way="qua cô trạm y tế")


def test_without_an_agency_on_duty_nothing_is_kept_and_a_number_is_named():
    with pytest.raises(Refused, match="Hãy gọi một số có người nghe"):
        make.ask()

    assert not SentForm.objects.exists()


@pytest.mark.parametrize(
    ("said", "code"), [("mai gọi giúp em", "callback.first"), ("cứu em với", "callback.urgent")]
)
def test_words_for_danger_bring_the_call_forward(us, said, code):
    callback = make.asked(us.lan, safe_hours=said)

    assert callback.due_at == law.due(code=code, start=callback.asked_at)
    assert callback.is_danger == (code == "callback.urgent")


def test_each_call_begins_a_new_clock_and_counts_once(us, callback):
    key = uuid4()
    one, two = (make.tried(callback, us.lan, "no_answer", key=key) for _ in range(2))

    fresh = make.opened(callback, us.lan)
    assert one.pk == two.pk
    assert fresh.due_at == law.due(code="callback.again", start=one.at)
    assert fresh.claimed_by_id == us.lan.pk


def test_of_two_officers_one_calls(us, callback):
    actions.claim_callback(callback=callback, by=us.lan, now=clock.now())

    with pytest.raises(Refused, match="Đồng nghiệp"):
        actions.claim_callback(callback=callback, by=us.mai, now=clock.now())
    actions.release_callback(callback=callback, by=us.mai, now=clock.now())
    taken = actions.claim_callback(callback=callback, by=us.mai, now=clock.now())
    assert taken.claimed_by_id == us.mai.pk


def test_what_she_said_goes_into_a_file_only_after_she_agreed(us, callback):
    make.tried(callback, us.lan, "talked")
    with acting(us.lan):
        assert queries.said_for(us.lan, str(callback.pk)) is None
    make.tried(callback, us.lan, "agreed")

    with acting(us.lan):
        said = queries.said_for(us.lan, str(callback.pk))
    assert said == {
        "called": make.CALLED,
        "number": make.NUMBER,
        "safe_hours": "9 đến 11 giờ",
        "who_answers": "herself",
    }
    with acting(us.kim):
        assert queries.said_for(us.kim, str(callback.pk)) is None


def test_whoever_answers_may_ask_not_to_be_called_and_is_told_nothing_by_it(us, callback):
    make.tried(callback, us.lan, "wrong_person")
    make.ended(callback, us.lan, "not_again")

    assert make.ask() is False
    assert make.waiting(us.lan) == []
    until = law.due(code="callback.blocked", start=clock.now())
    assert make.ask(now=until + timedelta(days=1)) is True


def test_a_month_after_the_end_nobody_reads_what_was_said(us, callback):
    make.tried(callback, us.lan, "nothing_more")
    make.ended(callback, us.lan, "not_again")
    later = law.due(code="callback.blocked", start=clock.now()) + timedelta(days=1)
    actions.forget_callbacks(by=NETWORK, now=later)

    with acting(us.lan):
        assert queries.words_of(callback, us.lan) is None
        assert queries.callback(us.lan, callback.pk).outcome == "not_again"
    with acting(NETWORK):
        assert not BlockedNumber.objects.exists()
    assert not SentForm.objects.exists()
    assert not CallbackHour.objects.exists()
    assert {bytes(key.wrapped) for key in DataKey.objects.all()} == {b""}


def test_whoever_is_late_hears_it_once_for_each_deadline(us, callback):
    late = callback.due_at + timedelta(hours=1)

    assert [actions.tell_of_callbacks(by=NETWORK, now=late) for _ in range(2)] == [1, 0]
    with acting(us.hoa):
        [seen] = queries.late_callbacks(us.hoa, now=late)
    assert seen.agency == us.lan.agency
