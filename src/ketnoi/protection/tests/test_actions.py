"""Coming to a shelter, being looked after, leaving; and that nobody learns where."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as cases
from ketnoi.cases.models import Task
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.law import queries as law
from ketnoi.protection import actions, queries
from ketnoi.protection.models import ShelterStay, StayPlace
from ketnoi.protection.tests import make

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def yen():
    return make.officer("shelter", name="Yến")


@pytest.fixture
def file(yen):
    return make.shared_file(yen)


def waiting(member):
    with acting(member):
        return list(Task.objects.filter(kind="review_stay", done_at=None))


def left(stay, by, **facts):
    now = clock.now()
    about = {"left_at": now, "left_reason": "safe_again", "left_to": "home", **facts}
    return actions.leave(stay=stay, **about, by=by, now=now)


def test_she_is_taken_in_and_the_stay_is_to_be_looked_at_again(file, yen):
    stay = make.admitted(file, yen)

    [task] = waiting(yen)
    assert task.due_at == law.due(code="stay.review", start=stay.admitted_at)
    assert stay.review_due_on == task.due_at.astimezone(clock.ZONE).date()
    assert (task.agency_id, task.asker_id, task.subject) == (
        yen.agency_id,
        file.holder_id,
        file.code,
    )


def test_the_shelter_reads_where_she_is(file, yen):
    stay = make.admitted(file, yen)

    with acting(yen):
        assert queries.place_of(queries.stay_here(file, yen), yen) == make.PLACE
        assert queries.stay_by_code(yen, file.code) == stay


@pytest.mark.parametrize("function", ["women_union", "police", "shelter"])
def test_nobody_else_reaches_the_place_in_the_database(file, yen, function):
    stay = make.admitted(file, yen)
    other = make.officer(function, "lead")
    make.opened(file, other.agency)

    for reader in (other, file.keeper):
        with acting(reader):
            assert ShelterStay.objects.count() == 1
            assert not StayPlace.objects.exists()
            assert queries.place_of(stay, reader) == ""
            assert queries.stay_here(file, reader) is None


def test_others_learn_since_when_she_is_safe_and_nothing_more(file, yen):
    stay = make.admitted(file, yen)

    with acting(file.keeper):
        assert queries.sheltered_since(file, file.keeper) == [stay.admitted_at]


def test_an_agency_without_a_door_learns_nothing(file, yen):
    make.admitted(file, yen)
    stranger = make.officer("police", "verifier")

    with acting(stranger):
        assert not ShelterStay.objects.exists()
        assert queries.sheltered_since(file, stranger) == []


def test_the_place_is_in_no_trail_and_no_task(file, yen):
    stay = make.admitted(file, yen)
    actions.review_stay(stay=stay, by=yen, now=clock.now())
    left(stay, yen)

    with acting(yen):
        told = [str(line.facts) + line.about + line.verb for line in Line.objects.all()]
        asked = [str(vars(task)) for task in cases.tasks_of(file, yen)]
    assert not [text for text in told + asked if "Hoa Sứ" in text or "Hoa S" in text]


def test_the_place_lies_sealed_with_a_key_that_opens_nothing_else(file, yen):
    make.admitted(file, yen)

    with acting(yen):
        place = StayPlace.objects.get()
    assert place.key_id != file.key_id
    assert make.PLACE.encode() not in bytes(place.__dict__["address"])


def test_the_same_shelter_does_not_take_her_in_twice(file, yen):
    make.admitted(file, yen)

    with pytest.raises(actions.Refused):
        make.admitted(file, yen)

    with acting(yen):
        assert ShelterStay.objects.count() == StayPlace.objects.count() == 1
    assert len(waiting(yen)) == 1


def test_the_database_knows_one_open_stay_at_a_shelter(file, yen):
    stay = make.admitted(file, yen)
    stay.pk = None

    with pytest.raises(IntegrityError), transaction.atomic(), writing(), acting(yen):
        stay.save(force_insert=True)


@pytest.mark.parametrize(
    ("function", "role"),
    [("women_union", "caseworker"), ("hospital", "lead"), ("shelter", "verifier")],
)
def test_who_gives_no_shelter_takes_nobody_in(function, role):
    officer = make.officer(function, role)
    file = make.shared_file(officer)

    with pytest.raises(actions.Refused):
        make.admitted(file, officer)

    with acting(officer):
        assert not ShelterStay.objects.exists()
        assert not StayPlace.objects.exists()


def test_a_shelter_takes_nobody_in_from_a_file_it_does_not_take_part_in(yen):
    file = make.files.case(agencies.member())

    with pytest.raises(actions.Refused):
        make.admitted(file, yen)


def test_nobody_comes_tomorrow(file, yen):
    with pytest.raises(actions.Refused):
        make.admitted(file, yen, ago=-DAY)

    with acting(yen):
        assert not ShelterStay.objects.exists()


def test_a_review_sets_the_next_one(file, yen):
    stay = make.admitted(file, yen, ago=20 * DAY)
    [first] = waiting(yen)

    actions.review_stay(stay=stay, by=yen, now=clock.now())

    [following] = waiting(yen)
    assert following.due_at > first.due_at
    with acting(yen):
        assert queries.stay_here(file, yen).review_due_on > first.due_at.date()


def test_when_she_leaves_nothing_waits(file, yen):
    stay = make.admitted(file, yen, ago=DAY)

    left(stay, yen)

    assert waiting(yen) == []
    with acting(yen):
        assert queries.stay_here(file, yen) is None
        line = Line.objects.filter(chain=file.pk).latest("seq")
    assert (line.verb, line.shared, set(line.facts)) == ("stay.left", True, {"on"})


def test_she_may_come_back(file, yen):
    left(make.admitted(file, yen), yen)

    again = make.admitted(file, yen)

    with acting(yen):
        assert queries.stay_here(file, yen) == again


@pytest.mark.parametrize("shift", [-2 * DAY, DAY])
def test_a_stay_does_not_end_before_it_began_or_in_the_future(file, yen, shift):
    stay = make.admitted(file, yen, ago=DAY)

    with pytest.raises(actions.Refused):
        left(stay, yen, left_at=clock.now() + shift)

    assert len(waiting(yen)) == 1


def test_a_stay_that_has_ended_does_not_end_again(file, yen):
    stay = make.admitted(file, yen)
    left(stay, yen)

    for again in (
        lambda: left(stay, yen),
        lambda: actions.review_stay(stay=stay, by=yen, now=clock.now()),
    ):
        with pytest.raises(actions.Refused):
            again()


def test_the_holder_neither_reviews_nor_ends_a_stay(file, yen):
    stay = make.admitted(file, yen)

    with pytest.raises(actions.Refused):
        left(stay, file.keeper)
    with pytest.raises(actions.Refused):
        actions.review_stay(stay=stay, by=file.keeper, now=clock.now())


def test_both_limits_of_the_law_are_counted_from_the_first_day(file, yen):
    stay = make.admitted(file, yen)

    found = {limit.fact.code: limit.due for limit in queries.limits_of(stay)}

    begun = stay.admitted_at.astimezone(clock.ZONE).date()
    assert (found["shelter.essential_needs"].date() - begun).days == 120
    assert found["shelter.emergency"] < found["shelter.essential_needs"]
