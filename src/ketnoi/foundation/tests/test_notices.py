"""What leaves this house when somebody is told: one sentence, to one address, and nothing else."""

import json
import stat
from urllib.parse import parse_qs

import pytest
from py_vapid import Vapid02

from ketnoi.foundation import calling, notices
from ketnoi.foundation.notices import gateways, vapid
from ketnoi.foundation.notices.words import Gone, NotHeard, NotTaken
from ketnoi.foundation.tests.hearing import listening

SENTENCE = "Bạn có 1 việc mới trong Kết Nối."
NUMBER = "+84912345678"
CLOSED = "http://127.0.0.1:1/"
BACK_ENDS = "ketnoi.foundation.notices"


@pytest.fixture
def ear():
    with listening() as heard:
        yield heard


@pytest.fixture(autouse=True)
def real(settings, tmp_path):
    """The back ends of a real installation, with a key folder of their own."""
    settings.KETNOI_KEYS, settings.NOTICE_CONTACT = tmp_path, "quan-tri@vidu.vn"
    settings.NOTICE_CHANNELS = {
        "push": f"{BACK_ENDS}.push.WebPush",
        "sms": f"{BACK_ENDS}.gateways.Sms",
        "zalo": f"{BACK_ENDS}.gateways.Zalo",
    }


def gateway(settings, url, **more):
    plain = {"to": "{to}", "text": "{text}"}
    settings.NOTICE_GATEWAYS = {"sms": {"url": url, "body": plain, **more}}


def test_a_push_carries_no_word_and_is_signed_by_this_installation(ear):
    notices.tell(ear.url + "may-cua-lan", channel="push")

    [(headers, body)] = ear
    assert body == ""
    assert "content-encoding" not in headers
    assert Vapid02.verify(headers["authorization"])
    assert vapid.public() in headers["authorization"]
    assert int(headers["ttl"]) > 0
    assert SENTENCE not in str(headers)


def test_the_key_for_push_services_is_made_once_beside_the_root_key(tmp_path):
    made = vapid.public()

    assert vapid.public() == made
    [path] = tmp_path.iterdir()
    assert path.name == "push.key"
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IRUSR


@pytest.mark.parametrize(
    ("answer", "meaning"),
    [(404, Gone), (410, Gone), (403, NotTaken), (413, NotTaken)]
    + [(429, NotHeard), (500, NotHeard), (503, NotHeard), (301, NotHeard)],
)
def test_what_a_push_service_means(ear, answer, meaning):
    ear.answers = answer

    with pytest.raises(NotTaken if issubclass(meaning, NotTaken) else NotHeard) as said:
        notices.tell(ear.url + "may", channel="push")

    assert type(said.value) is meaning
    assert ear.url not in str(said.value)


def test_a_push_service_that_is_not_there_did_not_hear():
    with pytest.raises(NotHeard) as said:
        notices.tell(CLOSED, channel="push")

    assert "127.0.0.1" not in str(said.value)
    assert said.value.__suppress_context__


@pytest.mark.parametrize(
    "address",
    ["http://push.vidu.vn/", "https://127.0.0.1/", "https://10.1.2.3/", "https://[::1]/"]
    + ["https://169.254.169.254/latest/", "https://localhost/", "https://[::ffff:10.0.0.1]/"],
)
def test_no_push_goes_inside_our_own_network(settings, monkeypatch, address):
    settings.LOCAL = False
    monkeypatch.setattr(calling, "post", lambda *_: pytest.fail("it went out"))

    with pytest.raises(NotTaken):
        notices.tell(address, channel="push")


@pytest.mark.parametrize(
    ("address", "is_taken"),
    [
        ("https://fcm.googleapis.com/fcm/send/abc", True),
        ("https://updates.push.services.mozilla.com/wpush/v2/abc", True),
        ("https://web.push.apple.com:443/abc", True),
        ("http://fcm.googleapis.com/", False),
        ("https://fcm.googleapis.com:8443/", False),
        ("https://somebody@fcm.googleapis.com/", False),
        ("https://127.0.0.1/", False),
        ("https://192.168.1.1/", False),
        ("https://[::1]/", False),
        ("https://localhost/", False),
        ("https://may-chu.local./", False),
        ("https://may-chu/", False),
        ("https://fcm.googleapis.com:x/", False),
        ("", False),
        ("https://fcm.googleapis.com/" + "a" * 2000, False),
    ],
)
def test_an_address_is_looked_at_without_asking_the_network(settings, address, is_taken):
    settings.LOCAL = False

    assert calling.looks_public(address) == is_taken


