"""To ask to be called, step by step: nothing is kept before the last press, nothing is lost."""

import re
from datetime import timedelta

import pytest

from ketnoi.foundation import clock
from ketnoi.foundation.inputs import stamped
from ketnoi.intake.models import Callback, SentForm
from ketnoi.intake.tests import calling as make

pytestmark = pytest.mark.django_db
PAGE, A_WHILE = "/goi-lai/", timedelta(minutes=5)
ANSWERS = {
    1: {"called": make.CALLED},
    2: {"number": "0912 345 001", "other_way": ""},
    3: {"safe_hours": "9 đến 11 giờ", "may_answer": "herself", "code_word": make.CODE_WORD},
    4: {},
}
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


@pytest.fixture
def us():
    return make.team()


def begin(client):
    return client.post(PAGE, {"tu": "0", "den": "1"})


def press(client, page, to, **typed):
    """Sends what is on a page as a browser does: what is hidden, and what was typed."""
    hidden = dict(HIDDEN.findall(page.content.decode()))
    if "stamp" in hidden:
        key, _at = stamped.read_stamp(hidden["stamp"])
        hidden["stamp"] = aged(key)
    return client.post(PAGE, {**hidden, **typed, "den": str(to)})


def aged(key, age=A_WHILE):
    from django.core.signing import Signer

    at = int((clock.now() - age).timestamp())
    return Signer(salt=stamped.SALT).sign(f"{key}.{at}")


def walk(client, upto=5, **other):
    page = begin(client)
    for step in range(1, upto):
        page = press(client, page, step + 1, **ANSWERS[step], **other.get(f"step{step}", {}))
    return page


def kept():
    return SentForm.objects.count()


def test_four_steps_and_then_one_request_without_a_cookie(client, us):
    for upto in range(1, 5):
        page = walk(client, upto)
        assert f"Bước {upto} trên 4" in page.content.decode()
        assert kept() == 0
    page = walk(client)

    assert (page.status_code, page.url) == (302, "/goi-lai/cam-on/")
    assert not client.cookies
    [waiting] = make.waiting(us.lan)
    assert waiting.called == make.CALLED
    assert "1 ngày làm việc" in client.get(page.url).content.decode()


def test_what_was_typed_stands_in_no_address_and_is_looked_at_before_it_is_sent(client, us):
    page = walk(client, 4)

    assert page.request["QUERY_STRING"] == ""
    told = page.content.decode()
    assert make.CALLED in told
    assert "Chỉ mình tôi" in told


def test_back_after_sending_shows_a_kind_page_and_asks_nothing_twice(client, us):
    look = walk(client, 4)
    press(client, look, 5)
    for to in (5, 4, 2):
        again = press(client, look, to)
        assert "Lời nhờ này đã gửi rồi" in again.content.decode()
        assert make.CALLED not in again.content.decode()

    assert len(make.waiting(us.lan)) == 1


def test_one_step_back_loses_nothing(client, us):
    page = press(client, walk(client, 3), 2, safe_hours="chiều")

    assert 'value="0912 345 001"' in page.content.decode()
    assert "chiều" in page.content.decode()


@pytest.mark.parametrize(
    ("number", "said"),
    [("", "Hãy ghi một số, hoặc một cách khác"), ("ba", "Số điện thoại gồm 10 chữ số")],
)
def test_a_step_that_is_not_understood_says_so_and_keeps_the_rest(client, us, number, said):
    page = press(client, walk(client, 2), 3, number=number)

    assert page.status_code == 422
    assert said in page.content.decode()
    assert make.CALLED in page.content.decode()


def test_an_emergency_shows_113_and_111_at_once_and_is_kept(client, us):
    from ketnoi.directory import actions as directory
    from ketnoi.foundation.actor import NETWORK

    directory.load_directory(by=NETWORK, now=clock.now())
    page = press(client, walk(client, 3), 4, safe_hours="cứu em với, chồng đang đánh em")
    told = page.content.decode()
    press(client, page, 5)

    assert 'href="tel:113"' in told
    assert 'href="tel:111"' in told
    assert "hãy gọi ngay" in told
    [waiting] = make.waiting(us.lan)
    assert waiting.callback.is_danger


def test_a_form_that_lay_open_for_a_day_is_sent_with_one_more_press(client, us):
    look = walk(client, 4)
    hidden = dict(HIDDEN.findall(look.content.decode()))
    key, _at = stamped.read_stamp(hidden["stamp"])
    old = client.post(PAGE, {**hidden, "stamp": aged(key, timedelta(days=1)), "den": "5"})
    told = old.content.decode()
    hidden = dict(HIDDEN.findall(told))
    sent = client.post(PAGE, {**hidden, "den": "5"})

    assert old.status_code == 422
    assert "Trang này mở đã lâu" in told
    assert make.CALLED in told
    assert sent.status_code == 302


def test_without_an_agency_on_duty_the_page_names_numbers(client):
    page = client.get(PAGE)

    assert "chưa có nơi gọi lại" in page.content.decode()
    assert "Bắt đầu" not in page.content.decode()


@pytest.mark.parametrize("language", ["/en", "/km"])
def test_the_page_speaks_three_languages(client, us, language):
    page = client.get(f"{language}/goi-lai/").content.decode()

    assert "Điều sẽ xảy ra" not in page


def test_a_form_of_another_site_keeps_nothing(client, us):
    answer = client.post(PAGE, {"den": "1"}, HTTP_SEC_FETCH_SITE="cross-site")

    assert answer.status_code == 403
    assert not Callback.objects.exists()
