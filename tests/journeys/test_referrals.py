"""A request does not always go the straight way: a no, a change of mind, a late answer."""

import pytest

from tests.journeys import JOURNEY, story
from tests.journeys.desk import Desk
from tests.journeys.test_consent import asks_the_shelter

pytestmark = JOURNEY


@pytest.fixture
def lan(at_desk) -> Desk:
    return at_desk("lan")


@pytest.fixture
def yen(at_desk) -> Desk:
    return at_desk("yen")


def test_after_a_no_the_reason_is_seen_and_another_place_is_found(lan, yen):
    code = asks_the_shelter(lan)
    yen.opens("/cb/chuyen-gui/").takes(code).follows("Chưa nhận được")
    yen.answers("Vì sao chưa nhận được", "Hết chỗ").presses("Không nhận")
    yen.hears("Đã ghi. Nơi gửi sẽ thấy ngay.")
    lan.does(code, "Tìm nơi khác")
    reason = lan.main.inner_text()
    lan.follows("Chuyển sang nơi khác")

    assert "Không nhận: Hết chỗ" in reason
    assert "Nơi đã hỏi" in lan.main.inner_text()
    assert lan.main.get_by_role("radio").count() > 0


def test_who_answers_a_request_that_was_taken_back_meanwhile_is_told_so(lan, yen):
    code = asks_the_shelter(lan)
    lan_here = lan.tab.url
    yen.opens("/cb/chuyen-gui/").takes(code)
    lan.opens(lan_here).presses("Thu hồi").hears("Đã thu hồi. Nơi nhận không xem được nữa.")
    yen.presses("Nhận")
    told = yen.tab.locator("#status").inner_text()

    assert told.strip().endswith(".")
    assert "Đã nhận. Nơi gửi sẽ thấy ngay." not in told
    assert "Đã thu hồi" in yen.state
    assert story.ALIAS not in yen.main.inner_text()
