"""An intake without a mouse: from signing in to a saved file, through an error and out of it."""

import pytest

from tests.journeys import JOURNEY
from tests.journeys.desk import Desk
from tests.journeys.keyboard import Keyboard
from tests.journeys.story import ANOTHER

pytestmark = JOURNEY


@pytest.fixture
def hands(visitor) -> Keyboard:
    tab = visitor().opens("/cb/vao/").tab
    return Keyboard(tab)


def test_a_first_conversation_is_written_down_with_keys_alone(hands):
    hands.goes_to("Vào vai Lan").enters()
    hands.goes_to("Tiếp nhận").enters()
    answers(hands, phone="0909 00")
    after_the_error = hands.where()
    corrects(hands, phone="0909 000 123")

    assert after_the_error["kind"] == "div"
    assert after_the_error["name"].startswith("Có chỗ cần sửa")
    assert hands.lost == []
    saves_as_somebody_else(hands)
    Desk(hands.tab).hears("Đã tiếp nhận. Mã hồ sơ KN-")


def saves_as_somebody_else(hands: Keyboard) -> None:
    """Another file has the same telephone, perhaps: this is somebody else."""
    if hands.tab.get_by_role("button", name=ANOTHER).count():
        hands.goes_to(ANOTHER).enters()


def answers(hands: Keyboard, *, phone: str) -> None:
    """Answer some of the six questions with keys, and send."""
    hands.goes_to("1. Gọi chị ấy").types("Út")
    hands.goes_to("2. Gọi lại cho chị ấy").types(phone)
    hands.goes_to("Chỉ người được hỗ trợ").presses("ArrowDown", "ArrowDown")
    hands.goes_to("Nơi an toàn").presses("Space")
    hands.goes_to("Sinh kế").presses("Space")
    hands.goes_to("5. Chị ấy đang ở xã").types("my tu")
    hands.tab.get_by_role("option").first.wait_for()
    hands.presses("ArrowDown", "Enter")
    hands.goes_to("Chị ấy đồng ý cho ghi").presses("Space")
    hands.goes_to("Lưu").enters()


def corrects(hands: Keyboard, *, phone: str) -> None:
    """From the summary straight to the place, put it right, and send again."""
    assert hands.tab.title().startswith("Lỗi:")
    hands.goes_to("Số điện thoại gồm 10 chữ số").presses("Enter")
    assert hands.where()["name"].startswith("2. Gọi lại cho chị ấy")
    hands.presses("Control+a").types(phone)
    hands.goes_to("Lưu").enters()


def test_what_was_chosen_with_keys_is_in_the_file(hands, at_desk):
    hands.goes_to("Vào vai Lan").enters()
    hands.tab.goto("/cb/tiep-nhan/")
    answers(hands, phone="0909 000 123")
    saves_as_somebody_else(hands)
    file = Desk(hands.tab)
    file.unfolds("Việc khác của hồ sơ").follows("Thông tin hồ sơ")

    assert file.question("Cần gì").get_by_label("Nơi an toàn").is_checked()
    assert file.question("Cần gì").get_by_label("Sinh kế").is_checked()
    assert "Mỹ Tú" in file.main.get_by_label("Ở xã, phường nào").first.input_value()


def test_the_first_stop_on_every_page_leads_past_the_navigation(hands):
    hands.goes_to("Vào vai Lan").enters()
    for address in ("/cb/", "/cb/ho-so/", "/cb/chuyen-gui/", "/cb/tiep-nhan/"):
        hands.tab.goto(address)
        hands.goes_to("Đến nội dung chính").presses("Enter")

        assert hands.tab.evaluate("document.activeElement.id") == "main"
