"""The calendar of the stories: it moves the clock of the database, and sets it right again."""

from datetime import timedelta

import pytest
from django.db import transaction

from ketnoi.agencies import queries as agencies
from ketnoi.demo import loading
from ketnoi.demo.clockwork import Calendar
from ketnoi.foundation import clock

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


def test_a_moment_is_told_and_the_database_lives_in_it():
    with transaction.atomic(), Calendar() as calendar:
        told = calendar.ago(3, "9:10")

        assert clock.now() == told
        assert (told.hour, told.minute) == (9, 10)
        assert calendar.today - told.date() == timedelta(days=3)

    assert not clock.offset()


def test_a_story_never_goes_back_and_never_into_the_future():
    with transaction.atomic(), Calendar() as calendar:
        first = calendar.ago(1, "9:00")
        second = calendar.ago(1, "8:00")
        third = calendar.go(calendar.now + timedelta(days=1))

    assert first < second < third == calendar.now


def test_a_demo_that_lives_on_another_day_keeps_it():
    clock.move_by(timedelta(days=40))

    with transaction.atomic(), Calendar() as calendar:
        calendar.ago(100)

    assert clock.offset() == timedelta(days=40)


def test_a_shift_that_a_killed_load_left_behind_is_not_kept():
    clock.move_by(timedelta(days=-100, hours=2))

    with transaction.atomic(), Calendar():
        pass

    assert not clock.offset()


def test_a_load_that_fails_leaves_nobody_behind(monkeypatch):
    def fail(stage: object) -> None:
        raise RuntimeError("stop")

    monkeypatch.setattr(loading, "tell_journey", fail)

    with pytest.raises(RuntimeError, match="stop"):
        loading.load()

    assert not agencies.demo_members().exists()
    assert not clock.offset()
