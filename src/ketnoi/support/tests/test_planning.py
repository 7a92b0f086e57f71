"""Her plan: what she wants, the steps to it, and that none of them is lost."""

from datetime import timedelta

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as files
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.support import actions, queries
from ketnoi.support.models import Goal, Plan, PlanStep
from ketnoi.support.tests import make

pytestmark = pytest.mark.django_db
SOON = timedelta(days=7)


@pytest.fixture
def kim():
    return make.officer("osso", name="Kim")


@pytest.fixture
def door(file, kim):
    return make.opened(file, kim.agency)


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
def step(goal, door, kim, lan):
    return make.planned(goal, kim.agency, by=lan)


def day_of(task):
    return task.due_at.astimezone(clock.ZONE).date()


def aims(file, member):
    with acting(member):
        return queries.goals_of(file, member)


def test_with_her_first_goal_begins_a_plan_and_its_clock(file, lan):
    make.wanted(file, lan)
    make.wanted(file, lan, "Em muốn có khai sinh cho con", area="papers")

    [task] = make.desk(lan, "review_plan")
    assert timedelta(days=85) < task.due_at - clock.now() < timedelta(days=95)
    assert {aim.goal.words.open() for aim in aims(file, lan)} == {
        "Em muốn mở tiệm may",
        "Em muốn có khai sinh cho con",
    }


def test_a_step_lies_on_the_desk_of_its_agency_until_its_day(step, kim, lan):
    [task] = make.desk(kim, "plan_step")

    assert day_of(task) == step.due_on
    assert task.asker_id == lan.agency_id
    assert task.subject == step.subject


def test_the_agency_reads_its_own_step_and_the_goal_and_nothing_else(file, goal, step, kim, lan):
    make.planned(goal, lan.agency, by=lan, words="Lan xem giá máy may")
    make.wanted(file, lan, "Em muốn ngủ được", area="mind")

    [aim] = aims(file, kim)
    assert aim.goal.words.open() == goal.words.open()
    assert [one.pk for one in aim.steps] == [step.pk]
    with acting(kim):
        assert Goal.objects.count() == 1
        assert PlanStep.objects.count() == 1
        assert not Plan.objects.exists()


def test_who_has_no_step_reads_nothing_of_the_plan(file, step):
    tam = make.officer("legal_aid", "specialist")
    make.opened(file, tam.agency)

    assert aims(file, tam) == []
    with acting(tam):
        assert not Goal.objects.exists()
        assert not Line.objects.filter(chain=file.pk, verb__startswith="plan.").exists()


def test_what_came_of_it_is_said_once_by_whoever_did_it(step, kim, lan):
    make.reported(step, "done", by=kim, told="Chị ấy đã học xong")

    found = make.known(lan, step)
    assert (found.outcome, found.told.open()) == ("done", "Chị ấy đã học xong")
    assert found.reported_by == kim
    assert make.desk(kim, "plan_step") == []
    with pytest.raises(actions.Refused, match="đã có kết quả"):
        make.reported(step, "partly", by=lan)


@pytest.mark.parametrize("outcome", ["partly", "not_possible", "changed_mind"])
def test_what_did_not_come_true_makes_the_holder_look_at_the_plan_soon(step, kim, lan, outcome):
    make.reported(step, outcome, by=kim)

    [task] = make.desk(lan, "review_plan")
    assert task.due_at - clock.now() < SOON
    with acting(lan):
        assert Plan.objects.get().review_on == day_of(task)


def test_another_day_moves_what_waits(step, kim, lan):
    later = step.due_on + timedelta(days=30)
    found = make.known(lan, step)

    actions.change_step(step=found, agency=kim.agency, due_on=later, by=lan, now=clock.now())

    [task] = make.desk(kim, "plan_step")
    assert day_of(task) == later


