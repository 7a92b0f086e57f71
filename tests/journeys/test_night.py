"""She comes at night to the door of the shelter: keys alone, on a phone."""

import pytest

from tests.journeys import JOURNEY, seeing
from tests.journeys.desk import Desk
from tests.journeys.keyboard import Keyboard
from tests.journeys.story import CODE

pytestmark = JOURNEY

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def hands(visitor) -> Keyboard:
    hands = Keyboard(visitor(**PHONE).opens("/cb/vao/").tab)
    hands.goes_to("Vào vai Yến").enters()
    hands.goes_to("Mục lục").presses("Enter")
    hands.goes_to("Nhà tạm lánh").enters()
    return hands


def sound(hands: Keyboard) -> None:
    assert seeing.faults(hands.tab) + seeing.overflow(hands.tab) == []


def files_on(hands: Keyboard) -> set[str]:
    return set(CODE.findall(Desk(hands.tab).main.inner_text()))


def test_a_woman_who_comes_at_night_has_a_bed_with_keys_alone(hands):
    sound(hands)
    before = files_on(hands)
    hands.goes_to("Nhận người vào ngay").enters()
    sound(hands)

    hands.goes_to("Gọi chị ấy thế nào").types("Út")
    hands.goes_to("Nhận vào").enters()
    assert hands.tab.title().startswith("Lỗi:")
    sound(hands)
    hands.goes_to("Phòng cho người ở một mình").presses("Space")
    hands.goes_to("Mấy con cùng vào").types("1")
    hands.goes_to("Có, ngay lúc này").presses("Space")
    hands.goes_to("Chị ấy đã nghe nội quy").presses("Space")
    hands.goes_to("Nhận vào").enters()

    desk = Desk(hands.tab).hears("Đã nhận vào. Phần còn lại của hồ sơ bổ sung sau")
    sound(hands)
    [code] = files_on(hands) - before
    completes(hands, code)
    desk.hears("Đã bổ sung hồ sơ tạm lánh.")
    assert "Phòng tầng hai" in desk.main.inner_text()
    assert hands.lost == []


def completes(hands: Keyboard, code: str) -> None:
    """The morning after, from the board to the file: what was not asked at night."""
    hands.goes_to(f"Mở – {code}").enters()
    sound(hands)
    hands.goes_to("Bổ sung hồ sơ").enters()
    sound(hands)
    hands.goes_to("Nơi ở").types("Phòng tầng hai")
    hands.goes_to("Ghi phần bổ sung").enters()
    sound(hands)
