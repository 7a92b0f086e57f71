"""The service between installations: one answer, no name, and not too often."""

import json
import threading
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from ketnoi.linkage.rules import exchange, normal, tokens

NETWORK, OWN = b"n" * 32, b"s" * 32
LAN = {"name": "Nguyễn Thị Lan", "birth": "12/03/1995", "phone": "0912345678"}
OTHER = {"name": "Trần Mỹ Hoa", "birth": "02/09/1988", "phone": "0987654321"}
RECORD = "0" * 32


def made(told):
    return {"tokens": tokens.tokens(normal.values(told), NETWORK), "record": RECORD}


@pytest.fixture
def minutes():
    return [0.0]


@pytest.fixture
def service(tmp_path, minutes):
    made_here = exchange.Exchange(tmp_path, OWN, lambda: minutes[0] * 60)
    yield made_here
    made_here.kept.close()


@pytest.fixture
def desks(service):
    return service.admit("0901 000 001"), service.admit("0901 000 002")


def test_another_desk_may_know_her_and_only_its_contact_is_told(service, desks):
    one, two = desks
    service.answer("put", one, made(LAN))

    said = service.answer("ask", two, made({**LAN, "name": "LAN NGUYEN", "phone": "+84912345678"}))

    assert said == {"another": True, "ask": "0901 000 001"}
    assert service.answer("ask", two, made(OTHER)) == {"another": False}


def test_ones_own_records_are_no_answer(service, desks):
    service.answer("put", desks[0], made(LAN))

    assert service.answer("ask", desks[0], made(LAN)) == {"another": False}


def test_what_is_forgotten_is_known_no_more(service, desks):
    service.answer("put", desks[0], made(LAN))
    service.answer("forget", desks[0], {"record": RECORD})

    assert service.answer("ask", desks[1], made(LAN)) == {"another": False}


def test_a_stolen_store_shows_no_token_that_an_installation_can_make(service, desks, tmp_path):
    service.answer("put", desks[0], made(LAN))

    stolen = b"".join(p.read_bytes() for p in tmp_path.iterdir())

    assert not any(token.encode() in stolen for token in made(LAN)["tokens"].values())
    assert b"Lan" not in stolen
    assert desks[0].encode() not in stolen


def test_a_desk_asks_thirty_times_a_minute_and_not_all_day(service, desks, minutes):
    for _each in range(30):
        service.answer("ask", desks[0], made(LAN))
    with pytest.raises(exchange.TooOften):
        service.answer("ask", desks[0], made(LAN))
    asked = 30
    for minute in range(2, 100, 2):
        minutes[0] = minute
        try:
            for _each in range(30):
                service.answer("ask", desks[0], made(LAN))
                asked += 1
        except exchange.TooOften:
            break

    assert asked == exchange.ASKS_A_DAY


@pytest.mark.parametrize(
    "told",
    [
        {}, [], {"tokens": {}}, {"tokens": {"cccd": "zz"}}, {"tokens": {"x": "0" * 16}},
        {"tokens": {"cccd": "0" * 16}, "record": "'; --"}, {"tokens": "0" * 16},
    ],
)  # fmt: skip
def test_what_is_no_question_is_refused(service, desks, told):
    with pytest.raises(exchange.Misread):
        service.answer("put", desks[0], told)


def test_over_the_wire_strangers_are_refused_and_desks_answered(service, desks):
    with exchange.server(service, port=0) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        where = f"http://127.0.0.1:{listening.server_address[1]}"

        def post(act, secret, told):
            headers = {"Authorization": f"Bearer {secret}"}
            asked = Request(f"{where}/{act}", json.dumps(told).encode(), headers)  # noqa: S310 - our own address
            with urlopen(asked, timeout=10) as said:  # noqa: S310 - our own address
                return json.load(said)

        assert post("put", desks[0], made(LAN)) == {"held": len(made(LAN)["tokens"])}
        assert post("ask", desks[1], made(LAN))["another"] is True
        for act, secret, code in (("ask", "x", 401), ("_desk", desks[0], 400)):
            with pytest.raises(HTTPError) as refused:
                post(act, secret, made(LAN))
            assert refused.value.code == code
            refused.value.close()
        listening.shutdown()
