"""A year after the last word what was told is gone, and that it was told stays."""

from datetime import timedelta

import pytest

from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
from ketnoi.law import queries as law
from ketnoi.people.models import DataKey
from ketnoi.vigilance import actions, queries
from ketnoi.vigilance.models import HandOver, Sighting, Tip, Triage
from ketnoi.vigilance.tests import make

pytestmark = pytest.mark.django_db
ALMOST, OVER = -timedelta(days=1), timedelta(minutes=1)


@pytest.fixture
def us():
    return make.team()


@pytest.fixture
def receipt(us):
    return make.told(make.desk(us.mai))


@pytest.fixture
def tip(us, receipt):
    made = make.known(receipt, us.vy)
    make.sighted(made, us.vy)
    make.judged(made, us.vy)
    make.answered(made, us.vy)
    return made


def later(by):
    return law.due(code="tip.kept", start=clock.now()) + by


def kept(by, *models):
    with acting(by):
        return [model.objects.count() for model in models]


def test_until_then_everything_is_kept(us, receipt, tip):
    assert actions.forget_tips(by=NETWORK, now=later(ALMOST)) == 0
    assert len(queries.box(receipt)[1].said) == 1
    assert kept(us.vy, Tip, Sighting) == [1, 1]


def test_then_words_marks_and_the_box_are_gone_and_only_that_it_came_is_counted(us, receipt, tip):
    assert actions.forget_tips(by=NETWORK, now=later(OVER)) == 1
    assert queries.box(receipt) is None
    assert kept(us.vy, Tip, Triage) == [1, 1]
    with acting(us.vy):
        assert Sighting.objects.get().value_tag == 0
        assert queries.tips_of(us.vy) == []
        assert queries.tip(us.vy, tip.pk) is None
        assert Tip.objects.select_related("key").get().what.open() == ""
    assert actions.forget_tips(by=NETWORK, now=later(OVER)) == 0


def test_what_the_police_have_not_answered_is_kept_for_them(us, tip):
    make.handed(tip, us.minh.agency, us.vy)
    actions.forget_tips(by=NETWORK, now=later(OVER))

    with acting(us.minh):
        [handed] = HandOver.objects.select_related("key")
        assert handed.words.open()
    assert sum(bytes(key.wrapped) == b"" for key in DataKey.objects.all()) == 1


def test_the_system_forgets_and_does_nothing_else_with_a_tip(us, tip):
    said = {"sign": "phone", "value": "0909 000 778", "by": NETWORK, "now": clock.now()}

    with pytest.raises(actions.Refused):
        actions.note_sighting(tip=tip, **said)
    assert kept(us.vy, Sighting) == [1]