def test_another_agency_gets_it_and_the_first_one_forgets_it(file, step, kim, lan):
    tam = make.officer("legal_aid", "specialist")
    make.opened(file, tam.agency)
    found = make.known(lan, step)

    actions.change_step(step=found, agency=tam.agency, due_on=step.due_on, by=lan, now=clock.now())

    assert make.desk(kim, "plan_step") == []
    assert [task.subject for task in make.desk(tam, "plan_step")] == [step.subject]
    assert aims(file, kim) == []
    assert len(aims(file, tam)) == 1


def test_what_is_not_needed_any_more_waits_no_longer(step, kim, lan):
    actions.drop_step(step=make.known(lan, step), by=lan, now=clock.now())

    assert make.desk(kim, "plan_step") == []
    with pytest.raises(actions.Refused, match="đã có kết quả hoặc đã bỏ"):
        make.reported(step, "done", by=kim)


def test_when_an_agency_leaves_its_step_lies_with_the_holder_at_once(file, step, kim, lan, door):
    make.shut(file, door)

    actions.bring_back(case=file, by=lan, now=clock.now())

    assert make.desk(kim) == []
    [task] = make.desk(lan, "plan_step")
    assert task.due_at - clock.now() < SOON
    assert make.known(kim, step) is None
    assert make.known(lan, step).agency == lan.agency


def test_a_door_that_fell_shut_is_noticed_by_the_round(file, step, kim, lan, door):
    make.shut(file, door)

    actions.go_round(by=NETWORK, now=clock.now())
    actions.go_round(by=NETWORK, now=clock.now())

    assert [task.subject for task in make.desk(lan, "plan_step")] == [step.subject]


def test_a_step_without_a_desk_gets_one_again(step, kim, lan):
    with writing(), acting(lan):
        files.settle_all(case_id=step.case_id, subject=step.subject, by=lan, now=clock.now())
    assert make.desk(kim, "plan_step") == []

    actions.go_round(by=NETWORK, now=clock.now())

    assert [task.subject for task in make.desk(kim, "plan_step")] == [step.subject]


def test_a_step_waits_for_nobody_outside_and_for_no_day_that_passed(file, goal, lan):
    outside = make.officer("legal_aid").agency

    with pytest.raises(actions.Refused, match="chưa tham gia hồ sơ"):
        make.planned(goal, outside, by=lan)
    with pytest.raises(actions.Refused, match="đã qua"):
        make.planned(goal, lan.agency, by=lan, days=-1)

    assert aims(file, lan)[0].steps == []


def test_only_who_keeps_the_file_plans(file, goal, step, kim, lan):
    with pytest.raises(actions.Refused):
        make.wanted(file, kim)
    with pytest.raises(actions.Refused):
        make.planned(goal, kim.agency, by=kim)
    with pytest.raises(actions.Refused):
        actions.drop_step(step=make.known(kim, step), by=kim, now=clock.now())


def test_a_goal_with_a_step_that_waits_is_not_ended(goal, step, kim, lan):
    with pytest.raises(actions.Refused, match="Còn bước chưa xong"):
        actions.end_goal(goal=goal, end="met", by=lan, now=clock.now())

    make.reported(step, "done", by=kim)
    actions.end_goal(goal=goal, end="met", by=lan, now=clock.now())

    with pytest.raises(actions.Refused, match="đã kết thúc"):
        make.planned(goal, lan.agency, by=lan)


def test_the_plan_is_looked_at_again_on_the_day_that_was_chosen(file, goal, lan):
    day = clock.today() + timedelta(days=40)

    actions.review_plan(case=file, next_on=day, by=lan, now=clock.now())

    [task] = make.desk(lan, "review_plan")
    assert day_of(task) == day
    with pytest.raises(actions.Refused, match="sau hôm nay"):
        actions.review_plan(case=file, next_on=clock.today(), by=lan, now=clock.now())


def test_her_words_lie_sealed_and_are_in_no_trail(goal, step, lan):
    assert "tiệm may".encode() not in bytes(goal.__dict__["words"])
    assert "ba tháng".encode() not in bytes(step.__dict__["words"])
    with acting(lan):
        facts = [line.facts for line in Line.objects.filter(verb__startswith="plan.")]
    assert set().union(*facts) == {"area", "agency", "due"}
