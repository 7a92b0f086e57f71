"""Courses: written by the counsellor, told only if she agreed, handed on, raised as a danger."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as cases
from ketnoi.cases.models import Task
from ketnoi.cases.tests import make as files
from ketnoi.counselling import actions, queries
from ketnoi.counselling.models import Sitting
from ketnoi.counselling.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.people import actions as people
from ketnoi.people import queries as persons

pytestmark = pytest.mark.django_db(databases=["default", "owner"])


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def thao():
    return make.counsellor()


@pytest.fixture
def file(lan, thao):
    case = files.case(lan)
    make.opened(case, thao.agency)
    return case


@pytest.fixture
def course(file, thao):
    return make.begun(file, thao)


def test_the_others_know_how_often_and_when_next_only_if_she_agreed(file, lan, thao, course):
    day = clock.today() + timedelta(days=7)
    make.written(course, thao, next_on=day)
    colleague = agencies.member(thao.agency)
    assert make.told(file, lan) == make.told(file, colleague) == []

    tally = make.known(course, thao).tally
    actions.tell_others(tally=tally, told=True, by=thao, now=clock.now())
    assert make.told(file, lan) == make.told(file, colleague) == [(1, 45, day)]

    actions.tell_others(tally=tally, told=False, by=thao, now=clock.now())
    assert make.told(file, lan) == make.told(file, colleague) == []


def test_the_timeline_of_the_file_says_nothing_of_it(file, lan, thao, course):
    make.written(course, thao)
    make.written(course, thao, once="2")

    with acting(lan):
        assert not Line.objects.filter(verb__regex="course|sitting").exists()
        assert not Line.objects.filter(chain=file.pk, actor=thao.actor).exists()
        assert not Task.objects.filter(case=file, asker=thao.agency).exists()


def test_a_sitting_is_sealed_with_its_topics_and_her_answer(course, thao):
    sitting = make.written(course, thao, next_on=None)
    with acting(thao):
        row = Sitting.objects.filter(pk=sitting.pk).values().get()

    assert len(row["sealed_words"]) > 1024
    assert {"note", "topics", "feeling"}.isdisjoint(row)


def test_a_page_sent_twice_is_written_once_and_days_make_sense(course, thao):
    make.written(course, thao, once="trang-1")
    later = clock.today() + timedelta(days=1)

    with pytest.raises(Refused, match="đã được ghi"):
        make.written(course, thao, once="trang-1")
    with pytest.raises(Refused, match="chưa tới"):
        make.written(course, thao, held_on=later)
    with pytest.raises(Refused, match="sau ngày gặp"):
        make.written(course, thao, next_on=clock.today())


def test_what_was_a_mistake_counts_no_more(file, course, thao):
    make.written(course, thao)
    wrong = make.written(course, thao, once="2", minutes=60)
    with acting(thao):
        wrong = queries.sitting_in(thao, file.code, wrong.pk)

    actions.mark_sitting_mistaken(sitting=wrong, by=thao, now=clock.now())

    assert make.told(file, thao) == [(1, 45, None)]


def test_only_the_counsellor_writes_and_her_supervisor_only_reads(course, thao):
    van = make.counsellor(thao, "Vân")
    make.supervised(thao, van)

    with pytest.raises(Refused, match="Chỉ người tham vấn"):
        make.written(course, van)


def test_the_supervisor_hands_on_what_a_counsellor_left_and_reads_it_no_more(file, course, thao):
    sitting = make.written(course, thao)
    van, ha = make.counsellor(thao, "Vân"), make.counsellor(thao, "Hà")
    make.supervised(thao, van)
    agencies.gone(thao)
    assert make.read(sitting, van) == make.SECRET

    actions.hand_on_course(course=make.known(course, van), to=ha, by=van, now=clock.now())

    assert make.read(sitting, ha) == make.SECRET
    assert make.read(sitting, van) is None
    assert make.read(sitting, thao) is None
    make.written(make.known(course, ha), ha, once="sau")
    with acting(ha):
        assert Line.objects.filter(verb="course.handed_on", chain=course.pk).count() == 1


def test_nobody_else_hands_on_with_the_rules_or_with_sql(course, thao, lan):
    ha, lead = make.counsellor(thao, "Hà"), agencies.member(thao.agency, role="lead")
    key = make.known(course, thao).to_id

    for other in (lead, ha, lan):
        with pytest.raises(Refused, match="Chỉ người tham vấn"):
            actions.hand_on_course(course=course, to=ha, by=other, now=clock.now())
        with pytest.raises(DatabaseError), transaction.atomic(), acting(other):
            given = [course.pk, other.pk, key, b"x"]
            connection.cursor().execute("SELECT kn.hand_on(%s, %s, %s, %s)", given)


def test_erased_with_her_nothing_is_read_again(file, course, thao, lan):
    sitting = make.written(course, thao)
    lead = agencies.member(lan.agency, role="lead")
    with acting(lead):
        person = persons.person(lead, file.person_id)

    people.erase_person(person=person, by=lead, now=clock.now())

    assert make.read(sitting, thao) == ""
    with pytest.raises(Refused):
        make.written(course, thao, once="sau")


def test_a_danger_is_one_word_and_waits_with_the_holder(file, course, thao, lan):
    make.written(course, thao)
    raised = actions.raise_danger(case=file, kind="lured", by=thao, now=clock.now())
    with acting(lan):
        [task] = [one for one in cases.to_do(lan) if one.kind == "review_risk"]
        danger = queries.danger_in(lan, file.code, raised.pk)
        line = Line.objects.get(verb="danger.raised")
    assert task.href == f"/cb/ho-so/{file.code}/nguy-hiem/{raised.pk}/"
    assert line.shared and line.facts == {"kind": "lured"}

    about = {"version": danger.case.version, "by": lan, "now": clock.now()}
    actions.answer_danger(danger=danger, risk="now", **about)

    with acting(lan):
        assert cases.case_by_code(lan, file.code).risk == "now"
        assert not [one for one in cases.to_do(lan) if one.kind == "review_risk"]


def test_only_the_holder_answers_a_danger(file, thao):
    raised = actions.raise_danger(case=file, kind="child", by=thao, now=clock.now())

    with pytest.raises(Refused, match="đơn vị phụ trách"):
        actions.answer_danger(danger=raised, version=1, risk="low", by=thao, now=clock.now())


def test_what_ended_is_written_no_more(course, thao):
    actions.end_course(course=make.known(course, thao), by=thao, now=clock.now())

    with pytest.raises(Refused, match="đã kết thúc"):
        make.written(course, thao)
    assert make.known(course, thao).ended_at
