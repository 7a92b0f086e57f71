"""Something was typed wrongly: the page says what to type, leads there, and keeps all the rest."""

import pytest

from tests.journeys import JOURNEY, story
from tests.journeys.desk import Desk

pytestmark = JOURNEY

PHONE = "Số điện thoại gồm 10 chữ số, bắt đầu bằng 0, ví dụ 0912 345 678."
COMMUNE = "Chưa tìm thấy. Hãy xem lại cách viết, hoặc nhập một phần của tên."


@pytest.fixture
def lan(at_desk) -> Desk:
    return at_desk("lan")


def problems(desk: Desk) -> list[str]:
    return desk.main.locator(".problems li").all_inner_texts()


def test_a_wrong_phone_and_a_wrong_commune_are_put_right_from_the_summary(lan):
    lan.opens("/cb/tiep-nhan/").writes("1. Gọi chị ấy thế nào", "Út")
    lan.writes("2. Gọi lại cho chị ấy", "12345").answers("3. Chị ấy cần gì", "Sinh kế")
    lan.writes("5. Chị ấy đang ở xã", "xã Không Có").answers(
        "6. Chị ấy có đồng ý", "Chị ấy đồng ý cho ghi"
    )
    lan.presses("Lưu")
    found = problems(lan)
    lan.follows(PHONE)
    at = lan.tab.evaluate("document.activeElement.name")
    lan.writes("2. Gọi lại cho chị ấy", story.PHONE).writes("5. Chị ấy đang ở xã", "Mỹ Tú, Cần Thơ")
    kept = lan.main.get_by_label("1. Gọi chị ấy").input_value()
    lan.presses("Lưu")
    story.is_somebody_else(lan)

    assert found == [PHONE, COMMUNE]
    assert at == "number"
    assert kept == "Út"
    lan.hears("Đã tiếp nhận. Mã hồ sơ KN-")


def test_a_day_that_does_not_exist_is_put_right_and_the_rest_is_kept(lan):
    code = story.receives(lan, "Nơi an toàn")
    lan.opens(f"/cb/ho-so/{code}/dong-y/").answers("Chia sẻ để làm gì", "Nơi an toàn")
    lan.answers("Cho nơi nào biết", story.SHELTER).answers(
        "Người được hỗ trợ đồng ý", "Nói trực tiếp"
    )
    boxes = lan.question("Đồng ý đến ngày nào").get_by_role("textbox")
    for at, part in enumerate(("31", "02", "2090")):
        boxes.nth(at).fill(part)
    lan.presses("Ghi sự đồng ý")
    [said] = problems(lan)
    lan.follows(said)
    is_there = boxes.first.evaluate("box => box === document.activeElement")
    boxes.first.fill("28")
    lan.presses("Ghi sự đồng ý")

    assert is_there
    lan.hears("Đã ghi sự đồng ý.")
    assert "Đến hết 28/02/2090" in lan.opens(f"/cb/ho-so/{code}/dong-y/").main.inner_text()


def test_without_script_a_commune_of_many_is_asked_about(at_desk):
    lan = at_desk("lan", java_script_enabled=False)
    lan.opens("/cb/tiep-nhan/").writes("5. Chị ấy đang ở xã", "my tu")
    lan.answers("6. Chị ấy có đồng ý", "Chị ấy đồng ý cho ghi").presses("Lưu")
    lan.main.get_by_role("radio", name="Mỹ Tú").first.check()
    lan.presses("Lưu")

    lan.hears("Đã tiếp nhận. Mã hồ sơ KN-")
