"""A place is kept for somebody, and free again by itself; and what the network hears of beds."""

from datetime import timedelta

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.directory import actions as directory
from ketnoi.directory import queries as services
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.guard.context import acting
from ketnoi.protection import actions, queries
from ketnoi.protection.models import Beds
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


def room(by, *, now=None, asks=None):
    return services.room_of(make.service_of(by), now=now or clock.now(), asks=asks)


def minutes(number):
    return clock.now() + timedelta(minutes=number)


def test_a_kept_place_is_nobody_elses_and_hers_when_she_comes(file, yen):
    make.house(yen, women=1)
    hold = kept(yen)

    with pytest.raises(Refused, match="hết chỗ"):
        make.admitted(make.shared_file(yen), yen)
    make.admitted(file, yen, hold=hold.pk)

    assert count(yen, "women") == (1, 1, 0)


def test_a_kept_place_is_free_when_its_hours_are_over(yen):
    make.house(yen, women=1)
    kept(yen, hours=2)

    assert stand(yen, now=minutes(119)).free == 0
    assert stand(yen, now=minutes(120)).free == 1


def test_a_place_that_is_kept_no_longer_is_chosen_again(file, yen):
    make.house(yen, women=1)
    hold = kept(yen, hours=2)

    with pytest.raises(Refused, match="không còn được giữ"):
        make.admitted(file, yen, hold=hold.pk, now=minutes(121))

    assert count(yen, "women") == (1, 0, 1)


def test_no_place_is_kept_for_longer_than_was_agreed_nor_twice(yen):
    make.house(yen, women=1)
    for hours in (0, -1, 25):
        with pytest.raises(Refused, match="lâu như vậy"):
            kept(yen, hours=hours)
    kept(yen, hours=24)
    with pytest.raises(Refused, match="hết chỗ"):
        kept(yen)


def test_no_place_is_kept_before_places_were_counted(yen):
    with pytest.raises(Refused, match="Đơn vị chưa có dịch vụ"):
        kept(yen)
    make.house(yen)
    with writing(), acting(yen):
        Beds.objects.update(places=None)
    with pytest.raises(Refused, match="Chưa ghi có bao nhiêu chỗ"):
        kept(yen)


def test_what_is_held_for_another_agency_is_kept_and_is_room_for_whom_it_asks(yen):
    make.house(yen, women=1, accessible=1)
    make.admitted(make.shared_file(yen), yen, unit="accessible")
    file = make.shared_file(yen)
    with acting(file.keeper):
        keeper = file.keeper
    directory.hold_place(service=make.service_of(yen), hours=2, by=keeper, now=clock.now())

    with pytest.raises(Refused, match=f"đang giữ cho {keeper.agency.name}"):
        make.admitted(make.shared_file(yen), yen)
    make.admitted(file, yen)

    assert not services.holds_of(make.service_of(yen), now=clock.now()).exists()
    assert count(yen, "women") == (1, 1, 0)


def test_changing_rooms_uses_up_nothing_that_is_held(file, yen):
    make.house(yen, women=1, mother_child=1)
    stay = make.admitted(file, yen)
    directory.hold_place(service=make.service_of(yen), hours=2, by=file.keeper, now=clock.now())

    actions.change_room(stay=stay, unit="mother_child", by=yen, now=clock.now())

    assert services.holds_of(make.service_of(yen), now=clock.now()).count() == 1


def test_the_network_hears_of_beds_by_itself(file, yen):
    make.house(yen, women=2, accessible=1)
    assert room(yen).free == 3

    stay = make.admitted(file, yen, now=minutes(1))
    assert room(yen, now=minutes(2)).free == 2
    kept(yen, now=minutes(3))
    assert room(yen, now=minutes(4)).free == 1
    make.left(stay, yen, now=minutes(5))
    assert room(yen, now=minutes(6)).free == 2


def test_what_follows_from_beds_is_not_typed_a_second_time(yen):
    make.house(yen, women=2)
    with pytest.raises(Refused, match="theo sổ chỗ"):
        directory.report_capacity(
            service=make.service_of(yen), places=9, taken=0, by=yen, now=minutes(1)
        )
    assert room(yen).free == 2


def test_a_yes_keeps_the_place_until_she_is_there(yen):
    make.house(yen, women=1)
    lan = agencies.member(name="Lan")
    service = make.service_of(yen)
    directory.hold_place(service=service, hours=2, by=lan, now=clock.now())

    with writing(), acting(yen):
        directory.use_hold(service=service, agency_id=lan.agency_id, by=yen, now=clock.now())

    assert room(yen).free == 0


def test_the_count_at_night_is_believed_for_another_day_and_made_once(file, yen):
    make.house(yen, women=2)
    assert room(yen, now=clock.now() + DAY + HOUR).free is None

    later = clock.now() + DAY + HOUR
    actions.count_night(by=yen, now=later)

    assert room(yen, now=later + HOUR).free == 2
    with pytest.raises(Refused, match="đã đếm rồi"):
        actions.count_night(by=yen, now=later + timedelta(minutes=1))
    make.admitted(file, yen, now=later + timedelta(minutes=2))
    actions.count_night(by=yen, now=later + timedelta(minutes=3))
