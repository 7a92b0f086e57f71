"""A file goes from one office to another on phones without script: nobody is lost between them."""

import pytest

from tests.journeys import JOURNEY, moving, seeing, story
from tests.journeys.desk import Desk

pytestmark = JOURNEY

PHONE = {"width": 360, "height": 740, "java_script_enabled": False}


@pytest.fixture
def lan(at_desk) -> Desk:
    return at_desk("lan", **PHONE)


@pytest.fixture
def mai(at_desk) -> Desk:
    return at_desk("mai", **PHONE)


@pytest.fixture
def kim(at_desk) -> Desk:
    return at_desk("kim", **PHONE)


def wide(*desks: Desk) -> list[str]:
    return [fault for desk in desks for fault in seeing.overflow(desk.tab)]


def test_from_the_first_word_to_the_receipt(lan, mai, kim):
    code = story.receives(lan, "Sinh kế")
    file = f"/cb/ho-so/{code}/"

    moving.begins(lan, code)
    moving.approves(mai, code)
    packet, told = moving.makes(lan, code)
    assert wide(lan, mai) == []
    moving.opens(kim, packet, told)
    assert story.ALIAS in kim.main.inner_text()
    kim.presses("Nhận").hears("Đã nhận. Hãy đọc mã đã nhận cho nơi gửi.")
    receipt = kim.main.locator("code").inner_text()
    assert wide(kim) == []
    assert "Mới tiếp nhận" in lan.opens(file).state
    lan.opens(f"{file}chuyen-tinh/da-nhan/").writes("Mã đã nhận", receipt.lower())
    lan.presses("Ghi mã đã nhận").hears("Đã ghi. Nơi nhận phụ trách từ bây giờ.")

    assert "Đã chuyển" in lan.state
    assert not lan.main.get_by_role("link", name="Ghi chú", exact=True).count()
    [said] = moving.opens(kim, packet, told).main.locator(".problems li").all_inner_texts()
    assert said == "Tệp này đã được nhận ở đây rồi nên không nhận lần nữa."


@pytest.mark.full
def test_the_pages_on_the_way_are_sound(at_desk):
    lan, mai, kim = (at_desk(who, width=360, height=740) for who in ("lan", "mai", "kim"))
    found: list[str] = []

    def look(desk: Desk) -> None:
        found.extend(seeing.faults(desk.tab) + seeing.overflow(desk.tab))

    code = story.receives(lan, "Sinh kế")
    look(lan.opens(f"/cb/ho-so/{code}/chuyen-tinh/").presses("Tiếp tục"))
    look(moving.begins(lan, code))
    look(mai.opens(f"/cb/ho-so/{code}/chuyen-tinh/"))
    moving.approves(mai, code)
    packet, told = moving.makes(lan, code)
    look(lan)
    look(lan.opens(f"/cb/ho-so/{code}/chuyen-tinh/"))
    look(moving.opens(kim, packet, told))
    look(kim.presses("Nhận"))

    assert found == []
