"""A request does not always go the straight way: a no, a change of mind, a late answer."""

import pytest

from tests.journeys import JOURNEY, story
from tests.journeys.desk import Desk
from tests.journeys.test_consent import asks_the_shelter

PAPERS = "Giấy tờ và pháp lý"
LEGAL_AID = "Trung tâm Trợ giúp pháp lý nhà nước thành phố Cần Thơ"
pytestmark = JOURNEY


@pytest.fixture
def lan(at_desk) -> Desk:
    return at_desk("lan")


@pytest.fixture
def yen(at_desk) -> Desk:
    return at_desk("yen")


@pytest.fixture
def kim(at_desk) -> Desk:
    return at_desk("kim")


@pytest.fixture
def tam(at_desk) -> Desk:
    return at_desk("tam")


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


def test_another_place_is_asked_in_one_step_and_she_is_asked_nothing_again(lan, kim, tam):
    code = story.receives(lan, PAPERS)
    story.agrees(lan, code, PAPERS, story.OSSO, LEGAL_AID)
    story.refers(lan, code, PAPERS, story.OSSO)
    asked, told = lan.tab.url, kim.opens("/cb/chuyen-gui/").takes(code)
    packet, first = told.main.inner_text(), told.tab.url

    lan.opens(asked).follows("Chuyển sang nơi khác")
    lan.question("Nơi nào có thể giúp").locator("label", has_text=LEGAL_AID).first.click()
    lan.presses("Gửi sang nơi này").hears("Đã gửi sang nơi khác.")
    closed, waits = kim.opens(first), tam.opens("/cb/chuyen-gui/").takes(code)

    assert story.ALIAS in packet
    assert story.ALIAS not in closed.main.inner_text()
    assert story.ALIAS in waits.main.inner_text()
    assert story.OSSO in lan.main.inner_text()


def test_a_request_takes_three_choices(lan):
    code = story.receives(lan, "Nơi an toàn")
    story.agrees(lan, code, "Nơi an toàn", story.SHELTER)
    lan.opens(f"/cb/ho-so/{code}/chuyen-gui/")

    lan.follows("Nơi an toàn")
    lan.takes(story.SHELTER)
    shared = (
        lan.question("Cho nơi nhận biết những gì").get_by_role("checkbox", checked=True).count()
    )
    lan.presses("Xem lại trước khi gửi").presses("Gửi chuyển gửi")

    lan.hears("Đã gửi.")
    assert shared > 0
    assert "Đã gửi" in lan.state


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
