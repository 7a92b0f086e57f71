"""A paper is attached to a file, read again as a copy, and marked when it was the wrong one."""

from io import BytesIO

import pytest
from PIL import Image

from ketnoi.foundation.tests import papers
from tests.journeys import JOURNEY, story
from tests.journeys.desk import Desk
from tests.journeys.keyboard import Keyboard

pytestmark = JOURNEY


@pytest.fixture
def lan(at_desk) -> Desk:
    return at_desk("lan")


@pytest.fixture
def page(lan) -> str:
    return f"/cb/ho-so/{story.receives(lan, 'Nơi an toàn')}/giay-to/tep/"


def attaches(lan: Desk, page: str) -> Desk:
    lan.opens(page).hands_in("Tệp", papers.picture())
    lan.answers("Loại giấy tờ", "Quyết định, kết luận").writes("Ghi rõ", "Số 12")
    return lan.presses("Lưu giấy tờ")


def test_a_photo_of_a_decision_is_attached_and_read_again(lan, page):
    attaches(lan, page).hears("Đã lưu giấy tờ.")
    with lan.tab.expect_download() as coming:
        lan.main.get_by_role("link", name="Tải bản sao").first.click()
    copy = coming.value

    assert copy.suggested_filename.startswith("KN-")
    assert copy.suggested_filename.endswith(".jpg")
    kept = copy.path().read_bytes()
    assert Image.open(BytesIO(kept)).size == (60, 40)
    assert papers.HIDDEN not in kept


def test_a_wrong_paper_is_marked(lan, page):
    attaches(lan, page)

    lan.main.get_by_role("button", name="Đánh dấu ghi nhầm").click()

    lan.hears("Đã đánh dấu ghi nhầm.")
    assert lan.main.get_by_text("Ghi nhầm", exact=True).is_visible()


def test_a_file_of_another_kind_is_refused_and_the_rest_is_kept(lan, page):
    lan.opens(page).hands_in("Tệp", b"MZ no paper", name="giay.pdf")
    lan.answers("Loại giấy tờ", "Giấy tờ y tế").writes("Ghi rõ", "Số 12").presses("Lưu giấy tờ")

    [said] = lan.main.locator(".problems li").all_inner_texts()
    assert said == "Chỉ nhận tệp PDF hoặc ảnh JPG, PNG, WebP. Hãy chọn tệp khác."
    assert lan.question("Loại giấy tờ").get_by_label("Giấy tờ y tế").is_checked()
    assert lan.main.get_by_label("Ghi rõ").input_value() == "Số 12"


def test_a_paper_is_attached_with_keys_alone(lan, page):
    hands = Keyboard(lan.opens(page).tab)
    hands.goes_to("Tệp")
    lan.hands_in("Tệp", papers.document(), name="giay.pdf")
    hands.goes_to("Quyết định, kết luận").presses("Space")
    hands.goes_to("Lưu giấy tờ").enters()

    assert hands.lost == []
    lan.hears("Đã lưu giấy tờ.")
