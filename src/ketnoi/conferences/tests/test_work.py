"""Work across agencies: given, done, brought back, taken back, and never lost."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as files
from ketnoi.cases.models import Task
from ketnoi.cases.tests import make as cases
from ketnoi.conferences import actions, queries
from ketnoi.conferences.models import Assignment
from ketnoi.conferences.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(agencies.agency("women_union"), name="Lan")


@pytest.fixture
def yen():
    return agencies.member(agencies.agency("shelter", "province"), name="Yến")


@pytest.fixture
def file(lan):
    return cases.case(lan)


@pytest.fixture
def door(file, yen):
    return make.let_in(file, yen.agency)


def test_work_lies_on_the_desk_of_the_agency_that_got_it(lan, yen, file, door):
    given = make.given(file, yen.agency, by=lan)

    [task] = make.desk(yen)
    assert (task.kind, task.asker_id, task.due_at) == ("agreed", lan.agency_id, given.due_at)
    assert task.href.endswith(f"/ho-so/{file.code}/viec-giao/{given.pk}/")
    assert make.work_of(yen, given).words.open() == "Gọi trạm y tế xã"


def test_work_is_given_to_an_officer_of_ones_own(lan, file):
    mai = agencies.member(lan.agency, name="Mai")

    make.given(file, mai, by=lan)

    [task] = make.desk(mai)
    assert (task.agency_id, task.member_id) == (lan.agency_id, mai.pk)


def test_an_agency_that_takes_part_gives_work_too(lan, yen, file, door):
    make.given(file, lan.agency, by=yen)

    [task] = make.desk(lan)
    assert task.asker_id == yen.agency_id


def test_who_takes_no_part_is_given_nothing_and_gives_nothing(lan, yen, file):
    with pytest.raises(Refused, match="chuyển gửi"):
        make.given(file, yen.agency, by=lan)
    with pytest.raises(Refused, match="tham gia hồ sơ"):
        make.given(file, lan.agency, by=yen)
    assert make.desk(yen) == []


def test_a_partner_does_not_hear_of_other_partners(lan, yen, file, door):
    minh = agencies.member(agencies.agency("police", "province"), name="Minh")
    make.let_in(file, minh.agency)

    with acting(yen):
        assert queries.places(file, yen) == [lan.agency, yen.agency]
    with pytest.raises(Refused):
        make.given(file, minh.agency, by=yen)
    make.called(file, yen.agency, minh.agency, by=lan)
    make.given(file, minh.agency, by=yen)


@pytest.mark.parametrize("lacks", [{"words": ""}, {"kind": ""}, {"to": None}, {"due_on": None}])
def test_work_without_words_kind_agency_or_day_is_refused(lan, yen, file, door, lacks):
    with pytest.raises(Refused, match="Mỗi việc"):
        make.given(file, **{"to": yen.agency, "by": lan, **lacks})


def test_a_day_that_has_passed_is_refused(lan, yen, file, door):
    with pytest.raises(Refused, match="đã qua"):
        make.given(file, yen.agency, by=lan, days=-1)


def test_what_is_done_leaves_the_desk_with_its_outcome(lan, yen, file, door):
    given = make.given(file, yen.agency, by=lan)

    with pytest.raises(Refused, match="kết quả"):
        make.answered(given, "done", by=yen)
    make.answered(given, "done", by=yen, outcome="Hẹn khám sáng thứ hai")

    assert make.desk(yen) == []
    assert make.work_of(lan, given).outcome.open() == "Hẹn khám sáng thứ hai"
    with pytest.raises(Refused, match="bước khác"):
        make.answered(given, "cannot", by=yen, cannot="no_time")


def test_what_cannot_be_done_comes_back_to_who_gave_it(lan, yen, file, door):
    given = make.given(file, yen.agency, by=lan)

    with pytest.raises(Refused, match="vì sao"):
        make.answered(given, "cannot", by=yen)
    make.answered(given, "cannot", by=yen, cannot="no_time")

    [task] = make.desk(lan)
    assert (task.member_id, task.subject) == (lan.pk, given.subject)
    assert make.desk(yen) == []


def test_what_came_back_is_given_again_in_one_step(lan, yen, file, door):
    given = make.given(file, yen.agency, by=lan)
    make.answered(given, "cannot", by=yen, cannot="no_time")

    actions.give_assignment(
        case=file,
        work=make.work(lan.agency),
        instead_of=make.work_of(lan, given),
        by=lan,
        now=clock.now(),
    )

    [task] = make.desk(lan)
    assert task.subject != given.subject
    assert make.work_of(lan, given).ended_by == lan


def test_who_gave_it_takes_it_back(lan, yen, file, door):
    given = make.given(file, yen.agency, by=lan)

    with pytest.raises(Refused, match="đã giao"):
        actions.take_back(assignment=make.work_of(yen, given), by=yen, now=clock.now())
    actions.take_back(assignment=make.work_of(lan, given), by=lan, now=clock.now())

    assert make.desk(yen) == []
    with pytest.raises(Refused, match="bước khác"):
        make.answered(given, "done", by=yen, outcome="…")


def test_a_colleague_elsewhere_does_not_answer_for_another_agency(lan, yen, file, door):
    given = make.given(file, yen.agency, by=lan)

    with pytest.raises(Refused, match="được giao"):
        make.answered(given, "done", by=lan, outcome="…")


def test_when_the_door_closes_the_work_is_the_holders(lan, yen, file, door):
    given = make.given(file, yen.agency, by=lan)
    make.shut(file, door)

    assert make.work_of(yen, given) is None
    actions.go_round(by=NETWORK, now=clock.now())

    [task] = make.desk(lan)
    assert task.subject == given.subject
    assert make.work_of(lan, given).answer == "left"
    with acting(yen):
        assert not Assignment.objects.exists()


def test_what_came_back_to_who_has_left_since_goes_on_to_the_holder(lan, yen, file, door):
    mai = agencies.member(lan.agency, name="Mai")
    given = make.given(file, lan.agency, by=yen)
    make.answered(given, "cannot", by=mai, cannot="no_time")
    assert make.desk(yen)
    make.shut(file, door)

    actions.go_round(by=NETWORK, now=clock.now())
    actions.go_round(by=NETWORK, now=clock.now())

    [task] = make.desk(lan)
    assert (task.subject, task.agency_id) == (given.subject, lan.agency_id)


def test_a_blocked_officer_is_offered_nothing_and_given_nothing(lan, yen, file, door):
    from ketnoi.foundation.guard import hiding

    mai = agencies.member(lan.agency, name="Mai")
    with acting(lan):
        assert mai in queries.offer(file, lan).officers
    with acting(lan), pytest.MonkeyPatch.context() as patch:
        out = hiding.ShutOut(frozenset(), frozenset({mai.pk}))
        patch.setattr("ketnoi.conferences.queries.inside.shut_out", lambda _file: out)
        assert mai not in queries.offer(file, lan).officers
        with pytest.raises(Refused, match="Người này"):
            make.given(file, mai, by=lan)


def test_who_came_in_an_emergency_gives_work_to_the_holder_alone(lan, file):
    kim = agencies.member(agencies.agency("osso"), name="Kim")
    about = {"reason": "danger", "words": "…", "by": kim, "now": clock.now()}
    files.open_in_emergency(code=file.code, **about)

    with acting(kim):
        offer = queries.offer(file, kim)
    assert (offer.agencies, offer.officers) == ([lan.agency], [])
    make.given(file, lan.agency, by=kim)


def test_nothing_new_begins_in_a_file_that_has_ended(lan, file):
    files.close_case(case=file, reason="her_wish", by=lan, now=clock.now())

    with pytest.raises(Refused, match="Hãy mở lại"):
        make.given(file, lan.agency, by=lan)


def test_the_last_work_done_elsewhere_leaves_the_file_its_next_step(lan, yen, file, door):
    given = make.given(file, yen.agency, by=lan)
    with acting(lan), writing():
        Task.objects.exclude(kind="agreed").update(done_at=clock.now())

    make.answered(given, "done", by=yen, outcome="Xong")

    with acting(lan):
        [task] = Task.objects.filter(done_at=None)
    assert (task.kind, task.agency_id) == ("next_step", lan.agency_id)


def test_only_the_words_of_the_answer_change_in_the_database(lan, yen, file, door):
    given = make.given(file, yen.agency, by=lan)

    for column in ("due_at", "to_agency_id", "kind"):
        with pytest.raises(DatabaseError), transaction.atomic(), acting(lan), writing():
            Assignment.objects.filter(pk=given.pk).update(**{column: getattr(given, column)})


def test_an_agency_outside_forges_no_work(lan, yen, file):
    with pytest.raises(DatabaseError), transaction.atomic(), acting(yen), writing():
        Assignment(
            case=file,
            holder_id=file.holder_id,
            code=file.code,
            kind="call",
            seal=file.pk,
            from_agency=yen.agency,
            given_by=yen,
            given_at=clock.now(),
            to_agency=yen.agency,
            due_at=clock.now() + timedelta(days=1),
        ).save(force_insert=True)
