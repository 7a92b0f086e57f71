"""A woman comes home with a child without papers: one office hears her once, with keys alone."""

from datetime import timedelta

import pytest

from tests.journeys import JOURNEY, calendar, seeing, story
from tests.journeys.desk import Desk
from tests.journeys.keyboard import Keyboard

pytestmark = JOURNEY

PHONE = {"width": 360, "height": 740}
NO_SCRIPT = {**PHONE, "java_script_enabled": False}
WORDS = "Muon chau di hoc"
KOREA, ELSEWHERE, NOWHERE, NONE = 2, 3, 3, 4
"""How often one presses the key down to come to these answers in their lists."""


def chooses(hands: Keyboard, question: str, number: int) -> None:
    """The answer of a list at this place."""
    hands.goes_to(question).presses(*["ArrowDown"] * number)


def sound(desk: Desk) -> list[str]:
    return [*seeing.faults(desk.tab), *seeing.too_small(desk.tab), *seeing.overflow(desk.tab)]


def test_a_walk_in_with_a_child_without_papers_with_keys_alone(visitor):
    kim = visitor(**PHONE).opens("/cb/vao/")
    hands = Keyboard(kim.tab)
    hands.goes_to("Vào vai Kim").enters()
    receives(kim, hands)
    found = [sound(kim)]
    tells_of_her_family(kim, hands)
    found.append(sound(kim))
    code = kim.heading.split()[-1]

    told = kim.main.inner_text()
    assert "Đi cùng mẹ hỏi nơi đăng ký hộ tịch về khai sinh cho cháu" in told
    assert "Nhờ trợ giúp pháp lý xem quốc tịch của cháu" in told
    assert kim.row("Pháp lý, hộ tịch", "Chưa xếp").count() == 1

    makes_an_appointment(kim, hands)
    found.append(sound(kim))
    assert (hands.lost, found) == ([], [[]] * 3)
    assert kim.must_do(code, "Buổi hẹn").count() == 1
    assert kim.must_do(code, "Lo giấy tờ cho con").count() == 1


def receives(kim: Desk, hands: Keyboard) -> None:
    """The first questions; the conversation goes on by itself."""
    kim.opens("/cb/tiep-nhan/")
    hands.goes_to("1. Gọi chị ấy").types("Nguoi moi ve Z")
    hands.goes_to("Chị ấy đồng ý cho ghi").presses("Space")
    hands.goes_to("Lưu").enters()
    if kim.tab.get_by_role("button", name=story.ANOTHER).count():
        hands.goes_to(story.ANOTHER).enters()
    assert kim.heading.startswith("Một cửa, hồ sơ KN-")


def tells_of_her_family(kim: Desk, hands: Keyboard) -> None:
    """What she wants, her passport that lies elsewhere, her child that is registered nowhere."""
    hands.goes_to("Pháp lý, hộ tịch").presses("Space")
    hands.goes_to("Gia đình và con").presses("Space")
    hands.goes_to("Chị ấy nói mong muốn gì").types(WORDS)
    chooses(hands, "Chị ấy về từ nước nào", KOREA)
    hands.goes_to("Địa chỉ ở nước đó").types("Seoul")
    chooses(hands, "Giấy gì", 3)
    chooses(hands, "Của nước nào", KOREA)
    chooses(hands, "Bản gốc", ELSEWHERE)
    hands.goes_to("Gọi là gì").types("Be Na")
    hands.goes_to("Năm sinh hoặc tuổi").types("2021")
    chooses(hands, "Sinh ở nước nào", KOREA)
    chooses(hands, "Khai sinh", NOWHERE)
    chooses(hands, "Quốc tịch", NONE)
    hands.goes_to("Thêm một người").enters()
    first = kim.main.get_by_role("group", name="Người thứ 1", exact=True)
    assert first.get_by_label("Gọi là gì").input_value() == "Be Na"
    assert kim.main.get_by_label("Chị ấy nói mong muốn gì").input_value() == WORDS
    hands.goes_to("Lưu").enters()


def makes_an_appointment(kim: Desk, hands: Keyboard) -> None:
    """Tomorrow at nine, at the office."""
    hands.goes_to("Đặt hẹn").enters()
    hands.goes_to("Pháp lý, hộ tịch").presses("Space")
    hands.goes_to("Ngày").types(f"{calendar.today() + timedelta(days=1):%d/%m/%Y}")
    hands.goes_to("Giờ hẹn").types("9:00")
    hands.goes_to("Đặt hẹn").enters()
    kim.hears("Đã đặt hẹn.")


def test_without_script_nothing_is_lost_and_every_question_may_be_left_out(visitor, at_desk):
    code = story.receives(at_desk("kim"))
    kim = visitor(**NO_SCRIPT).signs_in("Kim").opens(f"/cb/ho-so/{code}/mot-cua/tiep/")
    kim.answers("Chị ấy và gia đình cần gì", "Tâm lý").writes("Số", "M70123456")
    kim.presses("Thêm một giấy tờ").presses("Thêm một người").presses("Thêm một người")

    assert kim.main.get_by_label("Số").first.input_value() == "M70123456"
    assert kim.question("Chị ấy và gia đình cần gì").get_by_label("Tâm lý").is_checked()
    assert kim.main.get_by_role("group", name="Người thứ 3", exact=True).count()
    kim.presses("Lưu")
    assert kim.row("Tâm lý", "Chưa xếp").count() == 1
    assert "Chưa ghi con nào" in kim.main.inner_text()


@pytest.mark.full
def test_on_a_phone_the_pages_are_sound(visitor, examples):
    phone = visitor(**PHONE).signs_in("Kim")
    pages = (
        "{office}",
        "{office}tiep/",
        "{office}hen/",
        "{office}tu-van/",
        "{meets}",
        "{meets}doi/",
    )

    assert [sound(phone.opens(page.format_map(examples))) for page in pages] == [[]] * len(pages)
