"""She is called away from her screen: it locks, and nothing she was writing is lost."""

import pytest

from tests.journeys import JOURNEY, seeing, story
from tests.journeys.desk import Desk

pytestmark = JOURNEY

WORDS = "Chị hẹn gặp lại chiều thứ Năm."


@pytest.fixture
def lan(at_desk) -> Desk:
    return at_desk("lan")


@pytest.fixture
def writing(lan):
    """She is in the middle of a note."""
    code = story.receives(lan, "Sinh kế")
    return lan.opens(f"/cb/ho-so/{code}/ghi-chu/").writes("Nội dung", WORDS)


def locks(desk: Desk) -> Desk:
    desk.tab.get_by_role("button", name="Khóa màn hình").click()
    return desk


def test_a_form_that_is_sent_while_the_screen_is_locked_is_kept(writing):
    writing.answers("Ghi về việc gì", "Gọi điện")
    locks(Desk(writing.tab.context.new_page()).opens("/cb/"))
    writing.presses("Lưu ghi chú")
    locked = writing.main.inner_text()
    writing.presses("Mở lại").hears("Chữ bạn đã gõ vẫn còn đây. Hãy xem lại rồi gửi.")
    kept = writing.main.get_by_label("Nội dung").input_value()
    writing.presses("Lưu ghi chú")

    assert WORDS not in locked
    assert "được giữ lại, niêm kín" in locked
    assert kept == WORDS
    writing.hears("Đã lưu ghi chú.")
    assert WORDS in writing.main.inner_text()


def test_what_she_was_typing_comes_back_after_she_locked_the_screen_herself(writing):
    locks(writing)
    heading, faults = writing.heading, seeing.faults(writing.tab)
    writing.presses("Mở lại")

    assert heading == "Màn hình đã khóa"
    assert faults == []
    assert writing.main.get_by_label("Nội dung").input_value() == WORDS


def test_a_locked_screen_shows_no_page_of_the_staff(lan):
    code = story.receives(lan, "Sinh kế")
    locks(lan)

    for page in ("/cb/", f"/cb/ho-so/{code}/", "/cb/chuyen-gui/"):
        answer = lan.tab.goto(page)
        assert answer.status == 423
        assert code not in lan.main.inner_text()
