"""Planning, doing and skipping follow-ups."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection, connections

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as cases_actions
from ketnoi.cases import queries as cases
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.actor import System
from ketnoi.foundation.guard.context import acting, reading
from ketnoi.foundation.timing import add_months
from ketnoi.foundation.trail.models import Line
from ketnoi.reintegration import actions, queries
from ketnoi.reintegration.models import FollowUp, FollowUpNote
from ketnoi.reintegration.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member()


@pytest.fixture
def file(lan):
    return files.case(lan)


@pytest.fixture
def plan(file, lan):
    return make.plan(file, by=lan)


def months_waiting(member):
    with reading(member):
        found = [t for t in cases.to_do(member) if t.kind == "follow_up"]
        return [t.subject.split("/")[1] for t in found]


def kept(member, **which):
    with acting(member):
        return list(FollowUp.objects.filter(**which).order_by("made_at", "month"))


def test_the_plan_puts_four_days_on_the_desk_of_the_officer_responsible(lan, file, plan):
    today = clock.today()

    assert [f.due_on for f in plan] == [add_months(today, m) for m in (1, 3, 6, 12)]
    assert months_waiting(lan) == ["1", "3", "6", "12"]
    with acting(lan):
        tasks = [t for t in cases.to_do(lan, mine=True) if t.kind == "follow_up"]
        assert tasks[0].due_at.astimezone(clock.ZONE).date() == plan[0].due_on


def test_planning_the_same_start_twice_changes_nothing(lan, file, plan):
    again = make.plan(file, by=lan)

    assert again == plan
    assert months_waiting(lan) == ["1", "3", "6", "12"]
    assert len(kept(lan)) == 4


def test_a_later_start_replaces_what_is_still_planned_and_keeps_what_was_done(lan, file):
    first, *rest = make.plan(file, by=lan, start=make.before_today(60))
    make.done(first, by=lan)

    new = make.plan(file, by=lan)

    assert months_waiting(lan) == ["1", "3", "6", "12"]
    assert [f.skipped_at is None for f in kept(lan, start_on=first.start_on)] == [True] + [
        False
    ] * len(rest)
    with acting(lan):
        assert [f for f, _s in queries.standings(file, lan, on=clock.today())] == new
        assert queries.earlier(file, lan) == [first]


def test_an_earlier_start_does_not_move_the_plan_back(lan, file, plan):
    assert make.plan(file, by=lan, start=make.before_today(30)) == plan


@pytest.mark.parametrize("role", ["specialist", "coordinator", "admin"])
def test_only_caseworkers_and_the_lead_of_the_holder_plan(lan, file, role):
    colleague = agencies.member(lan.agency, role=role)

    with pytest.raises(Refused):
        make.plan(file, by=colleague)

    assert kept(lan) == []


def test_another_agency_plans_nothing_and_leaves_nothing(lan, file):
    stranger = agencies.member()

    with pytest.raises(Refused):
        make.plan(file, by=stranger)

    assert kept(lan) == months_waiting(lan) == []
    with acting(lan):
        assert not Line.objects.filter(verb__startswith="follow_up").exists()


def test_the_system_plans_for_the_holder_when_somebody_else_made_the_start(lan, file):
    plan = make.plan(file, by=System(agency_id=lan.agency_id))

    assert [f.agency_id for f in plan] == [lan.agency_id] * 4
    assert months_waiting(lan) == ["1", "3", "6", "12"]


def test_a_closed_file_is_not_followed(lan, file):
    cases_actions.close_case(case=file, reason="goals_met", by=lan, now=clock.now())

    with pytest.raises(Refused):
        make.plan(file, by=lan)


def test_a_follow_up_is_done_with_who_and_when_and_its_words_are_sealed(lan, plan):
    done = make.done(plan[0], by=lan, income_band="3_to_5", body="Chị ấy đã quen việc.")

    assert (done.done_by, done.outcome, done.income_band) == (lan, "stable", "3_to_5")
    assert months_waiting(lan) == ["3", "6", "12"]
    with acting(lan):
        assert queries.words_of(done, lan) == "Chị ấy đã quen việc."
        with connection.cursor() as cursor:
            cursor.execute("SELECT body FROM reintegration_followupnote")
            assert "quen việc".encode() not in bytes(cursor.fetchone()[0])


def test_a_follow_up_is_done_once(lan, plan):
    make.done(plan[0], by=lan)

    with pytest.raises(Refused):
        make.done(plan[0], by=lan, outcome="worse")

    assert kept(lan, month=1)[0].outcome == "stable"


def test_nothing_is_left_of_a_refused_follow_up(lan, plan):
    with pytest.raises(Refused):
        make.done(plan[0], by=lan, went_wrong="lost_contact", body="Không gọi được.")

    assert kept(lan, month=1)[0].done_at is None
    assert months_waiting(lan) == ["1", "3", "6", "12"]
    with acting(lan):
        assert not FollowUpNote.objects.exists()
        assert not Line.objects.filter(verb="follow_up.done").exists()


def test_a_stranger_neither_sees_nor_does_it(lan, file, plan):
    stranger = agencies.member()

    with acting(stranger):
        assert queries.follow_up_of_file(stranger, file.code, 1) is None
        assert not FollowUp.objects.exists()
    with pytest.raises(Refused):
        make.done(plan[0], by=stranger)


def test_a_coordinator_sees_days_and_outcomes_and_never_the_words(lan, file, plan):
    make.done(plan[0], by=lan, body="Chị ấy đã quen việc.")
    hoa = agencies.member(role="coordinator", name="Hoa")

    with acting(hoa):
        found = queries.follow_up_of_file(hoa, file.code, 1)
        assert (found.outcome, queries.words_of(found, hoa)) == ("stable", "")
        assert not FollowUpNote.objects.exists()
    with pytest.raises(Refused):
        make.done(plan[1], by=hoa)


@pytest.mark.parametrize("danger", ["back_in_danger", "trafficked_again"])
def test_danger_puts_the_file_on_a_desk_within_two_hours(lan, file, plan, danger):
    now = clock.now()

    make.done(plan[0], by=lan, outcome="worse", went_wrong=danger)

    with acting(lan):
        urgent = [t for t in cases.to_do(lan, mine=True) if t.kind == "next_step"]
    assert [t.subject for t in urgent] == [file.code]
    assert urgent[0].due_at - now <= timedelta(hours=2, seconds=5)


def test_after_a_death_nobody_is_asked_again(lan, plan):
    make.done(plan[0], by=lan, outcome="unsure", went_wrong="deceased")

    assert months_waiting(lan) == []
    assert [f.skipped_at is None for f in kept(lan)] == [True, False, False, False]


def test_one_follow_up_is_skipped_when_she_does_not_want_it(lan, plan):
    actions.skip_follow_up(follow_up=plan[0], by=lan, now=clock.now())

    assert months_waiting(lan) == ["3", "6", "12"]
    with pytest.raises(Refused):
        make.done(plan[0], by=lan)


def test_what_is_planned_is_cancelled_with_the_file_and_can_be_planned_again(lan, file, plan):
    count = actions.cancel_follow_ups(case=file, by=lan, now=clock.now())
    assert (count, months_waiting(lan)) == (4, [])

    make.plan(file, by=lan)

    assert months_waiting(lan) == ["1", "3", "6", "12"]


def test_only_the_holder_cancels_the_plan(lan, file, plan):
    with pytest.raises(Refused):
        actions.cancel_follow_ups(case=file, by=agencies.member(), now=clock.now())

    assert months_waiting(lan) == ["1", "3", "6", "12"]


@pytest.mark.django_db(transaction=True)
def test_two_who_plan_at_the_same_moment_make_one_plan(lan, file):
    together = Barrier(2)

    def plan():
        together.wait()
        try:
            make.plan(file, by=lan)
        finally:
            connections.close_all()

    threads = [Thread(target=plan) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert months_waiting(lan) == ["1", "3", "6", "12"]
