"""Writing down support, and marking a wrong record."""

from datetime import date
from decimal import Decimal

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.support import actions, queries
from ketnoi.support.models import SupportGiven
from ketnoi.support.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    return make.officer("osso", name="Kim")


@pytest.fixture
def file(kim):
    return make.shared_file(kim)


def seen(file, member):
    with acting(member):
        return queries.support_of(file, member)


def test_support_is_written_down_with_its_time_and_cost(file, kim):
    given = make.recorded(file, kim)

    [shown] = seen(file, kim)
    assert shown.record == given
    assert (shown.record.hours, shown.record.cost) == (Decimal("1.5"), 500_000)
    assert (shown.detail, shown.may_mark) == (make.WORDS, True)


def test_the_holder_writes_down_what_she_did_herself(file):
    given = make.recorded(file, file.keeper, hours=None, cost=None, funds="", detail="")

    assert given.agency == file.holder


def test_the_holder_reads_all_of_it(file, kim):
    make.recorded(file, kim)

    [shown] = seen(file, file.keeper)
    assert (shown.detail, shown.may_mark) == (make.WORDS, False)


def test_who_else_takes_part_does_not_learn_what_another_agency_gave(file, kim):
    make.recorded(file, kim, kind="counselling")
    police = make.officer("police", "lead")
    make.opened(file, police.agency)

    assert seen(file, police) == []
    with acting(police):
        assert not SupportGiven.objects.exists()
        assert not Line.objects.filter(chain=file.pk, verb="support.given").exists()


@pytest.mark.parametrize("role", ["verifier", "coordinator", "admin", "volunteer"])
def test_who_works_on_no_support_writes_none_down(role):
    officer = make.officer("osso", role)
    file = make.shared_file(officer)

    with pytest.raises(actions.Refused):
        make.recorded(file, officer)

    assert seen(file, file.keeper) == []


def test_nobody_writes_into_a_file_that_is_not_open_to_the_agency(kim):
    file = make.files.case(agencies.member())

    with pytest.raises(actions.Refused):
        make.recorded(file, kim)


def test_nothing_is_written_into_a_file_that_was_a_mistake(file):
    make.cases.mark_case_mistaken(case=file, by=file.keeper, now=clock.now())

    with pytest.raises(actions.Refused):
        make.recorded(file, file.keeper)


@pytest.mark.parametrize(
    "facts",
    [
        {"given_on": date.max},
        {"hours": Decimal(0)},
        {"hours": Decimal(5000)},
        {"cost": -1},
        {"cost": 10**12},
        {"cost": 500_000, "funds": ""},
    ],
)
def test_what_cannot_be_true_leaves_nothing(file, kim, facts):
    with pytest.raises(actions.Refused):
        make.recorded(file, kim, **facts)

    assert seen(file, kim) == []
    with acting(kim):
        assert not Line.objects.filter(verb="support.given").exists()


def test_the_words_lie_sealed_and_are_in_no_trail(file, kim):
    given = make.recorded(file, kim)

    assert make.WORDS.encode() not in bytes(given.__dict__["detail"])
    with acting(kim):
        line = Line.objects.get(verb="support.given")
    assert set(line.facts) == {"kind", "on"}


def test_a_wrong_record_stays_marked(file, kim):
    given = make.recorded(file, kim)

    actions.mark_support_mistaken(given=given, by=kim, now=clock.now())

    [shown] = seen(file, kim)
    assert (shown.record.mistaken_by, shown.may_mark) == (kim, False)
    assert shown.record.mistaken_at is not None


def test_a_record_is_marked_once(file, kim):
    given = make.recorded(file, kim)
    actions.mark_support_mistaken(given=given, by=kim, now=clock.now())

    with pytest.raises(actions.Refused):
        actions.mark_support_mistaken(given=given, by=kim, now=clock.now())


def test_the_lead_of_the_agency_marks_it_too(file, kim):
    given = make.recorded(file, kim)
    lead = agencies.member(kim.agency, role="lead")

    actions.mark_support_mistaken(given=given, by=lead, now=clock.now())

    assert given.mistaken_by == lead


def test_neither_a_colleague_nor_the_holder_marks_it(file, kim):
    given = make.recorded(file, kim)

    for other in (agencies.member(kim.agency), file.keeper):
        with pytest.raises(actions.Refused):
            actions.mark_support_mistaken(given=given, by=other, now=clock.now())

    [shown] = seen(file, kim)
    assert shown.record.mistaken_at is None
