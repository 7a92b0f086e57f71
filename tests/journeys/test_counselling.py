"""What is said to a counsellor is written down and read with keys alone, on a phone."""

import pytest

from tests.journeys import JOURNEY, seeing, story
from tests.journeys.desk import Desk
from tests.journeys.keyboard import Keyboard

pytestmark = JOURNEY

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def tam(visitor) -> Desk:
    return visitor(**PHONE).signs_in("Tâm")


def sound(tab) -> None:
    assert seeing.faults(tab) + seeing.overflow(tab) == []


def test_a_counsellor_begins_writes_and_reads_by_keys_alone(tam):
    links = tam.opens("/cb/ho-so/").main.locator(".row a")
    hands = Keyboard(tam.opens(links.last.get_attribute("href") or "").tab)
    hands.goes_to("Tham vấn").enters()
    hands.goes_to("Bắt đầu tham vấn").enters()
    sound(hands.tab)

    hands.goes_to("Đồng ý").presses("ArrowDown")
    hands.goes_to("Bắt đầu").enters()
    hands.goes_to("Bao nhiêu phút").types("45")
    hands.goes_to("Giấc ngủ").presses("Space")
    hands.goes_to("Ghi chú riêng").types(story.COUNSELLED)
    hands.goes_to("Ghi buổi tham vấn").enters()
    tam.hears("Đã ghi buổi tham vấn.")
    sound(hands.tab)

    hands.goes_to("Đọc").enters()
    sound(hands.tab)
    assert story.COUNSELLED in tam.main.inner_text()
    assert hands.lost == []
