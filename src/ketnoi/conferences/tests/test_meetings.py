"""Conferences before they are held: called, answered, moved; who reads of them."""

from datetime import timedelta

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as cases
from ketnoi.conferences import actions, queries
from ketnoi.conferences.models import Conference
from ketnoi.conferences.tests import make
from ketnoi.conferences.tests.make import HOURS
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting

pytestmark = pytest.mark.django_db
UNASKED = {"her_part": "not_asked", "not_asked": "not_safe", "her_words": ""}


@pytest.fixture
def lan():
    return agencies.member(agencies.agency("women_union"), name="Lan")


@pytest.fixture
def yen():
    return agencies.member(agencies.agency("shelter", "province"), name="Yến")


@pytest.fixture
def minh():
    return agencies.member(agencies.agency("police", "province"), name="Minh")


@pytest.fixture
def file(lan, yen, minh):
    made = cases.case(lan)
    make.let_in(made, yen.agency)
    make.let_in(made, minh.agency)
    return made


@pytest.fixture
def meeting(file, yen, lan):
    return make.called(file, yen.agency, by=lan)


def kinds(member):
    return {task.kind for task in make.desk(member)}


def test_the_invited_answer_and_the_holder_holds_it(lan, yen, meeting):
    [asked] = make.desk(yen)

    assert asked.kind == "answer_meeting"
    assert asked.due_at <= meeting.starts_at
    assert kinds(lan) == {"meet", "hold_meeting"}
    assert make.meeting(yen, meeting).place.open() == "Phòng họp tầng 2"


def test_people_meet_at_once_too(lan, yen, file):
    now = make.called(file, yen.agency, by=lan, hours=0)

    assert kinds(lan) == {"hold_meeting"}
    assert kinds(yen) == {"answer_meeting"}
    assert make.held(now, [yen], by=lan).state == "held"
    with pytest.raises(Refused, match="đã qua"):
        make.called(file, yen.agency, by=lan, hours=-1)


def test_who_is_not_invited_reads_nothing_of_it(minh, meeting):
    assert make.meeting(minh, meeting) is None
    assert make.desk(minh) == []
    with acting(minh):
        assert not Conference.objects.exists()


def test_only_who_takes_part_is_invited(lan, file):
    kim = agencies.member(agencies.agency("osso"), name="Kim")

    with pytest.raises(Refused, match="chuyển gửi"):
        make.called(file, kim.agency, by=lan)
    with pytest.raises(Refused, match="ít nhất một nơi"):
        make.called(file, by=lan)


def test_only_the_holder_calls(yen, lan, file):
    with pytest.raises(Refused, match="giữ hồ sơ"):
        make.called(file, lan.agency, by=yen)


@pytest.mark.parametrize(
    "her",
    [
        {"her_part": "", "not_asked": "", "her_words": ""},
        {**UNASKED, "not_asked": ""},
        {"her_part": "spoken_for", "not_asked": "", "her_words": ""},
    ],
)
def test_whether_she_was_asked_is_answered(lan, yen, file, her):
    with pytest.raises(Refused, match="người được hỗ trợ"):
        make.called(file, yen.agency, by=lan, her=her)


def test_whoever_comes_has_it_in_her_calendar_at_its_hour(yen, meeting):
    actions.answer_invitation(
        conference=make.meeting(yen, meeting), coming="comes", by=yen, now=clock.now()
    )

    [task] = make.desk(yen)
    assert (task.kind, task.due_at, task.member_id) == ("meet", meeting.starts_at, yen.pk)


def test_whoever_does_not_come_has_nothing_more_to_do(yen, meeting):
    actions.answer_invitation(
        conference=make.meeting(yen, meeting), coming="does_not", by=yen, now=clock.now()
    )

    assert make.desk(yen) == []


def test_the_agenda_is_open_to_every_invited_agency_until_it_starts(lan, yen, meeting):
    known = make.meeting(yen, meeting)
    now = clock.now()

    actions.propose_topic(conference=known, words="Học nghề", by=yen, now=now)

    with acting(lan):
        told = [item.words.open() for item in queries.agenda_of(meeting, lan)]
    assert told == ["Chỗ ở tháng tới", "Học nghề"]
    with pytest.raises(Refused, match="Đã đến giờ"):
        actions.propose_topic(conference=known, words="Muộn", by=yen, now=meeting.starts_at + HOURS)


def test_on_another_day_everybody_is_asked_again(lan, yen, meeting):
    actions.answer_invitation(
        conference=make.meeting(yen, meeting), coming="comes", by=yen, now=clock.now()
    )
    later = meeting.starts_at + timedelta(days=3)

    actions.move_conference(
        conference=make.meeting(lan, meeting),
        starts_at=later,
        why="too_few",
        by=lan,
        now=clock.now(),
    )

    assert kinds(yen) == {"answer_meeting"}
    assert make.meeting(yen, meeting).starts_at == later
    with acting(yen):
        [invited] = queries.invitees_of(meeting, yen)
        steps = {e.step: e for e in queries.events_of(meeting, yen)}
    assert invited.coming == ""
    assert (steps["moved"].by, steps["moved"].starts_at, steps["moved"].why) == (
        lan,
        later,
        "too_few",
    )


def test_a_conference_that_is_called_off_waits_for_nobody(lan, yen, meeting):
    actions.call_off_conference(
        conference=make.meeting(lan, meeting), why="her_wish", by=lan, now=clock.now()
    )

    assert make.desk(lan) == make.desk(yen) == []
    with pytest.raises(Refused, match="bước khác"):
        actions.answer_invitation(
            conference=make.meeting(yen, meeting), coming="comes", by=yen, now=clock.now()
        )
