"""Two people save the same record: nothing is lost in silence, and a person chooses."""

import pytest

from tests.journeys import JOURNEY, story
from tests.journeys.desk import Desk

pytestmark = JOURNEY

BOTH = "Người khác vừa ghi: Cao. Bạn đang ghi: Thấp."


@pytest.fixture
def lan(at_desk) -> Desk:
    return at_desk("lan")


@pytest.fixture
def mai(at_desk) -> Desk:
    return at_desk("mai")


def test_who_saves_second_sees_both_values_and_the_one_she_means_stays(lan, mai):
    code = story.receives(lan, "Sinh kế")
    for desk in (lan, mai):
        desk.opens(f"/cb/ho-so/{code}/thong-tin/")
    lan.answers("Nguy cơ", "Cao").answers("Lý do lập hồ sơ", "Bị bạo lực").presses("Lưu")
    mai.answers("Nguy cơ", "Thấp").presses("Lưu")
    told = mai.main.locator(".problems").inner_text()
    meanwhile = lan.opens(f"/cb/ho-so/{code}/").state
    mai.answers("Lý do lập hồ sơ", "Bị bạo lực").presses("Lưu")

    assert "Người khác cũng vừa sửa mục này." in told
    assert BOTH in told
    assert "Nguy cơ: Cao" in meanwhile
    mai.hears("Đã lưu thông tin hồ sơ.")
    assert "Nguy cơ: Thấp" in lan.opens(f"/cb/ho-so/{code}/").state
    lan.opens(f"/cb/ho-so/{code}/thong-tin/")
    assert lan.question("Lý do lập hồ sơ").get_by_label("Bị bạo lực").is_checked()
