"""What is not merged, whoever asks and however many at once."""

from threading import Barrier, Thread

import pytest
from django.db import connections

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as cases_actions
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import reading
from ketnoi.merging.models import Merge
from ketnoi.merging.tests import make
from ketnoi.merging.tests.make import write
from ketnoi.people import actions as people_actions
from ketnoi.people import queries as people
from ketnoi.referrals.tests import make as requests

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member()


@pytest.fixture
def into(lan):
    return make.first(lan)


@pytest.fixture
def away(lan):
    return make.second(lan)


def refusal(**said):
    with pytest.raises(Refused) as refused:
        make.merged(**said)
    return str(refused.value)


def test_a_file_another_desk_works_on_is_not_merged_away(lan, into, away):
    bed = requests.service(agencies.agency("shelter"), "safe_place")
    requests.sent(away, bed, by=lan)

    assert "chuyển gửi đang mở" in refusal(into=into, away=away, by=lan)


def test_a_file_is_not_merged_with_itself(lan, into):
    assert refusal(into=into, away=into, by=lan) == "Đây là cùng một hồ sơ."


def test_files_of_two_agencies_stay_apart(lan, into):
    yen = agencies.member()
    theirs = files.case(yen)

    for one, other in ((into, theirs), (theirs, into)):
        assert "Không có hồ sơ nào" in refusal(into=one, away=other, by=lan, seen="")


def test_a_merged_file_is_merged_no_more_and_nothing_into_it(lan, into, away):
    third = files.case(lan)
    make.merged(into, away, by=lan)

    for one, other in ((third, away), (away, third), (away, into)):
        assert "đã được gộp trước đó" in refusal(into=one, away=other, by=lan)


def test_what_was_compared_must_still_stand(lan, into, away):
    seen = make.stamp(into, away, lan)
    cases_actions.describe_case(case=into, version=1, risk="now", by=lan, now=clock.now())

    assert "vừa được sửa" in refusal(into=into, away=away, by=lan, seen=seen)


def test_mother_and_child_are_not_one_person(lan, into):
    with reading(lan):
        person = people.person(lan, into.person_id)
    tie = people_actions.add_relative(
        person=person, kind="child", lives="her", carer="her", called="Tí", by=lan, now=clock.now()
    )
    child = cases_actions.open_case(
        person=tie.relative, channel="visit", reasons=[], needs=[], risk="low", commune=None,
        by=lan, now=clock.now(),
    )  # fmt: skip

    assert "người thân của nhau" in refusal(into=into, away=child, by=lan)


def test_a_file_that_goes_on_is_not_merged_into_one_that_ended(lan, into, away):
    cases_actions.close_case(case=into, reason="goals_met", by=lan, now=clock.now())

    assert "đã kết thúc" in refusal(into=into, away=away, by=lan)


def test_nobody_writes_in_the_merged_file(lan, into, away):
    make.merged(into, away, by=lan)
    with reading(lan):
        old = Case.objects.get(pk=away.pk)

    with pytest.raises(Refused):
        write(old, "Quên.", lan)
    with pytest.raises(Refused):
        files.consent(old, agencies.agency("shelter"), by=lan)


def at_once(*steps):
    """Several people at the same moment; what they were told."""
    together, told = Barrier(len(steps)), []

    def run(step):
        together.wait()
        try:
            told.append(step())
        except Refused as refused:
            told.append(str(refused))
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("crossed", [True, False])
def test_two_who_merge_at_the_same_moment_merge_once(lan, into, away, crossed):
    seen, back = make.stamp(into, away, lan), make.stamp(away, into, lan)
    other = (away, into, back) if crossed else (into, away, seen)

    told = at_once(
        lambda: make.merged(into, away, by=lan, seen=seen),
        lambda: make.merged(other[0], other[1], by=lan, seen=other[2]),
    )

    assert sorted(type(one).__name__ for one in told) == ["Merge", "str"]
    assert [one for one in told if "đã được gộp trước đó" in str(one)]
    with reading(lan):
        assert Merge.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_file_that_is_closed_while_it_is_merged_stands_in_one_place(lan, into, away):
    seen = make.stamp(into, away, lan)

    at_once(
        lambda: make.merged(into, away, by=lan, seen=seen),
        lambda: cases_actions.close_case(case=away, reason="moved", by=lan, now=clock.now()),
    )

    with reading(lan):
        stands = Case.objects.get(pk=away.pk)
        assert (stands.status == "merged") == (stands.merged_into_id == into.pk)
