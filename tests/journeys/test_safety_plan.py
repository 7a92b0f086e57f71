"""Her plan for danger, and a card that looks like nothing: keys alone, on a phone."""

import pytest

from tests.journeys import JOURNEY, seeing, story
from tests.journeys.desk import Desk
from tests.journeys.keyboard import Keyboard

pytestmark = JOURNEY

PHONE = {"width": 360, "height": 740}
TELLING = ("an toàn", "bạo lực", "Kết Nối", "KN-", "1900", "113", "111", "Yến", "tạm lánh")


@pytest.fixture
def yen(visitor) -> Desk:
    return visitor(**PHONE).signs_in("Yến")


def sound(tab) -> None:
    assert seeing.faults(tab) + seeing.overflow(tab) == []


def test_she_decides_what_is_written_and_what_she_carries(yen):
    code = story.comes_at_night(yen)
    hands = Keyboard(yen.opens(f"/cb/ho-so/{code}/").tab)
    hands.goes_to("Kế hoạch an toàn").enters()
    sound(hands.tab)

    hands.goes_to("Điều gì báo trước").types("Anh ấy uống rượu")
    hands.goes_to("Chị ấy gọi được cho ai").types("Cô Sáu 0909 000 222").presses("Enter")
    hands.types("Chú Ba")
    hands.goes_to("Lời hẹn riêng").types("Trời sắp mưa")
    hands.goes_to("Ghi kế hoạch").enters()
    yen.hears("Đã ghi kế hoạch an toàn.")
    sound(hands.tab)

    hands.goes_to("In thẻ nhỏ mang theo").enters()
    sound(hands.tab)
    hands.goes_to("Người gọi được: Cô Sáu").presses("Space")
    hands.goes_to("Người gọi được: Chú Ba").presses("Space")
    hands.goes_to("Xem thẻ để in").enters()
    sound(hands.tab)
    assert hands.lost == []
    assert on_paper(hands.tab) == ["Số điện thoại cần nhớ", "Cô Sáu 0909 000 222", "Chú Ba"]
    assert hands.tab.title() == "Số điện thoại cần nhớ"


def on_paper(tab) -> list[str]:
    """What a printer would put on the paper, line by line."""
    tab.emulate_media(media="print")
    printed = tab.locator("body").inner_text()
    assert [word for word in TELLING if word in printed] == []
    return [line.strip() for line in printed.splitlines() if line.strip()]
