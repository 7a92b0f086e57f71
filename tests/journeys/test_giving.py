"""Somebody reads what is needed and offers two sewing machines, with keys alone and no name of her.

Then an officer calls, confirms, and what is missing is less.
"""

from tests.journeys import JOURNEY, seeing
from tests.journeys.keyboard import Keyboard

pytestmark = JOURNEY

PHONE = {"width": 360, "height": 740}
AT_ONCE = "Hãy xem lại rồi bấm gửi lần nữa."
HIDDEN = ("Mai", "Lan", "Hội Liên hiệp Phụ nữ", "KN-2", "chị Thử")


def test_a_visitor_offers_something_and_an_officer_confirms_it(visitor, at_desk):
    somebody, found = visitor(**PHONE), []
    hands = Keyboard(somebody.opens("/can-giup/").tab)
    read = somebody.main.inner_text()
    found += seeing.faults(somebody.tab) + seeing.overflow(somebody.tab)
    hands.goes_to("Máy may, Xã Mỹ Tú").enters()
    found += seeing.faults(somebody.tab) + seeing.overflow(somebody.tab)
    hands.goes_to("Một người").presses("Space")
    hands.goes_to("Tên để chúng tôi gọi bạn").types("Bác Ba Thợ May")
    hands.goes_to("Số điện thoại").types("0909 000 456")
    hands.goes_to("Bạn góp bao nhiêu").types("2")
    hands.goes_to("Gửi lời ngỏ").enters()
    while AT_ONCE in somebody.main.inner_text():
        hands.goes_to("Gửi lời ngỏ").enters()
    found += seeing.faults(somebody.tab)
    thanked, kept = somebody.heading, somebody.tab.context.cookies()
    lan = at_desk("lan").opens("/cb/van-dong/").follows("Tổ may (dữ liệu giả)")
    lan.main.get_by_role("link", name="Máy may").first.click()
    need = lan.tab.url
    lan.main.get_by_role("link", name="Một người").last.click()
    told = lan.main.inner_text()
    lan.presses("Đã gọi, xác nhận").hears("Đã xác nhận.")

    assert thanked == "Đã nhận lời ngỏ của bạn"
    assert kept == []
    assert [word for word in HIDDEN if word in read] == []
    assert "Bác Ba Thợ May" in told or "Chị Mẫu" in told
    assert "Còn thiếu" in lan.opens(need).main.inner_text()
    assert (found, hands.lost) == ([], [])
