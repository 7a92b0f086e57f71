"""What becomes of a plan and of what she was asked when her file goes another step."""

from datetime import timedelta

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.blocking import actions as blocking
from ketnoi.cases import actions as files
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.merging.tests import make as files_of_one
from ketnoi.pathway import actions as pathway
from ketnoi.support import actions, queries
from ketnoi.support.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    return make.officer("osso", name="Kim")


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def file(lan):
    return make.files.case(lan)


@pytest.fixture
def goal(file, lan):
    return make.wanted(file, lan)


@pytest.fixture
def step(file, goal, kim, lan):
    make.opened(file, kim.agency)
    return make.planned(goal, kim.agency, by=lan)


def test_when_she_lives_her_own_life_it_is_asked_again_after_a_year(file, lan):
    pathway.follow(case=file, by=lan, now=clock.now())

    [task] = make.desk(lan, "assess_again")
    assert timedelta(days=360) < task.due_at - clock.now() < timedelta(days=370)
    assert task.href.endswith(f"/cb/ho-so/{file.code}/danh-gia/hoi/")


def test_followed_anew_it_waits_once_and_the_second_one_ends_the_wait(file, lan):
    pathway.follow(case=file, by=lan, now=clock.now())
    actions.await_assessment(case=file, start=clock.now(), by=lan, now=clock.now())
    assert len(make.desk(lan, "assess_again")) == 1

    about = {"occasion": "twelve", "asked_on": clock.today(), "said": make.said(safety="good")}
    actions.record_assessment(case=file, by=lan, now=clock.now(), **about)

    assert make.desk(lan, "assess_again") == []


def test_an_assessment_of_a_partner_ends_no_wait_of_the_holder(file, kim, lan):
    make.opened(file, kim.agency)
    pathway.follow(case=file, by=lan, now=clock.now())

    about = {"occasion": "twelve", "asked_on": clock.today(), "said": make.said(safety="good")}
    actions.record_assessment(case=file, by=kim, now=clock.now(), **about)

    assert len(make.desk(lan, "assess_again")) == 1


def test_an_agency_that_is_blocked_gives_its_step_back(file, step, kim, lan):
    about = {"reason": "relative", "her_word": "wants", "member": None, "agency": kim.agency}

    blocking.keep_out(case=file, by=lan, now=clock.now(), **about)

    assert make.desk(kim) == []
    assert [task.subject for task in make.desk(lan, "plan_step")] == [step.subject]


def test_when_the_file_ends_nothing_of_the_plan_waits(file, step, kim, lan):
    pathway.close(case=file, reason="goals_met", by=lan, now=clock.now())

    assert make.desk(kim) == []
    assert make.desk(lan) == []
    assert make.known(lan, step).dropped_by == lan


def test_opened_again_a_goal_starts_the_clock_again(file, step, lan):
    pathway.close(case=file, reason="goals_met", by=lan, now=clock.now())
    files.reopen_case(case=file, by=lan, now=clock.now())

    make.wanted(file, lan, "Em muốn đi học lại", area="skills")

    assert len(make.desk(lan, "review_plan")) == 1


def test_a_file_that_ended_gets_no_new_goal_and_no_new_step(file, goal, lan):
    pathway.close(case=file, reason="goals_met", by=lan, now=clock.now())

    with pytest.raises(actions.Refused, match="không còn đang hỗ trợ"):
        make.wanted(file, lan)
    goal.case = file
    with pytest.raises(actions.Refused, match="không còn đang hỗ trợ"):
        make.planned(goal, lan.agency, by=lan)


def test_a_file_in_which_a_step_waits_is_not_merged_but_one_with_a_plan_is(file, goal, lan):
    other = make.files.case(lan)
    step = make.planned(goal, lan.agency, by=lan)
    with pytest.raises(actions.Refused, match="Làm một bước trong kế hoạch"):
        files_of_one.merged(other, file, by=lan)

    make.reported(step, "done", by=lan)
    files_of_one.merged(other, file, by=lan)

    with acting(lan):
        both = queries.goals_of(queries.held_file(lan, other.code), lan)
    assert [aim.goal.words.open() for aim in both] == [goal.words.open()]
