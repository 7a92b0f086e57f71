"""The board of a shelter, and what a coordinator sees of all of them."""

import pytest
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.directory import queries as services
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.protection import actions, queries
from ketnoi.protection.tests import make

pytestmark = pytest.mark.django_db
BOARD, ALL = "/cb/tam-lanh/", "/cb/tam-lanh/mang-luoi/"


@pytest.fixture
def yen():
    return make.officer("shelter", name="Yến")


@pytest.fixture
def file(yen):
    return make.shared_file(yen)


@pytest.fixture
def lead(yen):
    return agencies.member(yen.agency, role="lead", name="Hạnh")


def now_in(by):
    with acting(by):
        return queries.house_of(by, now=clock.now())


def test_the_board_says_what_is_free_and_who_stays_by_code_alone(client, file, yen):
    make.house(yen, women=2, mother_child=1)
    make.admitted(file, yen, children=0)
    text = make.signed_in(client, yen).get(BOARD).text

    assert "Còn 2 chỗ." in text
    assert file.code in text
    assert make.PLACE not in text
    assert "Chưa đếm đêm lần nào." in text


def test_a_file_that_is_closed_to_the_shelter_is_not_offered_but_her_leaving_is(client, file, yen):
    stay = make.admitted(file, yen)
    make.shut(file)

    text = make.signed_in(client, yen).get(BOARD).text

    assert f"/cb/ho-so/{file.code}/" not in text
    assert reverse("dwelling:leave", args=[stay.code]) in text
    said = {"left_reason": "her_wish", "left_to": "home", "at": "00:00"}
    day = clock.today()
    when = {"on_0": str(day.day), "on_1": str(day.month), "on_2": str(day.year)}
    page = client.post(reverse("dwelling:leave", args=[stay.code]), {**said, **when})
    assert page.status_code in {302, 422}


def test_the_lead_writes_how_many_places_there_are(client, yen, lead):
    make.house(yen)
    page = make.signed_in(client, lead)

    wrong = page.post(f"{BOARD}so-cho/", {"women": "x", "mother_child": "1", "accessible": "0"})
    page.post(f"{BOARD}so-cho/", {"women": "3", "mother_child": "1", "accessible": "0"})

    assert wrong.status_code == 422 and "bằng chữ số" in wrong.text
    assert now_in(yen).free == 4
    assert make.signed_in(client, yen).get(f"{BOARD}so-cho/").status_code == 404


def test_a_place_is_kept_and_given_free_on_the_board(client, yen):
    make.house(yen, women=1)
    page = make.signed_in(client, yen)

    page.post(f"{BOARD}giu-cho/", {"unit": "women", "hours": "8"})
    [hold] = now_in(yen).unit("women").held
    assert "Đang giữ một chỗ: Phòng cho người ở một mình" in page.get(BOARD).text
    assert page.post(f"{BOARD}giu-cho/", {"unit": "women", "hours": "8"}).status_code == 422

    page.post(f"{BOARD}giu-cho/{hold.pk}/thoi/")
    assert now_in(yen).free == 1


def test_a_kept_place_is_offered_when_she_comes(client, file, yen):
    make.house(yen, women=1)
    hold = actions.keep_bed(unit="women", hours=8, by=yen, now=clock.now())
    here, day = f"/cb/ho-so/{file.code}/tam-lanh/", clock.today()
    page = make.signed_in(client, yen)

    text = page.get(here).text
    assert "ở một mình – hết chỗ" in text and "ở một mình – chỗ đang giữ đến" in text
    when = {"on_0": str(day.day), "on_1": str(day.month), "on_2": str(day.year), "at": "00:00"}
    about = {"address": make.PLACE, "children": "2", **when}
    assert page.post(here, {**about, "unit": "women"}).status_code == 422
    assert page.post(here, {**about, "unit": str(hold.pk)}).status_code == 302

    with acting(yen):
        stay = queries.stay_here(file, yen)
    assert (stay.unit, stay.children) == ("women", 2)
    assert now_in(yen).unit("women").held == []


def test_she_changes_rooms_on_a_page(client, file, yen):
    make.house(yen, women=1, accessible=1)
    stay = make.admitted(file, yen)
    here = reverse("protection:room", args=[stay.code])

    assert make.signed_in(client, yen).post(here, {"unit": "women"}).status_code == 422
    assert client.post(here, {"unit": "accessible"})["Location"] == BOARD
    assert now_in(yen).unit("accessible").taken == 1


def test_the_night_is_counted_with_one_press(client, yen):
    make.house(yen, women=1)
    page = make.signed_in(client, yen)

    page.post(f"{BOARD}dem/")

    assert "Đêm nay đã đếm, đúng với sổ." in page.get(BOARD).text
    assert "đã đếm rồi" in page.post(f"{BOARD}dem/", follow=True).text


def test_what_is_counted_is_not_asked_in_the_directory(client, yen):
    make.house(yen, women=1)
    service = make.service_of(yen)

    text = make.signed_in(client, yen).get(f"/cb/danh-ba/{service.pk}/").text

    assert "còn 1 chỗ" in text and "Báo số chỗ" not in text


@pytest.mark.parametrize("function", ["women_union", "osso", "police"])
def test_who_gives_no_shelter_has_no_board_and_no_way_to_it(client, function):
    other = make.officer(function, "lead")
    page = make.signed_in(client, other)

    assert page.get(BOARD).status_code == 404
    assert "Nhà tạm lánh" not in page.get("/cb/tro-giup/").text
    assert page.post(f"{BOARD}dem/").status_code == 404


def test_a_stranger_releases_nothing(client, yen):
    make.house(yen, women=1)
    hold = actions.keep_bed(unit="women", hours=8, by=yen, now=clock.now())
    other = make.officer("shelter")
    make.house(other, women=1)

    assert make.signed_in(client, other).post(f"{BOARD}giu-cho/{hold.pk}/thoi/").status_code == 404
    assert services.holds_of(make.service_of(yen), now=clock.now()).exists()


def test_a_coordinator_sees_all_houses_as_of_when_and_nothing_of_where(client, file, yen):
    make.house(yen, women=2)
    make.admitted(file, yen)
    hoa = agencies.member(role="coordinator", name="Hoa")

    text = make.signed_in(client, hoa).get(ALL).text

    assert yen.agency.name in text and "Sổ chỗ lúc" in text
    assert file.code not in text and make.PLACE not in text
    assert client.get(BOARD).status_code == 404
    assert make.signed_in(client, yen).get(ALL).status_code == 404
