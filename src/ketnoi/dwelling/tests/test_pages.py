"""The pages of life in the house, and who finds them."""

import pytest
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.dwelling import actions, queries
from ketnoi.dwelling.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.protection.tests import make as shelters

pytestmark = pytest.mark.django_db
OF_A_STAY = ("stay", "notes", "belongings", "visits", "transports", "leave")


@pytest.fixture
def yen():
    return shelters.officer("shelter", name="Yến")


@pytest.fixture
def stay(yen):
    return make.living(yen)


@pytest.fixture
def lan(stay, yen):
    with acting(yen):
        return stay.case.keeper


def at(name, *args):
    return reverse(f"dwelling:{name}", args=args)


def day(moment=None, name="on"):
    when = (moment or clock.now()).astimezone(clock.ZONE)
    return {f"{name}_0": str(when.day), f"{name}_1": str(when.month), f"{name}_2": str(when.year)}


@pytest.mark.parametrize("name", OF_A_STAY)
def test_the_house_opens_its_pages_and_nobody_else_does(client, stay, yen, lan, name):
    url = at(name, stay.code)
    others = (lan, shelters.officer("shelter"), agencies.member(role="coordinator"))

    assert shelters.signed_in(client, yen).get(url).status_code == 200
    for other in others:
        assert shelters.signed_in(client, other).get(url).status_code == 404


def test_a_day_is_written_taken_over_and_ticked(client, stay, yen):
    page = shelters.signed_in(client, yen)
    typed = {**day(), "kind": "health", "words": make.WORDS, "passes_on": "on"}

    assert page.post(at("notes", stay.code), {**typed, "words": ""}).status_code == 422
    assert page.post(at("notes", stay.code), typed).status_code == 302
    assert make.WORDS in page.get(at("shift")).text
    [point] = make.seen_by(yen, lambda: queries.open_points(yen))
    page.post(at("settle", stay.code, point.pk))
    page.post(at("strike_note", stay.code, point.pk))

    assert make.WORDS not in page.get(at("shift")).text
    assert "<s>" in page.get(at("notes", stay.code)).text


def test_a_thing_is_received_and_given_back(client, stay, yen):
    page = shelters.signed_in(client, yen)
    money = {"kind": "money", "words": "Trong ví", "her_word": "said"}

    assert page.post(at("belongings", stay.code), money).status_code == 422
    sent = page.post(at("belongings", stay.code), {**money, "amount": "200 nghìn"})
    assert sent.status_code == 302, sent.context["form"].errors
    [thing] = make.seen_by(yen, lambda: queries.kept_of(stay, yen))
    url = at("belonging", stay.code, thing.pk)
    back = {"seen": "0", "amount": "50.000", "her_word": "signed"}
    assert page.post(url, {**back, "her_word": ""}).status_code == 422
    assert page.post(url, back).status_code == 302
    assert page.post(url, back).status_code == 422

    assert "Đang giữ 150.000" in page.get(at("belongings", stay.code)).text


def test_leaving_shows_what_is_kept_and_asks_of_each(client, stay, yen):
    papers = make.received(stay, yen)
    page, url = shelters.signed_in(client, yen), at("leave", stay.code)
    shown = page.get(url).text
    assert "Thẻ căn cước" in shown and "Chưa tìm thấy" not in shown

    left = {**day(), "at": "00:00", "left_reason": "her_wish", "left_to": "home"}
    # She came a moment ago: midnight would be before, so the hour is that of now.
    left["at"] = f"{clock.now().astimezone(clock.ZONE):%H:%M}"
    with acting(yen):
        came = stay.admitted_at
    assert came <= clock.now()
    refused = page.post(url, left)
    assert refused.status_code == 422
    assert refused.context["form"].errors.keys() == {f"kept_{papers.pk}"}


def test_a_visit_goes_from_her_to_the_lead(client, stay, yen):
    page = shelters.signed_in(client, yen)
    lead = agencies.member(yen.agency, role="lead", name="Hạnh")
    tomorrow = clock.now() + 24 * make.HOUR
    typed = {"visitor": "Bà Tư", "relation": "parent", "hour": "9:00", **day(tomorrow, "day")}

    assert page.post(at("visits", stay.code), typed).status_code == 302
    [visit] = make.seen_by(yen, lambda: queries.visits_of(stay, yen))
    url = at("visit", stay.code, visit.pk)
    assert page.post(url, {"answer": "yes", "venue": "house"}).status_code == 302
    assert "Đang chờ phụ trách" in page.get(url).text
    decided = shelters.signed_in(client, lead).post(url, {"answer": "yes", "venue": "neutral"})
    assert decided.status_code == 302
    assert "Nơi khác, ngoài nhà tạm lánh" in client.get(url).text


def test_each_hand_has_a_page_and_writes_its_part(client, stay, yen, lan):
    tomorrow = clock.now() + 24 * make.HOUR
    typed = {
        "direction": "out", "other": str(lan.agency_id), "hour": "9:00", "until_hour": "11:00",
        "escort": "Anh Ba lái", "meeting": "Cổng chợ",
        **day(tomorrow, "day"), **day(tomorrow, "until"),
    }  # fmt: skip
    page = shelters.signed_in(client, yen)
    assert page.post(at("transports", stay.code), typed).status_code == 302
    [ride] = make.seen_by(yen, lambda: queries.open_transports(yen))
    url = at("transport", ride.pk)
    assert "Nơi giao: đã giao, đã đi" in page.get(url).text

    shown = shelters.signed_in(client, lan).get(url).text
    assert "Cổng chợ" in shown and "Nơi nhận: đã nhận, đã đến" in shown
    assert lan.agency.name in client.get(at("on_the_way")).text
    now = clock.now().astimezone(clock.ZONE)
    arrived = client.post(f"{url}?buoc=arrived", {**day(), "at": f"{now:%H:%M}"})
    assert arrived.status_code == 302


def test_a_coordinator_sees_hours_and_agencies_alone(client, stay, yen, lan):
    ride = make.planned(stay, yen, lan.agency)
    hoa = agencies.member(role="coordinator")

    text = shelters.signed_in(client, hoa).get(at("on_the_way")).text

    assert yen.agency.name in text
    assert "Anh Ba" not in text and "Cổng chợ" not in text and stay.file_code not in text
    assert client.get(at("transport", ride.pk)).status_code == 404


def test_what_was_left_behind_is_on_the_page_of_the_shift(client, stay, yen):
    phone = make.received(stay, yen, "phone", "Máy cũ")
    now = clock.now()
    left = {"left_at": now, "left_reason": "her_wish", "left_to": "home"}
    actions.leave_house(stay=stay, kept={str(phone.pk): "collects"}, by=yen, now=now, **left)

    page = shelters.signed_in(client, yen)

    assert "Còn giữ đồ của người đã rời" in page.get(at("shift")).text
    assert page.get(at("belonging", stay.code, phone.pk)).status_code == 200
