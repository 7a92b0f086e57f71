"""The pages on which a member chooses how she is told, and the worker her browser keeps."""

import json
import re
import socket

import pytest
from django.urls import reverse

from ketnoi.agencies import actions, queries
from ketnoi.agencies.models import Member
from ketnoi.agencies.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting

pytestmark = pytest.mark.django_db
PAGE = reverse("agencies:bells")
ON, OFF = reverse("agencies:add_device"), reverse("agencies:stop_device")
SMS = reverse("agencies:number", args=["sms"])
ENDPOINT = "https://push.vidu.vn/may"
MAIL_ONLY = {"mail": "ketnoi.foundation.notices.Mail"}


@pytest.fixture
def lan():
    return make.reached_at(make.member(name="Lan"), "lan@vidu.vn")


@pytest.fixture
def page(client, lan):
    return make.signed_in(client, lan)


def rings_for(member):
    with acting(member):
        return [bell.kind for bell in queries.bells_of(member)]


def waiting(member):
    with acting(member):
        return queries.unconfirmed_of(member).get()


def test_a_number_is_given_confirmed_and_stopped(page, lan):
    answer = page.post(SMS, {"number": "0912 345 678"}, follow=True)
    assert "Nhập mã vừa nhận" in answer.text
    assert "345" not in answer.request["PATH_INFO"]
    assert "0912 345 678" in page.get(PAGE).text
    bell = waiting(lan)
    code = actions.issue_code(bell=bell, by=NETWORK, now=clock.now())
    address = reverse("agencies:number_code", args=[bell.pk])
    spoken = f"{code[:3]} {code[3:]}"

    assert "Từ nay bạn được báo" in page.post(address, {"code": spoken}, follow=True).text
    assert rings_for(lan) == ["sms"]
    page.post(reverse("agencies:stop_bell", args=[bell.pk]))
    assert rings_for(lan) == []


def test_a_wrong_code_is_said_in_the_form_and_counted(page, lan):
    page.post(SMS, {"number": "0912345678"})
    bell = waiting(lan)
    code = actions.issue_code(bell=bell, by=NETWORK, now=clock.now())
    wrong = f"{(int(code) + 1) % 10**6:06}"
    address = reverse("agencies:number_code", args=[bell.pk])
    for typed, said in (("", "Hãy nhập mã"), ("12", "6 chữ số"), (wrong, "Mã chưa đúng")):
        answer = page.post(address, {"code": typed})
        assert answer.status_code == 422
        assert said in answer.text

    assert waiting(lan).wrong_codes == 1


@pytest.mark.parametrize("typed", ["", "028 3822 1234", "+66 81 234 5678", "1900 969 680", "09"])
def test_only_a_mobile_number_in_viet_nam_is_taken(page, lan, typed):
    answer = page.post(SMS, {"number": typed})

    assert answer.status_code == 422
    with acting(lan):
        assert not queries.unconfirmed_of(lan).exists()


def test_a_device_tells_her_until_it_is_stopped(page, lan):
    shown = page.get(PAGE).text
    assert "Báo trên máy này" in shown
    assert "Cách này cần JavaScript" in shown

    page.post(ON, {"endpoint": ENDPOINT})
    assert rings_for(lan) == ["push"]
    assert "Một máy, thêm lúc" in page.get(PAGE).text
    assert ENDPOINT not in page.get(PAGE).text
    page.post(OFF, {"endpoint": ENDPOINT})
    assert rings_for(lan) == []


@pytest.mark.parametrize("address", ["", "https://127.0.0.1/x", "http://push.vidu.vn/"])
def test_a_device_inside_our_own_network_is_refused(page, lan, settings, address):
    settings.LOCAL = False
    answer = page.post(ON, {"endpoint": address}, follow=True)

    assert "Trình duyệt này chưa báo được" in answer.text
    assert rings_for(lan) == []


def test_the_page_asks_the_network_nothing(page, lan, settings, monkeypatch):
    settings.LOCAL = False
    for name in ("getaddrinfo", "create_connection"):
        monkeypatch.setattr(socket, name, lambda *_a, **_k: pytest.fail("asked in a request"))
    page.post(ON, {"endpoint": ENDPOINT})
    page.post(SMS, {"number": "0912345678"})

    assert rings_for(lan) == ["push"]
    assert waiting(lan)


def test_letters_are_turned_off_and_on(page, lan):
    choose = reverse("agencies:by_mail")
    assert "Tắt thư báo" not in page.get(PAGE).text
    assert "thêm một cách báo khác" in page.post(choose, {"wanted": "no"}, follow=True).text
    make.told_on(lan)

    page.post(choose, {"wanted": "no"})
    assert not Member.objects.get(pk=lan.pk).by_mail
    assert "Bật thư báo" in page.get(PAGE).text
    page.post(choose, {"wanted": "yes"})
    assert Member.objects.get(pk=lan.pk).by_mail


def test_what_the_installation_does_not_have_is_not_offered(page, settings):
    settings.NOTICE_CHANNELS = MAIL_ONLY
    shown = page.get(PAGE).text

    for word in ("Báo trên máy này", "SMS", "Zalo", "bell.js"):
        assert word not in shown
    assert page.get(SMS).status_code == 404
    assert page.get(reverse("agencies:number", args=["push"])).status_code == 404


def test_what_is_another_members_is_not_there(page, lan):
    other = make.member(lan.agency, "lead", "Sơn")
    bell = make.told_on(other)
    for name in ("stop_bell", "number_code"):
        assert page.post(reverse(f"agencies:{name}", args=[bell.pk])).status_code == 404

    assert rings_for(other) == ["push"]


def test_the_worker_shows_fixed_words_and_touches_no_page(page):
    answer = page.get(reverse("agencies:worker"))

    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Service-Worker-Allowed"] == "/cb/"
    heard = re.findall(r'addEventListener\("(\w+)"', answer.text)
    assert heard == ["push", "notificationclick"]
    [shown] = re.findall(r'showNotification\(("[^"]*")', answer.text)
    assert json.loads(shown) == "Bạn có 1 việc mới"
    assert "data" not in answer.text
    for word in ("caches", "fetch", "importScripts", "skipWaiting", "claim"):
        assert word not in answer.text


def test_the_worker_is_for_members_only(client):
    for name in ("worker", "bells"):
        answer = client.get(reverse(f"agencies:{name}"))
        assert answer.status_code == 302
        assert answer.url.startswith("/cb/vao/")