def test_a_gateway_is_given_the_number_and_the_sentence(settings, ear):
    gateway(settings, ear.url, headers={"Authorization": "Bearer mat"})
    notices.tell(NUMBER, channel="sms")

    [(headers, body)] = ear
    assert json.loads(body) == {"to": NUMBER, "text": SENTENCE}
    assert headers["authorization"] == "Bearer mat"
    assert headers["content-type"] == "application/json"


def test_a_gateway_may_want_a_form_or_a_body_of_another_shape(settings, ear):
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    gateway(settings, ear.url, headers=form, body={"so": "{digits}", "tin": "{text}"})
    notices.tell(NUMBER, channel="sms")
    inside = {"recipient": {"phone": "{digits}"}, "message": [{"text": "{text}"}], "kind": 1}
    settings.NOTICE_GATEWAYS = {"zalo": {"url": ear.url, "body": inside}}
    notices.tell(NUMBER, channel="zalo")

    (_, as_form), (_, as_json) = ear
    assert parse_qs(as_form) == {"so": ["84912345678"], "tin": [SENTENCE]}
    assert json.loads(as_json) == {
        "recipient": {"phone": "84912345678"},
        "message": [{"text": SENTENCE}],
        "kind": 1,
    }


@pytest.mark.parametrize(
    ("answer", "meaning"),
    [(400, NotTaken), (401, NotTaken), (404, NotTaken), (408, NotHeard), (429, NotHeard)]
    + [(500, NotHeard), (502, NotHeard), (302, NotHeard)],
)
def test_what_a_gateway_means(settings, ear, answer, meaning):
    gateway(settings, ear.url)
    ear.answers = answer

    with pytest.raises(meaning) as said:
        notices.tell(NUMBER, channel="sms")

    assert NUMBER not in str(said.value)
    assert ear.url not in str(said.value)


@pytest.mark.parametrize("says", ['{"error": -124}', "", "[]", "không phải json"])
def test_a_gateway_that_says_no_with_a_friendly_number_has_not_taken_it(settings, ear, says):
    gateway(settings, ear.url, expects={"error": 0})
    ear.says = says
    with pytest.raises(NotTaken):
        notices.tell(NUMBER, channel="sms")
    ear.says = '{"error": 0, "message": "Success"}'
    notices.tell(NUMBER, channel="sms")


def test_a_gateway_that_is_not_there_did_not_hear(settings):
    gateway(settings, CLOSED)

    with pytest.raises(NotHeard) as said:
        notices.tell(NUMBER, channel="sms")

    assert said.value.__suppress_context__


def test_a_gateway_that_is_slow_is_not_waited_for(settings, ear, monkeypatch):
    monkeypatch.setattr(calling, "PATIENCE", 0.2)
    gateway(settings, ear.url)
    ear.waits = 1

    with pytest.raises(NotHeard):
        notices.tell(NUMBER, channel="sms")


def test_a_gateway_is_described_in_plain_data(tmp_path):
    path = tmp_path / "gateways.toml"
    path.write_text(
        '[sms]\nurl = "https://sms.vidu.vn/send"\nheaders = {Authorization = "Bearer x"}\n'
        'body = {to = "{to}", text = "{text}"}\nexpects = {error = 0}\n'
    )

    assert gateways.read(path)["sms"]["expects"] == {"error": 0}


@pytest.mark.parametrize(
    "line",
    [
        'url = "http://sms.vidu.vn/"\nbody = {}',
        'url = "https://sms.vidu.vn/"',
        'url = "https://sms.vidu.vn/"\nbody = {}\nbdoy = {}',
        'url = "ftp://127.0.0.1/"\nbody = {}',
    ],
)
def test_a_gateway_that_could_not_work_is_refused_at_once(tmp_path, line):
    path = tmp_path / "gateways.toml"
    path.write_text(f"[sms]\n{line}\n")

    with pytest.raises(ValueError, match="gateway sms"):
        gateways.read(path)


def test_in_a_file_stands_one_line_for_each_notice_and_no_address(settings, tmp_path):
    (tmp_path / "mail").mkdir()
    settings.KETNOI_DIR = tmp_path
    kinds = {"push": "PushToFile", "sms": "SmsToFile", "zalo": "ZaloToFile", "file": "ToFile"}
    settings.NOTICE_CHANNELS = {kind: f"{BACK_ENDS}.{name}" for kind, name in kinds.items()}
    for kind in kinds:
        notices.tell(NUMBER, channel=kind)
        notices.tell(NUMBER, channel=kind)

    written = [path.read_text() for path in (tmp_path / "mail").iterdir()]
    assert written == [f"{SENTENCE}\n{SENTENCE}\n"] * len(kinds)
