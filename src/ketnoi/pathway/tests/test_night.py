"""She comes at night with no file: a bed at once, the rest within the time the law gives."""

from datetime import timedelta

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.models import Case, Task
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.law import queries as law
from ketnoi.pathway import actions
from ketnoi.people.models import Person
from ketnoi.protection import actions as protection
from ketnoi.protection import queries as shelters
from ketnoi.protection.models import ShelterStay, StayPlace
from ketnoi.protection.tests import make

pytestmark = pytest.mark.django_db
HERE = "/cb/tam-lanh/nhan-ngay/"
ONCE = "5f0f7c4e-6a1d-4b7e-9f43-0c1d2e3f4a5b"


@pytest.fixture
def yen():
    return make.officer("shelter", name="Yến")


def comes(by, *, unit="women", once="", **said):
    about = {"called": "Út", "danger": "yes", "house_rules_read": False, "children": 0, **said}
    return actions.admit_at_night(unit=unit, once=once, by=by, now=clock.now(), **about)


def waiting(member, kind="complete_file"):
    with acting(member):
        return list(Task.objects.filter(kind=kind, done_at=None))


def test_a_name_and_a_room_are_enough(yen):
    make.house(yen, mother_child=1)
    case = comes(yen, unit="mother_child", children=2)

    with acting(yen):
        stay = shelters.stay_here(case, yen)
        house = shelters.house_of(yen, now=clock.now())
    assert (case.holder_id, case.risk, case.needs) == (yen.agency_id, "now", ["safe_place"])
    assert (stay.unit, stay.children, stay.rules_heard_on) == ("mother_child", 2, None)
    assert house.unit("mother_child").free == 0


def test_the_rest_is_asked_for_within_the_time_the_law_gives(yen):
    case = comes(yen)

    [task] = waiting(yen)
    with acting(yen):
        stay = shelters.stay_here(case, yen)
    assert task.due_at == law.due(code="shelter.file", start=stay.admitted_at)
    assert task.href.endswith(f"/cb/ho-so/{case.code}/tam-lanh/bo-sung/")


def test_in_a_full_house_nothing_is_half_done(yen):
    make.house(yen)

    with pytest.raises(Refused, match="hết chỗ"):
        comes(yen)

    with acting(yen):
        assert not Case.objects.exists()
        assert not Person.objects.exists()
        assert not ShelterStay.objects.exists()


def test_a_page_that_was_sent_twice_takes_her_in_once(yen):
    make.house(yen, women=2)

    assert comes(yen, once=ONCE) == comes(yen, once=ONCE)

    with acting(yen):
        assert ShelterStay.objects.count() == 1
    assert len(waiting(yen)) == 1


@pytest.mark.parametrize("function", ["women_union", "police"])
def test_who_gives_no_shelter_takes_nobody_in(client, function):
    other = make.officer(function)

    with pytest.raises(Refused, match="Chỉ nhà tạm lánh"):
        comes(other)
    assert make.signed_in(client, other).get(HERE).status_code == 404
    with acting(other):
        assert not Case.objects.exists()


def test_what_was_not_asked_is_completed_later(yen):
    case = comes(yen)
    with acting(yen):
        stay = shelters.stay_here(case, yen)
        assert not StayPlace.objects.exists()

    protection.complete_stay(
        stay=stay, address=make.PLACE, house_rules_read=True, by=yen, now=clock.now()
    )

    assert waiting(yen) == []
    with acting(yen):
        stay = shelters.stay_here(case, yen)
        assert shelters.place_of(stay, yen) == make.PLACE
    assert stay.rules_heard_on == clock.today()
    with pytest.raises(Refused, match="đã được ghi"):
        protection.complete_stay(stay=stay, address="…", by=yen, now=clock.now())


def test_while_the_place_is_not_written_the_task_stays(yen):
    case = comes(yen)
    with acting(yen):
        stay = shelters.stay_here(case, yen)

    protection.complete_stay(stay=stay, house_rules_read=True, by=yen, now=clock.now())

    assert len(waiting(yen)) == 1


def test_when_she_leaves_before_nothing_waits_for_her(yen):
    case = comes(yen)
    with acting(yen):
        stay = shelters.stay_here(case, yen)

    make.left(stay, yen, now=clock.now() + timedelta(hours=1))

    assert waiting(yen) == waiting(yen, "review_stay") == []


def test_the_page_asks_five_things_and_goes_back_to_the_board(client, yen):
    make.house(yen, women=1)
    page = make.signed_in(client, yen)

    text = page.get(HERE).text
    assert "ở một mình – còn 1 chỗ" in text
    assert page.post(HERE, {"called": "Út"}).status_code == 422
    assert page.post(HERE, {"called": "Út", "unit": "women"})["Location"] == "/cb/tam-lanh/"
    assert page.post(HERE, {"called": "Út", "unit": "women"}).status_code == 422
    with acting(yen):
        assert Case.objects.count() == ShelterStay.objects.count() == 1


def test_the_page_that_completes_asks_what_is_missing_and_nothing_else(client, yen):
    case = comes(yen)
    here = f"/cb/ho-so/{case.code}/tam-lanh/bo-sung/"
    page = make.signed_in(client, yen)

    assert page.post(here, {}).status_code == 422
    assert page.post(here, {"address": make.PLACE}).status_code == 302
    text = page.get(here).text
    assert 'name="address"' not in text and 'name="house_rules_read"' in text
    assert make.signed_in(client, agencies.member()).get(here).status_code == 404
