"""Two agencies meet about a file; what they decide is done, or comes back to who gave it."""

import pytest

from tests.journeys import JOURNEY, calendar, seeing, story
from tests.journeys.desk import Desk
from tests.journeys.keyboard import Keyboard

pytestmark = JOURNEY

PHONE = {"width": 360, "height": 740}
NO_SCRIPT = {**PHONE, "java_script_enabled": False}
OURS = "Đi cùng chị ấy lên trường"
THEIRS = "Hẹn khám ở trạm y tế"


@pytest.fixture
def lan(at_desk) -> Desk:
    return at_desk("lan")


@pytest.fixture
def yen(at_desk) -> Desk:
    return at_desk("yen")


def decides(lan: Desk, number: int, words: str, agency: str) -> None:
    """One decision in its row."""
    row = lan.main.get_by_role("group", name=f"Quyết định {number}", exact=True)
    row.get_by_label("Việc", exact=True).fill(words)
    row.get_by_label("Loại việc").select_option("Gọi điện")
    row.get_by_label("Nơi làm").select_option(label=agency)
    boxes = row.get_by_role("group").get_by_role("textbox")
    day = calendar.today()
    for at, part in enumerate((day.day, day.month, day.year)):
        boxes.nth(at).fill(str(part))


def sound(desk: Desk) -> list[str]:
    return [*seeing.faults(desk.tab), *seeing.too_small(desk.tab), *seeing.overflow(desk.tab)]


def test_from_the_invitation_to_what_comes_back(lan, yen):
    code = story.shared_with(lan, yen)
    story.calls(lan, code, story.SHELTER)
    meeting = lan.tab.url

    yen.does(code, "Trả lời lời mời họp")
    yen.follows("Trả lời lời mời").answers("Đơn vị bạn có dự không", "Có dự").presses("Trả lời")
    yen.follows("Thêm nội dung họp").writes("Nội dung muốn nêu", "Giấy khai sinh")
    yen.presses("Thêm nội dung").hears("Đã thêm vào nội dung họp.")
    told = lan.opens(meeting).main.inner_text()
    assert "Có dự, Yến" in told
    assert "Giấy khai sinh" in told

    story.meets_now(lan)
    lan.follows("Ghi biên bản")
    for name in ("Lan,", "Yến,"):
        lan.question("Ai có mặt").get_by_label(name).first.check()
    lan.writes("Biên bản", "Đã bàn hai việc.")
    home = lan.main.get_by_label("Nơi làm").first.locator("option").nth(1).inner_text()
    decides(lan, 1, THEIRS, story.SHELTER)
    decides(lan, 2, OURS, home)
    lan.presses("Thêm một dòng")
    kept = lan.main.get_by_role("group", name="Quyết định 1", exact=True)
    assert kept.get_by_label("Việc", exact=True).input_value() == THEIRS
    assert lan.main.get_by_role("group", name="Quyết định 3", exact=True).count()
    lan.presses("Ghi biên bản").hears("Mỗi quyết định đã thành một việc giao.")

    yen.does(code, "Làm việc được giao")
    yen.answers("Việc này", "Không làm được")
    yen.tab.get_by_label("Vì sao không làm được").select_option("Không kịp thời hạn")
    yen.presses("Ghi câu trả lời").hears("Nơi giao việc sẽ thấy ngay.")
    assert yen.has_to_do(code, "Làm việc được giao") == 0
    assert lan.has_to_do(code, "Làm việc được giao") == 2

    lan.opens(meeting).takes(OURS).answers("Việc này", "Đã làm xong")
    lan.writes("Kết quả ra sao", "Trường đã nhận").presses("Ghi câu trả lời")
    lan.does(code, "Làm việc được giao")
    assert "Không kịp thời hạn" in lan.main.inner_text()
    lan.presses("Không cần làm nữa").hears("Đã thu lại.")
    assert lan.has_to_do(code, "Làm việc được giao") == 0

    yen.does(code, "Xác nhận biên bản").presses("Xác nhận biên bản")
    assert "biên bản đã xác nhận" in lan.opens(meeting).state


def test_an_invitation_is_answered_with_keys_alone(lan, yen):
    code = story.shared_with(lan, yen)
    story.calls(lan, code, story.SHELTER)
    yen.opens(lan.tab.url)
    hands = Keyboard(yen.tab)

    hands.goes_to("Trả lời lời mời").enters()
    hands.goes_to("Có dự").presses("Space")
    hands.goes_to("Trả lời").enters()
    hands.goes_to("Thêm nội dung họp").enters()
    hands.goes_to("Nội dung muốn nêu").types("Giấy khai sinh")
    hands.goes_to("Thêm nội dung").enters()

    assert hands.lost == []
    assert "Giấy khai sinh" in lan.opens(lan.tab.url).main.inner_text()


@pytest.mark.full
def test_on_a_phone_the_pages_are_sound(lan, yen, visitor):
    code = story.shared_with(lan, yen)
    story.gives_work(lan, code, story.SHELTER, THEIRS)
    story.calls(lan, code, story.SHELTER)
    there = lan.tab.url
    phone = visitor(**PHONE).signs_in("Lan")

    found = [sound(phone.opens(f"{there}{more}")) for more in ("", "bien-ban/", "doi-ngay/")]
    found += [sound(phone.opens(f"/cb/ho-so/{code}/{more}/")) for more in ("hop", "viec-giao")]

    assert found == [[]] * 5


def test_without_script_a_row_more_loses_nothing(lan, yen, visitor):
    code = story.shared_with(lan, yen)
    story.calls(lan, code, story.SHELTER)
    phone = visitor(**NO_SCRIPT).signs_in("Lan").opens(f"{lan.tab.url}bien-ban/")
    phone.writes("Biên bản", "Đã bàn.")
    decides(phone, 1, OURS, story.SHELTER)

    phone.presses("Thêm một dòng").presses("Thêm một dòng")

    row = phone.main.get_by_role("group", name="Quyết định 1", exact=True)
    assert row.get_by_label("Việc", exact=True).input_value() == OURS
    assert phone.main.get_by_label("Biên bản").input_value() == "Đã bàn."
    assert phone.main.get_by_role("group", name="Quyết định 4", exact=True).count()
