"""Programs hear that something happened: ids only, signed, in order, again until they hear."""

import base64
import hmac
import json
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.api import actions, jobs, queries
from ketnoi.api.models import Webhook
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import calling, clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
from ketnoi.referrals import actions as referrals
from ketnoi.referrals.tests import make

pytestmark = pytest.mark.django_db
SHE = ("Út", cases.PHONE, cases.PAPER, "KN-")


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def hospital():
    return agencies.agency("hospital", "province")


@pytest.fixture
def lead(hospital):
    return agencies.member(hospital, role="lead")


@pytest.fixture
def ear():
    with listening() as heard:
        yield heard


class Heard(list):
    """What a program was told, and what it answers."""

    answers, url = 200, ""


@contextmanager
def listening():
    heard = Heard()

    class Ear(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.append(({k.lower(): v for k, v in self.headers.items()}, body))
            self.send_response(heard.answers)
            self.send_header("Location", heard.url + "elsewhere/")
            self.end_headers()

        def log_message(self, *_parts):
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Ear)
    heard.url = f"http://127.0.0.1:{server.server_port}/"
    Thread(target=server.serve_forever, daemon=True).start()
    yield heard
    server.shutdown()
    server.server_close()


def begin(lead, heard):
    return actions.begin_webhook(url=heard.url, by=lead, now=clock.now())


def sent(lan, hospital):
    file = cases.case(lan, phone=cases.PHONE, paper=cases.PAPER)
    return make.sent(file, make.service(hospital, "health"), by=lan)


def known(webhook):
    """How an address stands now, as the system sees it."""
    with transaction.atomic(), acting(NETWORK):
        return queries.webhooks().filter(pk=webhook.pk).first()


def go_round():
    with transaction.atomic(), acting(NETWORK):
        waiting = list(queries.webhooks())
    for webhook in waiting:
        jobs.tell_program.func(webhook_id=str(webhook.pk))


def types(heard):
    return [json.loads(body)["type"] for _headers, body in heard]


def test_an_id_is_told_signed_and_no_word_about_her(lan, hospital, lead, ear):
    _webhook, secret = begin(lead, ear)
    request = sent(lan, hospital)
    go_round()

    [(headers, body)] = ear
    told = json.loads(body)
    assert told["type"] == "referral.sent"
    assert told["data"] == {"id": str(request.pk)}
    assert set(told) == {"type", "timestamp", "data"}
    assert not [word for word in SHE if word in body.decode() + str(headers)]
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    mark = base64.b64encode(hmac.digest(key, signed, sha256)).decode()
    assert headers["webhook-signature"] == f"v1,{mark}"


def test_each_step_is_told_once_in_its_order(lan, hospital, lead, ear):
    begin(lead, ear)
    request = sent(lan, hospital)
    go_round()
    referrals.accept_referral(referral=make.known(lead, request), by=lead, now=clock.now())
    for _again in range(2):
        go_round()

    assert types(ear) == ["referral.sent", "referral.accepted"]


@pytest.mark.parametrize("answer", [500, 404, 302])
def test_who_does_not_hear_is_told_again_under_the_same_name(lan, hospital, lead, ear, answer):
    webhook, _secret = begin(lead, ear)
    sent(lan, hospital)
    ear.answers = answer
    go_round()
    assert known(webhook).failing_since is not None

    ear.answers = 204
    go_round()
    assert known(webhook).failing_since is None
    names = [headers["webhook-id"] for headers, _body in ear]
    assert len(names) == 2 and len(set(names)) == 1


def test_nobody_there_loses_nothing(lan, hospital, lead):
    with listening() as gone:
        webhook, _secret = begin(lead, gone)
    sent(lan, hospital)
    go_round()
    assert known(webhook).failing_since is not None
    with transaction.atomic(), acting(NETWORK):
        assert len(queries.unheard(webhook)) == 1


def test_others_and_drafts_are_not_told(lan, hospital, ear):
    begin(agencies.member(role="lead"), ear)
    begin_here = agencies.member(hospital, role="lead")
    with listening() as here:
        begin(begin_here, here)
        draft = make.draft(cases.case(lan), make.service(hospital, "health"), by=lan)
        referrals.recall_referral(referral=draft, by=lan, now=clock.now())
        go_round()
    assert (list(ear), list(here)) == ([], [])


def test_an_address_that_ended_is_told_nothing(lan, hospital, lead, ear):
    webhook, _secret = begin(lead, ear)
    sent(lan, hospital)
    actions.end_webhook(webhook=webhook, by=lead, now=clock.now())
    go_round()
    assert list(ear) == []
    with pytest.raises(Refused, match="thôi dùng"):
        actions.end_webhook(webhook=webhook, by=lead, now=clock.now())


@pytest.mark.parametrize(
    "url",
    [
        "http://benh-vien.vn/",
        "https://127.0.0.1/",
        "https://10.0.0.8/",
        "https://[::1]/",
        "https://169.254.169.254/latest/",
        "https://khong-co.invalid/",
        "ftp://benh-vien.vn/",
    ],
)
def test_an_address_inside_or_in_clear_is_never_told(settings, lead, url):
    settings.LOCAL = False
    with pytest.raises(Refused, match="https"):
        actions.begin_webhook(url=url, by=lead, now=clock.now())
    about = {"name": "x", "at": clock.now(), "told": {}}
    assert not calling.tell(url, calling.new_secret(), **about)


def test_the_secret_lies_nowhere_in_clear_and_others_do_not_reach_it(lan, lead, ear):
    webhook, secret = begin(lead, ear)
    key = base64.b64decode(secret.removeprefix("whsec_"))
    assert webhook.secret == key and key not in bytes(webhook.wrapped)
    with agencies.as_seen_by(lan):
        assert not Webhook.objects.exists()
    with agencies.as_seen_by(agencies.member(role="lead")):
        assert not Webhook.objects.exists()
    refused = pytest.raises(ProgrammingError, match="permission denied")
    with refused, agencies.as_seen_by(lead), agencies.writing():
        Webhook.objects.filter(pk=webhook.pk).update(url="https://x.vn/")


def test_only_who_manages_members_says_which_programs_are_told(lan, ear):
    with pytest.raises(Refused, match="phụ trách"):
        begin(lan, ear)


def test_it_is_begun_and_ended_on_its_page(client, lead, ear):
    page = reverse("api:webhooks")
    client.force_login(lead.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.post(page, {"url": "khong phai"}).status_code == 422
    made = client.post(page, {"url": ear.url}).text
    assert "whsec_" in made and "whsec_" not in client.get(page).text
    assert client.post(page, {"url": ear.url}).status_code == 422
    with agencies.as_seen_by(lead):
        [webhook] = queries.webhooks_of(lead.agency_id)
    client.post(reverse("api:end_webhook", args=[webhook.pk]))
    assert known(webhook) is None


def test_the_round_puts_each_address_into_the_queue(lan, hospital, lead, ear, monkeypatch):
    webhook, _secret = begin(lead, ear)
    put = []
    monkeypatch.setattr(jobs.tell_program, "configure", lambda **how: put.append(how) or Put(put))
    jobs.tell_programs.func(timestamp=0)
    assert put == []
    sent(lan, hospital)
    jobs.tell_programs.func(timestamp=0)
    assert put == [
        {"lock": f"tell_program:{webhook.pk}", "queueing_lock": f"tell_program:{webhook.pk}"},
        {"webhook_id": str(webhook.pk)},
    ]


class Put:
    """The queue, seen from outside."""

    def __init__(self, put):
        self.put = put

    def defer(self, **said):
        self.put.append(said)
