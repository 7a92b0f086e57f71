"""Appointments, the sessions they bring, and the call when she did not come."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.models import CaseAccess
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.guard.context import acting
from ketnoi.osso import actions, queries
from ketnoi.osso.models import Appointment, Session
from ketnoi.osso.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    return make.officer()


@pytest.fixture
def file(kim):
    return make.case(kim)


def test_an_appointment_stands_in_todays_work_at_its_hour(kim, file):
    one = make.planned(file, by=kim, hours=3)
    [task] = make.desk(kim)

    assert (task.kind, task.due_at, task.member_id) == ("appointment", one.starts_at, kim.pk)
    assert task.href == f"/cb/ho-so/{file.code}/mot-cua/hen/{one.pk}/"


def test_moved_it_stands_there_once_at_the_new_hour(kim, file):
    one = make.planned(file, by=kim, hours=3)
    later = one.starts_at + timedelta(days=2)
    actions.move_appointment(
        appointment=one, starts_at=later, why="her_wish", by=kim, now=clock.now()
    )

    assert [task.due_at for task in make.desk(kim)] == [later]
    with acting(kim):
        assert {e.step for e in queries.events_of(one, kim)} == {"made", "moved"}


def test_kept_it_is_one_session_of_its_day_and_category(kim, file):
    one = make.planned(file, by=kim, category="mind")
    make.kept(one, by=kim)

    held = make.one(kim, Session)
    assert (held.category, held.appointment_id) == ("mind", one.pk)
    assert held.held_on == one.starts_at.astimezone(clock.ZONE).date()
    assert make.desk(kim) == []
    with pytest.raises(Refused, match="bước khác"):
        make.kept(one, by=kim)
    assert make.count(kim, Session) == 1


def test_the_database_itself_knows_one_session_for_an_appointment(kim, file):
    one = make.planned(file, by=kim)
    first = make.kept(one, by=kim)
    with writing(), acting(kim), pytest.raises(IntegrityError), transaction.atomic():
        again = Session(**{f.attname: getattr(first, f.attname) for f in Session._meta.fields})
        again.pk = uuid4()
        again.save(force_insert=True)


def test_it_is_not_kept_before_its_day_nor_missed_before_its_hour(kim, file):
    one = make.planned(file, by=kim, hours=72)
    with pytest.raises(Refused, match="Chưa đến ngày hẹn"):
        make.kept(one, by=kim, now=clock.now())
    with pytest.raises(Refused, match="Chưa đến giờ hẹn"):
        actions.miss_appointment(appointment=one, by=kim, now=clock.now())
    assert make.one(kim, Appointment).state == "planned"


def test_an_hour_that_has_passed_and_one_taken_already_are_refused(kim, file):
    with pytest.raises(Refused, match="Giờ hẹn đã qua"):
        make.planned(file, by=kim, hours=-1)
    one = make.planned(file, by=kim)
    with pytest.raises(Refused, match="đúng giờ này"):
        make.planned(file, by=kim, starts_at=one.starts_at)


def test_when_she_did_not_come_somebody_calls_her_until_it_brings_something(kim, file):
    one = make.planned(file, by=kim)
    after = one.starts_at + make.HOURS
    actions.miss_appointment(appointment=one, by=kim, now=after)
    [task] = make.desk(kim)
    assert (task.kind, task.href) == (
        "call_her",
        f"/cb/ho-so/{file.code}/mot-cua/hen/{one.pk}/goi-lai/",
    )

    said = {"starts_at": None, "by": kim}
    actions.call_back(appointment=one, answer="not_reached", now=after + make.HOURS, **said)
    assert [task.kind for task in make.desk(kim)] == ["call_her"]

    again = actions.call_back(
        appointment=one,
        answer="new_day",
        starts_at=after + timedelta(days=3),
        by=kim,
        now=after + 2 * make.HOURS,
    )
    assert [task.subject for task in make.desk(kim)] == [again.subject]
    assert again.category == one.category
    with pytest.raises(Refused, match="Đã ghi kết quả"):
        actions.call_back(appointment=one, answer="declines", now=after, **said)


def test_a_new_day_needs_its_hour_and_nothing_is_half_done(kim, file):
    one = make.planned(file, by=kim)
    after = one.starts_at + make.HOURS
    actions.miss_appointment(appointment=one, by=kim, now=after)
    with pytest.raises(Refused, match="ngày và giờ hẹn mới"):
        actions.call_back(appointment=one, answer="new_day", starts_at=None, by=kim, now=after)
    assert [task.kind for task in make.desk(kim)] == ["call_her"]


def test_when_the_door_has_closed_it_is_called_off_and_nothing_else(kim):
    lan = agencies.member()
    file = cases.case(lan)
    make.opened(file, kim.agency)
    one = make.planned(file, by=kim)
    with writing(), acting(lan):
        CaseAccess.objects.update(ended_at=clock.now())
    with acting(kim):
        one = queries.appointment(kim, file.code, one.pk)
    with pytest.raises(Refused, match="không còn tham gia"):
        make.kept(one, by=kim)
    actions.call_off_appointment(appointment=one, why="other", by=kim, now=clock.now())
    assert make.desk(kim) == []


def test_a_session_is_written_once_and_a_mistake_counts_no_more(kim, file):
    held = make.held(file, by=kim, once="trang")
    with pytest.raises(Refused, match="đã được ghi"):
        make.held(file, by=kim, once="trang")
    day = held.held_on
    with acting(kim):
        assert queries.totals(kim, since=day, until=day).sessions == 1
    actions.mark_session_mistaken(session=held, by=kim, now=clock.now())
    with acting(kim):
        assert queries.totals(kim, since=day, until=day).sessions == 0
    with pytest.raises(Refused, match="đã được đánh dấu"):
        actions.mark_session_mistaken(session=held, by=kim, now=clock.now())


def test_a_session_is_not_of_tomorrow_nor_for_a_stranger(kim, file):
    with pytest.raises(Refused, match="chưa tới"):
        make.held(file, by=kim, held_on=clock.today() + timedelta(days=1))
    other = make.case(kim)
    make.walked_in(other, by=kim, family=[make.child()])
    with acting(kim):
        [tie] = queries.clients_of(other, kim)
    with pytest.raises(Refused, match="trong gia đình"):
        make.held(file, by=kim, client=tie)
