"""Her yes is hers: when she takes it back, the door closes at once."""

import pytest

from tests.journeys import JOURNEY, story
from tests.journeys.desk import Desk

pytestmark = JOURNEY


@pytest.fixture
def lan(at_desk) -> Desk:
    return at_desk("lan")


@pytest.fixture
def yen(at_desk) -> Desk:
    return at_desk("yen")


def asks_the_shelter(lan: Desk) -> str:
    """A file whose holder has asked the shelter."""
    code = story.receives(lan, "Nơi an toàn")
    story.agrees(lan, code, "Nơi an toàn", story.SHELTER)
    story.refers(lan, code, "Nơi an toàn", story.SHELTER)
    return code


def test_after_she_takes_her_yes_back_the_next_page_is_closed(lan, yen):
    code = asks_the_shelter(lan)
    story.takes_up(yen, code)
    referral = yen.tab.url
    before = yen.main.inner_text()
    lan.opens(f"/cb/ho-so/{code}/dong-y/").main.get_by_role("button", name="Rút lại").click()
    lan.hears("Đã rút lại. Nơi nhận không xem được nữa.")
    file = yen.tab.goto(f"/cb/ho-so/{code}/")
    packet = yen.opens(referral).main.inner_text()

    assert story.ALIAS in before
    assert file.status == 404
    assert "Phần thông tin này đã đóng, không ai xem được nữa." in packet
    assert story.ALIAS not in packet
    assert "Đã rút đồng ý" in yen.state


def test_nothing_is_sent_before_she_has_said_yes(lan):
    code = story.receives(lan, "Nơi an toàn")
    lan.opens(f"/cb/ho-so/{code}/chuyen-gui/").follows("Nơi an toàn").takes(story.SHELTER)
    warned = lan.main.inner_text()
    lan.presses("Xem lại trước khi gửi").presses("Gửi chuyển gửi")

    assert "Chưa có sự đồng ý cho nơi này" in warned
    lan.hears("Chưa có sự đồng ý")
    assert "Bản nháp" in lan.state
