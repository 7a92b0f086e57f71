"""Conferences at their end: who came, decisions, minutes, and who confirms them."""

import pytest
from django.db import DatabaseError, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as ended
from ketnoi.cases import queries as files
from ketnoi.cases.tests import make as cases
from ketnoi.conferences import actions, queries
from ketnoi.conferences.models import Minutes
from ketnoi.conferences.tests import make
from ketnoi.conferences.tests.make import HOURS
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.actor import NETWORK
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


def test_each_decision_becomes_work_with_an_agency_and_a_day(lan, yen, meeting):
    decisions = [make.work(yen.agency, "Đưa đi khám"), make.work(lan, "Gọi trường nghề")]

    make.held(meeting, [lan, yen], by=lan, decisions=decisions)

    assert kinds(yen) == {"agreed", "confirm_minutes"}
    assert kinds(lan) == {"agreed"}
    with acting(yen):
        told = {one.words.open() for one in queries.decisions_of(meeting, yen)}
    assert told == {"Đưa đi khám", "Gọi trường nghề"}


@pytest.mark.parametrize("lacks", [{"to": None}, {"due_on": None}])
def test_a_decision_without_agency_or_day_is_refused_and_nothing_is_written(
    lan, yen, meeting, lacks
):
    decision = make.work(yen.agency)

    with pytest.raises(Refused, match="Mỗi việc"):
        make.held(
            meeting, [lan, yen], by=lan, decisions=[type(decision)(**{**vars(decision), **lacks})]
        )

    assert make.meeting(lan, meeting).state == "called"


def test_nothing_is_decided_about_her_before_she_was_asked(lan, yen, meeting):
    decisions = [make.work(yen.agency)]

    with pytest.raises(Refused, match="Chưa hỏi"):
        make.held(meeting, [lan, yen], by=lan, others=[], her=UNASKED, decisions=decisions)
    with pytest.raises(Refused, match="có mặt, vậy"):
        make.held(meeting, [lan, yen], by=lan, others=["her"], her=UNASKED)

    assert make.held(meeting, [lan, yen], by=lan, others=[], her=UNASKED).state == "held"


def test_minutes_are_written_after_it_began_by_people_who_were_there(lan, yen, minh, meeting):
    with pytest.raises(Refused, match="Chưa đến giờ"):
        make.held(meeting, [lan, yen], by=lan, now=clock.now())
    with pytest.raises(Refused, match="nơi được mời"):
        make.held(meeting, [lan, minh], by=lan)
    with pytest.raises(Refused, match="một người nữa"):
        make.held(meeting, [lan], by=lan)


def test_a_second_person_who_was_there_confirms(lan, yen, meeting):
    mai = agencies.member(lan.agency, name="Mai")
    held = make.held(meeting, [lan, yen], by=lan)

    for by in (lan, mai):
        with pytest.raises(Refused, match="người khác có mặt"):
            actions.confirm_minutes(conference=held, by=by, now=clock.now())
    actions.confirm_minutes(conference=make.meeting(yen, held), by=yen, now=clock.now())

    assert make.meeting(lan, held).is_confirmed
    assert make.desk(yen) == []
    with pytest.raises(Refused, match="đã được xác nhận"):
        actions.confirm_minutes(conference=make.meeting(yen, held), by=yen, now=clock.now())


def test_minutes_are_never_edited_and_a_correction_is_a_further_entry(lan, yen, meeting):
    held = make.held(meeting, [lan, yen], by=lan)
    actions.correct_minutes(
        conference=make.meeting(yen, held), body="Không phải tháng sáu.", by=yen, now=clock.now()
    )

    with acting(lan):
        told = [entry.body.open() for entry in queries.minutes_of(held, lan)]
    assert told == ["Chị ấy muốn học may.", "Không phải tháng sáu."]
    with pytest.raises(DatabaseError), transaction.atomic(), acting(lan), writing():
        Minutes.objects.update(written_at=clock.now())


def test_who_was_not_there_corrects_nothing(lan, yen, meeting):
    mai = agencies.member(lan.agency, name="Mai")
    held = make.held(meeting, [lan, yen], by=lan)

    with pytest.raises(Refused, match="có mặt"):
        actions.correct_minutes(conference=held, body="…", by=mai, now=clock.now())


def test_after_the_hour_only_the_minutes_wait(lan, yen, meeting):
    actions.go_round(by=NETWORK, now=meeting.starts_at + HOURS)

    assert make.desk(yen) == []
    assert kinds(lan) == {"hold_meeting"}


def test_minutes_find_somebody_else_to_confirm_them(lan, yen, file):
    mai = agencies.member(lan.agency, name="Mai")
    with acting(lan):
        door = next(d for d in files.doors_of(file) if d.agency_id == yen.agency_id)
    held = make.held(make.called(file, yen.agency, by=lan), [lan, mai, yen], by=lan)
    assert kinds(yen) == {"confirm_minutes"}
    make.shut(file, door)

    actions.go_round(by=NETWORK, now=clock.now())

    [task] = make.desk(mai, "confirm_minutes")
    assert task.member_id == mai.pk
    assert make.meeting(yen, held) is None
    actions.confirm_minutes(conference=make.meeting(mai, held), by=mai, now=clock.now())


def test_in_a_file_that_has_ended_nobody_is_asked_again(lan, yen, file, meeting):
    held = make.held(meeting, [lan, yen], by=lan)
    ended.close_case(case=file, reason="her_wish", by=lan, now=clock.now())

    actions.go_round(by=NETWORK, now=clock.now())

    assert make.desk(lan) == []
    assert make.meeting(lan, held).state == "held"


def test_where_nobody_who_was_there_is_left_a_lead_of_the_holder_confirms(lan, yen, file):
    lead = agencies.member(lan.agency, role="lead", name="Hà")
    with acting(lan):
        door = next(d for d in files.doors_of(file) if d.agency_id == yen.agency_id)
    held = make.held(make.called(file, yen.agency, by=lan), [lan, yen], by=lan)
    make.shut(file, door)
    actions.go_round(by=NETWORK, now=clock.now())

    with pytest.raises(Refused, match="người khác có mặt"):
        actions.confirm_minutes(conference=make.meeting(lan, held), by=lan, now=clock.now())
    actions.confirm_minutes(conference=make.meeting(lead, held), by=lead, now=clock.now())

    assert make.desk(lead) == []
