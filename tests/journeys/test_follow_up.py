"""A year later: how her life goes is written down on a phone, with keys alone."""

from tests.journeys import JOURNEY, seeing, story
from tests.journeys.desk import Desk
from tests.journeys.keyboard import Keyboard

pytestmark = JOURNEY

PHONE = {"width": 360, "height": 740}


def sound(desk: Desk) -> list[str]:
    return [*seeing.faults(desk.tab), *seeing.too_small(desk.tab), *seeing.overflow(desk.tab)]


def test_the_visit_after_a_year_is_written_down_with_keys_alone(at_desk):
    lan = at_desk("lan", **PHONE)
    code = story.receives(lan, "Sinh kế")
    story.follows(lan, code)
    hands = Keyboard(lan.opens(f"/cb/ho-so/{code}/tham-hoi/").tab)

    hands.goes_to("Mở – Sau 12 tháng").enters()
    assert sound(lan) == []
    hands.goes_to("Gọi điện").presses("Space")
    hands.goes_to("Ổn định").presses("Space")
    hands.goes_to("Chưa muốn cho biết").presses("ArrowDown")
    hands.goes_to("Ghi lần thăm hỏi").enters()

    lan.hears("Đã ghi lần thăm hỏi.")
    assert hands.lost == [] and sound(lan) == []
    row = lan.main.locator(".row", has_text="Sau 12 tháng").inner_text()
    assert "Ổn định" in row and "đang có việc làm" in row


def test_what_became_of_all_is_read_by_leads_and_coordinators(at_desk):
    hoa = at_desk("hoa", **PHONE)

    hoa.opens("/cb/dieu-phoi/").follows("Kết quả sau khi hòa nhập")

    assert sound(hoa) == []
    assert "Sau 12 tháng" in hoa.main.inner_text()
