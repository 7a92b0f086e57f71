"""Waiting for a decision, and deciding."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as cases
from ketnoi.cases.models import Task
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.identification import actions, queries
from ketnoi.identification.models import StatusDecision
from ketnoi.identification.tests import make
from ketnoi.law import queries as law

pytestmark = pytest.mark.django_db


@pytest.fixture
def minh():
    return make.officer("police", "verifier", name="Minh")


@pytest.fixture
def file(minh):
    return make.shared_file(minh)


def decide(file, by, **facts):
    now = clock.now()
    return actions.decide_status(case=file, **make.decided(**facts), by=by, now=now)


def owed(file, member):
    with acting(member):
        return queries.awaited_decision(file, member)


def test_an_answer_is_owed_within_the_three_days_of_the_law(file, minh):
    now = clock.now()

    actions.await_decision(case=file, by=minh, now=now)

    task = owed(file, minh)
    assert task.due_at == law.due(code="identification.verify", start=now)
    assert (task.asker_id, task.subject, task.step) == (
        file.holder_id,
        file.code,
        "identification",
    )


def test_asking_twice_leaves_one_answer_to_give(file, minh):
    actions.await_decision(case=file, by=minh, now=clock.now())
    actions.await_decision(case=file, by=minh, now=clock.now())

    with acting(minh):
        assert Task.objects.filter(kind="decide_status", done_at=None).count() == 1


def test_an_agency_without_the_competence_is_not_waited_for(file):
    tam = make.officer("legal_aid")
    make.opened(file, tam.agency)

    with pytest.raises(actions.Refused):
        actions.await_decision(case=file, by=tam, now=clock.now())

    assert owed(file, tam) is None


def test_a_decision_settles_the_answer(file, minh):
    actions.await_decision(case=file, by=minh, now=clock.now())

    decision = decide(file, minh)

    assert owed(file, minh) is None
    with acting(minh):
        assert queries.current_status(file, minh) == decision
        line = Line.objects.filter(chain=file.pk).latest("seq")
    assert (line.verb, line.shared, line.facts) == ("identification.decided", True, {})


def test_the_holder_sees_the_decision_with_its_number(file, minh):
    decide(file, minh)

    with acting(file.keeper):
        [told] = queries.decisions_of(file, file.keeper)
    assert told.number == "123/GXN-SO-GIA"
    assert len(told.grounds) == 2


def test_who_else_takes_part_sees_the_status_and_no_number(file, minh):
    tam = make.officer("legal_aid", "specialist")
    make.opened(file, tam.agency)

    decide(file, minh)

    with acting(tam):
        [told] = queries.decisions_of(file, tam)
    assert (told.decision.status, told.number) == ("victim", None)


def test_an_agency_without_a_door_sees_no_row(file, minh):
    decide(file, minh)
    stranger = make.officer("police", "verifier")

    with acting(stranger):
        assert not StatusDecision.objects.exists()
        assert queries.current_status(file, stranger) is None


def test_whoever_is_still_being_identified_is_looked_at_again(file, minh):
    actions.await_decision(case=file, by=minh, now=clock.now())
    first = owed(file, minh)

    decide(file, minh, status="being_identified", paper="no_paper", evidence=[])

    following = owed(file, minh)
    assert following.pk != first.pk
    assert following.due_at > first.due_at


def test_the_newest_decision_counts_even_when_an_older_one_is_noted_later(file, minh):
    newest = decide(file, minh)

    decide(file, minh, status="being_identified", decided_on=clock.today() - timedelta(days=30))

    with acting(minh):
        assert queries.current_status(file, minh) == newest
        assert len(queries.decisions_of(file, minh)) == 2


@pytest.mark.parametrize(
    "facts",
    [
        {"paper": "no_paper"},
        {"evidence": []},
        {"decided_on": date.max},
    ],
)
def test_a_decision_without_ground_or_dated_tomorrow_leaves_nothing(file, minh, facts):
    actions.await_decision(case=file, by=minh, now=clock.now())

    with pytest.raises(actions.Refused):
        decide(file, minh, **facts)

    with acting(minh):
        assert not StatusDecision.objects.exists()
    assert owed(file, minh) is not None


@pytest.mark.parametrize(
    ("function", "role", "status"),
    [
        ("police", "specialist", "victim"),
        ("shelter", "caseworker", "victim"),
        ("labour_dept", "verifier", "being_identified"),
        ("health_dept", "verifier", "victim"),
    ],
)
def test_who_may_not_decide_it_leaves_nothing(function, role, status):
    officer = make.officer(function, role)
    file = make.shared_file(officer)

    with pytest.raises(actions.Refused):
        decide(file, officer, status=status)

    with acting(file.keeper):
        assert not StatusDecision.objects.exists()


def test_the_health_body_writes_down_its_first_check():
    phuc = make.officer("health_dept", "verifier", name="Phúc")
    file = make.shared_file(phuc)

    decision = decide(file, phuc, status="being_identified", paper="no_paper")

    assert decision.agency == phuc.agency


def test_nobody_decides_in_a_file_that_is_not_open_to_the_agency(minh):
    file = make.files.case(agencies.member())

    with pytest.raises(actions.Refused):
        decide(file, minh)


def test_a_decision_is_never_changed(file, minh):
    decision = decide(file, minh)

    with pytest.raises(DatabaseError), transaction.atomic(), writing(), acting(minh):
        StatusDecision.objects.filter(pk=decision.pk).update(status="not_established")


def test_the_number_lies_sealed(file, minh):
    decision = decide(file, minh)

    assert b"123/GXN" not in bytes(decision.__dict__["number"])
    assert str(decision.number) == "•••"


def test_the_trail_names_no_status_and_no_number(file, minh):
    decide(file, minh)

    with acting(minh):
        told = str([(line.verb, line.facts) for line in cases.timeline(file, minh)])
    assert "victim" not in told
    assert "GXN" not in told
