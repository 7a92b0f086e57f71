"""Beds: one for each, none twice; kept for somebody, free again; and what the network hears."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as cases
from ketnoi.directory import actions as directory
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.guard.context import acting
from ketnoi.protection import actions, queries
from ketnoi.protection.models import Beds, ShelterStay
from ketnoi.protection.tests import make

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def yen():
    return make.officer("shelter", name="Yến")


@pytest.fixture
def file(yen):
    return make.shared_file(yen)


def stand(by, *, now=None):
    with acting(by):
        return queries.house_of(by, now=now or clock.now())


def count(by, unit):
    now = stand(by).unit(unit)
    return now.places, now.taken, len(now.held)


def kept(by, unit="women", hours=8, now=None):
    return actions.keep_bed(unit=unit, hours=hours, by=by, now=now or clock.now())


def test_who_comes_takes_a_bed_and_who_leaves_frees_it(file, yen):
    make.house(yen, women=2)
    stay = make.admitted(file, yen)
    assert count(yen, "women") == (2, 1, 0)

    make.left(stay, yen)
    assert count(yen, "women") == (2, 0, 0)


def test_the_second_of_two_who_want_the_last_bed_reads_where_there_is_room(file, yen):
    make.house(yen, women=1, accessible=1)
    make.admitted(file, yen)

    with pytest.raises(Refused, match=r"ở một mình: hết chỗ\. Còn chỗ ở: Phòng cho người khuyết"):
        make.admitted(make.shared_file(yen), yen)

    with acting(yen):
        assert ShelterStay.objects.count() == 1
    assert count(yen, "women") == (1, 1, 0)


def test_a_full_house_says_who_can_add_a_bed(file, yen):
    make.house(yen, women=1)
    make.admitted(file, yen)

    with pytest.raises(Refused, match="Người phụ trách thêm chỗ được"):
        make.admitted(make.shared_file(yen), yen)


def test_nobody_is_turned_away_where_beds_were_never_counted(file, yen):
    make.admitted(file, yen)

    assert count(yen, "women") == (None, 1, 0)
    with acting(yen):
        assert queries.house_of(yen, now=clock.now()).free is None


def test_the_database_refuses_a_bed_that_is_not_there(yen):
    make.house(yen, women=1)
    with pytest.raises(IntegrityError), transaction.atomic(), writing(), acting(yen):
        Beds.objects.filter(unit="women").update(taken=2)
    with pytest.raises(IntegrityError), transaction.atomic(), writing(), acting(yen):
        Beds.objects.filter(unit="women").update(taken=-1)


def test_she_changes_rooms_and_takes_her_count_along(file, yen):
    make.house(yen, women=1, mother_child=1)
    stay = make.admitted(file, yen)

    actions.change_room(stay=stay, unit="mother_child", by=yen, now=clock.now())

    assert (count(yen, "women"), count(yen, "mother_child")) == ((1, 0, 0), (1, 1, 0))
    make.left(stay, yen)
    assert count(yen, "mother_child") == (1, 0, 0)


def test_she_does_not_change_into_a_room_that_is_full_or_hers_already(file, yen):
    make.house(yen, women=1, mother_child=1)
    stay = make.admitted(file, yen)
    make.admitted(make.shared_file(yen), yen, unit="mother_child")

    for unit, said in (("mother_child", "hết chỗ"), ("women", "đang ở phòng này rồi")):
        with pytest.raises(Refused, match=said):
            actions.change_room(stay=stay, unit=unit, by=yen, now=clock.now())
    assert (count(yen, "women"), count(yen, "mother_child")) == ((1, 1, 0), (1, 1, 0))


def test_the_room_that_counts_is_the_one_she_is_in_now(file, yen):
    make.house(yen, women=1, mother_child=1)
    stay = make.admitted(file, yen)
    with acting(yen):
        same = ShelterStay.objects.get()
    actions.change_room(stay=stay, unit="mother_child", by=yen, now=clock.now())

    make.left(same, yen)

    assert (count(yen, "women"), count(yen, "mother_child")) == ((1, 0, 0), (1, 0, 0))


def test_there_are_never_fewer_places_than_are_taken_or_kept(file, yen):
    make.house(yen, women=3)
    make.admitted(file, yen)
    kept(yen)

    with pytest.raises(Refused, match="đang có 2 chỗ có người hoặc được giữ"):
        make.house(yen, women=1)
    make.house(yen, women=2)
    assert count(yen, "women") == (2, 1, 1)


def test_places_that_other_agencies_hold_do_not_vanish(yen):
    make.house(yen, women=1)
    lan = agencies.member(name="Lan")
    directory.hold_place(service=make.service_of(yen), hours=2, by=lan, now=clock.now())

    with pytest.raises(Refused, match="Cả nhà đang có 1 chỗ"):
        make.house(yen)


@pytest.mark.parametrize("role", ["caseworker", "specialist", "verifier", "volunteer", "admin"])
def test_only_the_lead_says_how_many_places_there_are(yen, role):
    with pytest.raises(Refused, match="Chỉ người phụ trách"):
        actions.set_places(
            places={"women": 1, "mother_child": 0, "accessible": 0},
            by=agencies.member(yen.agency, role=role),
            now=clock.now(),
        )


@pytest.mark.parametrize("function", ["women_union", "osso", "police"])
def test_who_gives_no_shelter_has_no_beds(function):
    lead = make.officer(function, "lead")
    nothing = {"women": 0, "mother_child": 0, "accessible": 0}
    for act in (
        lambda: actions.set_places(places=nothing, by=lead, now=clock.now()),
        lambda: kept(lead),
        lambda: actions.count_night(by=lead, now=clock.now()),
    ):
        with pytest.raises(Refused):
            act()
    with acting(lead):
        assert queries.own_shelter(lead) is None
        assert not Beds.objects.exists()


def test_other_shelters_see_no_beds_and_a_coordinator_sees_all(yen):
    make.house(yen, women=2)
    other, hoa = make.officer("shelter", "lead"), agencies.member(role="coordinator")

    with acting(other):
        assert not Beds.objects.exists()
        assert queries.house_of(other, now=clock.now()).places is None
    with acting(hoa):
        [seen] = queries.occupancy(hoa, now=clock.now())
    assert (seen.agency, seen.free) == (yen.agency, 2)


def test_who_comes_where_nobody_counts_is_told_to_no_coordinator(file, yen):
    make.admitted(file, yen)
    hoa = agencies.member(role="coordinator")

    with acting(hoa):
        assert queries.occupancy(hoa, now=clock.now()) == []


def test_she_leaves_though_the_file_is_closed_to_the_shelter(file, yen):
    make.house(yen, women=1)
    stay = make.admitted(file, yen)
    make.shut(file)

    with acting(yen):
        [guest] = queries.tonight(yen)
        found = queries.running_stay(yen, stay.code)
    assert not guest.opens
    make.left(found, yen)

    assert count(yen, "women") == (1, 0, 0)
    with acting(yen):
        assert queries.tonight(yen) == []


def test_she_leaves_though_her_file_went_to_another_province(file, yen):
    make.house(yen, women=1, mother_child=1)
    stay = make.admitted(file, yen)
    cases.transfer_case(case=file, by=file.keeper, now=clock.now())
    with acting(yen):
        found = queries.running_stay(yen, stay.code)

    actions.change_room(stay=found, unit="mother_child", by=yen, now=clock.now())
    make.left(found, yen)

    assert (count(yen, "women"), count(yen, "mother_child")) == ((1, 0, 0), (1, 0, 0))
