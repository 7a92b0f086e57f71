"""Missed calls: nobody is to be called before somebody looked, and no call is returned twice."""

import pytest

from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
from ketnoi.intake import actions, queries
from ketnoi.intake.models import MissedList
from ketnoi.intake.tests import answering as make
from ketnoi.intake.tests import calling

pytestmark = pytest.mark.django_db
FIRST, OTHER = "0912345003", "0912345004"


@pytest.fixture
def us():
    return calling.team()


def lines(source, by):
    with acting(by):
        return queries.lines_of(queries.missed_list(by, source.pk), by)


def came(member):
    return [each.callback.came_by for each in calling.waiting(member)]


def test_each_number_becomes_one_call_to_return_from_the_hour_it_rang(us):
    rows = [(FIRST, make.ago(5), 12, "Khmer", ""), (OTHER, make.ago(6), "", "", "Có")]
    source = make.brought(us.lan, *rows, (FIRST, make.ago(7), "", "", ""))
    assert came(us.lan) == []

    assert make.added(source, us.lan).added == 2
    first, other = sorted((w.callback for w in calling.waiting(us.lan)), key=lambda c: c.asked_at)
    assert (first.came_by, other.came_by) == ("missed", "voicemail")
    assert (clock.now() - first.asked_at).total_seconds() // 3600 in {6, 7}


def test_the_same_file_adds_nothing_again_whether_it_waits_or_was_called(us):
    rows = [(FIRST, make.ago(5), "", "", "")]
    make.added(make.brought(us.lan, *rows), us.lan)
    [waits] = calling.waiting(us.lan)
    again = make.brought(us.lan, *rows)
    assert [line.why for line in lines(again, us.lan)] == ["known"]
    calling.tried(waits.callback, us.lan, "talked")
    calling.ended(waits.callback, us.lan, "helped")

    with pytest.raises(Refused, match="Không có dòng nào thêm được"):
        make.added(again, us.lan)
    assert came(us.lan) == []


def test_a_number_that_asked_not_to_be_called_is_not_added(us):
    callback = calling.asked(us.lan, number="+84912345003")
    calling.tried(callback, us.lan, "wrong_person")
    calling.ended(callback, us.lan, "not_again")

    [line] = lines(make.brought(us.lan, (FIRST, make.ago(5), "", "", "")), us.lan)
    assert line.why in {"blocked", "known"} and not line.is_new


def test_a_list_keeps_no_number_once_it_is_over(us):
    for end in (
        make.added,
        lambda one, by: actions.drop_missed(source=one, by=by, now=clock.now()),
    ):
        source = make.brought(us.lan)
        end(source, us.lan)
        with acting(us.lan):
            kept = MissedList.objects.get(pk=source.pk)
            assert (kept.lines.open(), lines(source, us.lan)) == ("", [])
        with pytest.raises(Refused, match="đã xong"):
            make.added(source, us.lan)


def test_a_list_nobody_decided_about_goes_in_a_day(us):
    source = make.brought(us.lan)
    actions.forget_callbacks(by=NETWORK, now=clock.now() + make.A_DAY)

    with acting(us.lan):
        assert queries.missed_list(us.lan, source.pk).state == "dropped"


def test_another_agency_sees_no_list(us):
    source = make.brought(us.lan)

    for member in (us.kim, us.hoa):
        with acting(member):
            assert not MissedList.objects.exists()
            assert queries.missed_list(member, source.pk) is None
