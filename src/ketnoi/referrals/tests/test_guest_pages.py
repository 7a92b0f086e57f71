"""The pages of a guest link: the code first, then one request; and the sender's side of it."""

import re

import pytest
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.referrals import actions, queries
from ketnoi.referrals.models import GuestLink
from ketnoi.referrals.tests import make

pytestmark = pytest.mark.django_db
MARK = re.compile(r'name="visit" value="([^"]+)"')
LINK = re.compile(r"/cb/khach/[\w-]+/")
CODE = re.compile(r"\b(\d{6})\b")


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def request_(lan):
    file = cases.case(lan, phone=cases.PHONE)
    return make.sent(file, make.service(agencies.agency("health_station"), "health"), by=lan)


@pytest.fixture
def issued(lan, request_):
    return issue(lan, request_)


def issue(by, referral, way="link"):
    with acting(by):
        known = queries.referral(by, referral.pk)
    _link, token, code = actions.issue_link(referral=known, way=way, by=by, now=clock.now())
    return reverse("referrals:guest", args=[token]), code


def state_of(referral, by):
    with acting(by):
        return queries.referral(by, referral.pk).state


def enter(client, member):
    client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def opened(client, issued):
    address, code = issued
    response = client.post(address, {"code": f"{code[:3]} {code[3:]}"})
    assert response.status_code == 200
    return address, MARK.search(response.text)[1], response.text


def test_the_page_of_a_link_asks_for_the_code_and_says_nothing_else(client, request_, issued):
    response = client.get(issued[0])

    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    for word in (request_.code, request_.from_agency.name, "Út"):
        assert word not in response.text


def test_after_the_code_the_packet_is_shown_and_can_be_answered(client, lan, request_, issued):
    address, mark, html = opened(client, issued)
    assert "Út" in html

    response = client.post(address, {"visit": mark, "step": "accepted"})

    assert "Đã ghi. Nơi gửi thấy ngay." in response.text
    assert "Báo kết quả" in response.text
    assert state_of(request_, lan) == "accepted"


def test_a_no_needs_its_reason(client, lan, request_, issued):
    address, mark, _html = opened(client, issued)
    without = client.post(address, {"visit": mark, "step": "declined"})
    assert (without.status_code, state_of(request_, lan)) == (422, "sent")
    assert "Hãy chọn lý do." in without.text

    given = {"visit": mark, "step": "declined", "reason": "no_capacity"}
    assert "Bạn có thể đóng trang này." in client.post(address, given).text
    assert state_of(request_, lan) == "declined"
    assert client.get(address).status_code == 410


def test_an_outcome_ends_the_link(client, lan, request_, issued):
    address, mark, _html = opened(client, issued)
    client.post(address, {"visit": mark, "step": "accepted"})
    client.post(address, {"visit": mark, "step": "closed", "outcome": "met"})

    assert state_of(request_, lan) == "closed"
    assert client.get(address).status_code == 410


@pytest.mark.parametrize("mark", ["", "x", "5f0f7c4e-6a1d-4b7e-9f43-0c1d2e3f4a5b:1:x"])
def test_without_the_code_nothing_is_answered(client, lan, request_, issued, mark):
    response = client.post(issued[0], {"visit": mark, "step": "accepted"})

    assert response.status_code == 422
    assert state_of(request_, lan) == "sent"


def test_the_code_of_one_link_does_not_open_another(client, lan, issued):
    other = make.sent(cases.case(lan), make.service(agencies.agency("hospital"), "health"), by=lan)
    address, _code = issue(lan, other)
    _address, mark, _html = opened(client, issued)

    assert client.post(address, {"code": issued[1]}).status_code == 422
    assert client.post(address, {"visit": mark, "step": "accepted"}).status_code == 422
    assert state_of(other, lan) == "sent"


def test_two_taps_at_once_the_second_hears_so(client, lan, request_, issued):
    address, mark, _html = opened(client, issued)
    client.post(address, {"visit": mark, "step": "accepted"})

    again = client.post(address, {"visit": mark, "step": "accepted"})

    assert "đã sang bước khác" in again.text


def test_what_was_recalled_a_second_ago_is_one_plain_sentence(client, lan, request_, issued):
    address, mark, _html = opened(client, issued)
    with acting(lan):
        known = queries.referral(lan, request_.pk)
    actions.recall_referral(referral=known, by=lan, now=clock.now())

    for said in ({"visit": mark, "step": "accepted"}, {"code": issued[1]}):
        response = client.post(address, said)
        assert response.status_code == 410
        assert request_.from_agency.name not in response.text
    assert client.get("/cb/khach/khong-co/").text == client.get(address).text


def test_after_five_wrong_codes_the_link_is_gone(client, issued):
    address, code = issued
    wrong = "000000" if code != "000000" else "111111"

    statuses = [client.post(address, {"code": wrong}).status_code for _ in range(5)]

    assert statuses == [422, 422, 422, 422, 410]
    assert client.post(address, {"code": code}).status_code == 410


def test_the_sender_sees_link_and_code_once(client, lan, request_):
    enter(client, lan)
    here = reverse("referrals:link", args=[request_.pk])
    assert here in client.get(reverse("referrals:referral", args=[request_.pk])).text
    told = client.post(here, {"way": "link"})
    address, code = LINK.search(told.text)[0], CODE.search(told.text)[1]

    again = client.get(here).text
    assert address not in again and code not in again and "Lan" in again
    client.post(reverse("referrals:recall_link", args=[request_.pk]))
    client.logout()

    assert client.get(address).status_code == 410


def test_a_sheet_names_nobody_and_its_code_lets_the_sender_type_the_answer(client, lan, request_):
    enter(client, lan)
    sheet = client.post(reverse("referrals:link", args=[request_.pk]), {"way": "sheet"}).text
    code, here = CODE.search(sheet)[1], reverse("referrals:by_phone", args=[request_.pk])
    assert "Út" not in sheet and request_.code not in sheet and not LINK.search(sheet)

    wrong = client.post(here, {"code": "12", "answer": "accepted"})
    assert (wrong.status_code, state_of(request_, lan)) == (422, "sent")
    client.post(here, {"code": code, "answer": "declined:no_capacity"})

    assert state_of(request_, lan) == "declined"
    assert make.event(lan, request_, "declined").decline == "no_capacity"


def test_without_a_link_nothing_is_typed_for_the_partner(client, lan, request_):
    here = reverse("referrals:by_phone", args=[request_.pk])

    assert (
        enter(client, lan).post(here, {"code": "123456", "answer": "accepted"}).status_code == 422
    )
    assert not GuestLink.objects.exists()
