"""Notes of a day: what the next shift must know, mistakes that stay legible, nobody else."""

from datetime import timedelta

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.dwelling import actions, queries
from ketnoi.dwelling.models import DayNote, HouseBook
from ketnoi.dwelling.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.belonging import NoWrap
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.protection.tests import make as shelters

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def yen():
    return shelters.officer("shelter", name="Yến")


@pytest.fixture
def nga(yen):
    return agencies.member(yen.agency, role="specialist", name="Nga")


@pytest.fixture
def stay(yen):
    return make.living(yen)


def open_points(by):
    return make.seen_by(by, lambda: [p.words.open() for p in queries.open_points(by)])


def test_the_next_shift_reads_it_until_somebody_ticks_it(stay, yen, nga):
    point = make.noted(stay, yen)
    make.noted(stay, yen, "Không cần biết", passes_on=False)
    assert open_points(nga) == [make.WORDS]

    actions.settle_point(point=point, by=nga, now=clock.now())

    assert open_points(yen) == []
    with pytest.raises(Refused, match="đã có người làm xong"):
        actions.settle_point(point=point, by=yen, now=clock.now())


def test_a_mistake_is_struck_with_who_and_when_and_stays_legible(stay, yen, nga):
    point = make.noted(stay, yen)

    actions.strike_note(point=point, by=nga, now=clock.now())

    [struck] = make.seen_by(yen, lambda: queries.notes_of(stay, yen))
    assert (struck.words.open(), struck.struck_by, struck.is_open) == (make.WORDS, nga, False)
    with pytest.raises(Refused, match="đã được gạch"):
        actions.strike_note(point=point, by=yen, now=clock.now())


def test_a_day_that_has_not_come_has_no_note(stay, yen):
    with pytest.raises(Refused, match="chưa tới"):
        make.noted(stay, yen, on=clock.today() + DAY)


def test_nobody_outside_the_house_reads_or_writes(stay, yen):
    point = make.noted(stay, yen)
    with acting(yen):
        holder = stay.case.keeper
    for other in (holder, shelters.officer("shelter"), agencies.member(role="coordinator")):
        with acting(other):
            assert not HouseBook.objects.exists() and not DayNote.objects.exists()
            assert queries.stay_in_house(other, stay.code) is None
        with pytest.raises(Refused):
            make.noted(stay, other)
        with pytest.raises(Refused):
            actions.strike_note(point=point, by=other, now=clock.now())


@pytest.mark.parametrize("role", ["verifier", "volunteer", "admin", "coordinator"])
def test_who_does_not_work_in_the_house_writes_nothing(stay, yen, role):
    with pytest.raises(Refused):
        make.noted(stay, agencies.member(yen.agency, role=role))


def test_the_key_is_closed_for_the_house_and_nobody_else(stay, yen):
    point = make.noted(stay, yen)
    stranger = shelters.officer("shelter")
    with acting(stranger):
        stolen = DayNote(pk=point.pk, book=HouseBook(pk=stay.pk, key=point.book.key))
        stolen.sealed_words = bytes(point.sealed_words.held)
        with pytest.raises(NoWrap):
            stolen.words.open()


def test_the_lines_stand_in_a_chain_of_the_house_without_a_word(stay, yen):
    make.noted(stay, yen)
    with acting(yen):
        line = Line.objects.get(verb="house.noted")
    assert (line.chain, line.holder, line.shared) == (stay.pk, yen.agency_id, False)
    assert set(line.facts) == {"kind", "passes_on"}
    with acting(yen):
        holder = stay.case.keeper
    with acting(holder):
        assert not Line.objects.filter(verb__startswith="house.").exists()


def test_after_she_left_the_notes_are_read_and_no_more_are_written(stay, yen):
    make.noted(stay, yen)
    shelters.left(stay, yen)
    left = make.seen_by(yen, lambda: queries.stay_in_house(yen, stay.code))

    assert len(make.seen_by(yen, lambda: queries.notes_of(left, yen))) == 1
    with pytest.raises(Refused, match="đã kết thúc"):
        make.noted(left, yen)


def test_the_book_is_read_when_the_file_is_closed_to_the_house(stay, yen):
    make.noted(stay, yen)
    with acting(yen):
        case = stay.case
    with acting(case.keeper):
        shelters.shut(case)
    found = make.seen_by(yen, lambda: queries.stay_in_house(yen, stay.code))

    assert open_points(yen) == [make.WORDS]
    make.noted(found, yen, "Vẫn ghi được")


def test_no_book_is_begun_when_the_file_is_closed_to_the_house(stay, yen):
    with acting(yen):
        case = stay.case
    with acting(case.keeper):
        shelters.shut(case)
    found = make.seen_by(yen, lambda: queries.stay_in_house(yen, stay.code))

    with pytest.raises(Refused, match="không còn mở"):
        make.noted(found, yen)
