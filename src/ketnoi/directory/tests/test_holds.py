"""A place is kept for some hours: others see one place less, and who asks has room."""

from datetime import timedelta

import pytest
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.directory import actions, queries
from ketnoi.directory.models import Service
from ketnoi.directory.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def shelter():
    make.network()
    return Service.objects.get(key="peace-house-shelter")


@pytest.fixture
def yen(shelter):
    return agencies.member(shelter.agency, name="Yến")


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


def says(shelter, yen, *, free, now=None):
    about = {"places": 8, "taken": 8 - free, "by": yen, "now": now or clock.now()}
    actions.report_capacity(service=shelter, **about)


def holds(shelter, by, hours=2, now=None):
    return actions.hold_place(service=shelter, hours=hours, by=by, now=now or clock.now())


def room(shelter, *, asks=None, now=None):
    return queries.room_of(shelter, now=now or clock.now(), asks=asks)


def test_others_see_one_place_less_and_who_holds_it_has_room(shelter, yen, lan):
    says(shelter, yen, free=1)
    holds(shelter, lan)

    assert room(shelter).is_full and "1 chỗ đang giữ đến" in room(shelter).words
    assert room(shelter, asks=lan.agency_id).free == 1


def test_after_its_hours_the_place_is_free_by_itself(shelter, yen, lan):
    says(shelter, yen, free=1)
    now = clock.now()
    holds(shelter, lan, hours=4, now=now)

    assert room(shelter, now=now + 4 * HOUR - HOUR / 60).free == 0
    assert room(shelter, now=now + 4 * HOUR).free == 1


@pytest.mark.parametrize("who", ["holder", "giver"])
def test_either_agency_gives_it_free_once(shelter, yen, lan, who):
    says(shelter, yen, free=1)
    hold, by = holds(shelter, lan), lan if who == "holder" else yen

    actions.release_place(hold=hold, by=by, now=clock.now())

    assert room(shelter).free == 1
    with pytest.raises(Refused, match="không còn được giữ"):
        actions.release_place(hold=hold, by=by, now=clock.now())


def test_of_two_who_want_the_last_place_one_is_told(shelter, yen, lan):
    says(shelter, yen, free=1)
    holds(shelter, lan)
    with pytest.raises(Refused, match="Không còn chỗ"):
        holds(shelter, agencies.member(name="Kim"))


def test_what_is_not_known_is_not_kept_and_nothing_is_kept_twice(shelter, yen, lan):
    with pytest.raises(Refused, match="chưa báo"):
        holds(shelter, lan)
    says(shelter, yen, free=5)
    holds(shelter, lan)
    with pytest.raises(Refused, match="đang giữ một chỗ"):
        holds(shelter, agencies.member(lan.agency, name="Mai"))
    with pytest.raises(Refused, match="nhiều nhất 8 giờ"):
        holds(shelter, agencies.member(), hours=9)


@pytest.mark.parametrize("role", ["volunteer", "specialist", "coordinator", "admin"])
def test_who_works_on_no_files_keeps_no_place(shelter, yen, role):
    says(shelter, yen, free=5)
    with pytest.raises(Refused, match="cán bộ hồ sơ"):
        holds(shelter, agencies.member(role=role))
    with pytest.raises(Refused, match="cán bộ hồ sơ"):
        holds(shelter, yen)


def test_strangers_neither_see_nor_release_it(client, shelter, yen, lan):
    says(shelter, yen, free=2)
    hold, kim = holds(shelter, lan), agencies.member(name="Kim")
    with pytest.raises(Refused, match="đơn vị được giữ chỗ"):
        actions.release_place(hold=hold, by=kim, now=clock.now())

    client.force_login(kim.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = client.get(reverse("directory:service", args=[shelter.pk])).text
    assert lan.agency.name not in page and "1 chỗ đang giữ đến" in page
    address = reverse("directory:release_place", args=[shelter.pk, hold.pk])
    assert client.post(address).status_code == 404


def test_it_is_kept_and_released_on_the_pages(client, shelter, yen, lan):
    says(shelter, yen, free=1)
    here = reverse("directory:service", args=[shelter.pk])
    client.force_login(lan.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "giu-cho/" in client.get(here).text

    assert client.post(reverse("directory:hold_place", args=[shelter.pk])).status_code == 422
    client.post(reverse("directory:hold_place", args=[shelter.pk]), {"hours": "2"})
    assert lan.agency.name in client.get(here).text
    [hold] = queries.holds_of(shelter, now=clock.now())
    client.post(reverse("directory:release_place", args=[shelter.pk, hold.pk]))
    assert room(shelter).free == 1
