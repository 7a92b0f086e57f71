"""Her days in the house and what is kept for her, until she leaves: keys alone, on a phone."""

import pytest

from tests.journeys import JOURNEY, living, seeing, story
from tests.journeys.desk import Desk
from tests.journeys.keyboard import Keyboard

pytestmark = JOURNEY

PHONE = {"width": 360, "height": 740}
WORDS = "Đêm qua gác mái hoa giấy"


@pytest.fixture
def yen(visitor) -> Desk:
    return visitor(**PHONE).signs_in("Yến")


def sound(tab) -> None:
    assert seeing.faults(tab) + seeing.overflow(tab) == []


def test_the_next_shift_knows_and_she_leaves_with_what_is_hers(yen):
    code = story.comes_at_night(yen)
    hands = Keyboard(yen.opens("/cb/tam-lanh/").tab)
    hands.goes_to(f"Sống trong nhà – {code}").enters()
    sound(hands.tab)
    house = "/" + yen.tab.url.split("/", 3)[3]
    living.notes(yen, house, WORDS)
    living.keeps(yen, house, "Giấy tờ", "Thẻ căn cước")
    sound(hands.tab)

    hands = Keyboard(yen.opens("/cb/tam-lanh/ca/").tab)
    assert WORDS in yen.main.inner_text()
    hands.goes_to(f"Đã xong – {code}").enters()
    assert WORDS not in yen.main.inner_text()
    sound(hands.tab)

    hands = Keyboard(yen.opens(f"{house}roi-di/").tab)
    hands.goes_to("Ghi việc rời").enters()
    assert hands.tab.title().startswith("Lỗi:")
    sound(hands.tab)
    hands.goes_to("Nơi về đã an toàn").presses("Space")
    hands.goes_to("Ra ở riêng").presses("Space")
    hands.goes_to("Đã trả, chị ấy ký vào sổ").presses("Space")
    hands.goes_to("Ghi việc rời").enters()
    yen.hears("Đã ghi việc rời nơi tạm lánh.")
    assert hands.lost == []
