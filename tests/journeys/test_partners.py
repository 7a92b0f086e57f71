"""A partner brings twenty vacancies and takes somebody, with keys alone, and never learns why."""

import pytest

from ketnoi.livelihood.tests import make
from tests.journeys import JOURNEY, calendar, seeing, story
from tests.journeys.desk import Desk
from tests.journeys.keyboard import Keyboard

pytestmark = JOURNEY

PHONE = {"width": 360, "height": 740}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORKSHOP = "Xưởng may Mẫu (dữ liệu giả)"
HIDDEN = ("KN-2", story.ALIAS, "Hội Liên hiệp", "Mỹ Tú", "bị mua bán", "Nguy cơ", "Bị bạo lực")


@pytest.fixture
def vy(at_desk) -> Desk:
    return at_desk("vy", **PHONE)


def look(desk: Desk, found: list[str]) -> None:
    found.extend(seeing.faults(desk.tab) + seeing.overflow(desk.tab))


def brings_vacancies(vy: Desk, found: list[str]) -> None:
    """Twenty lines with merged titles above them, looked at first, then added."""
    hands = Keyboard(vy.opens("/cb/sinh-ke/").tab)
    hands.goes_to("Thêm từ tệp Excel").enters()
    look(vy, found)
    hands.goes_to("Tệp Excel")
    rows = [{**row, "partner": WORKSHOP} for row in make.twenty()]
    sent = {"name": "ds.xlsx", "mimeType": XLSX, "buffer": make.sheet(rows)}
    vy.tab.locator("input[type=file]").set_input_files(sent)
    hands.goes_to("Việc làm").presses("Space")
    hands.goes_to("Đọc tệp").enters()
    look(vy, found)
    hands.goes_to("Thêm 20 cơ hội").enters()
    vy.hears("Đã thêm các cơ hội.")
    assert hands.lost == []


def is_proposed_one(lan: Desk, dung: Desk) -> None:
    """She told what she can do; the job centre finds one of the twenty; she says yes."""
    code = story.receives(lan, "Sinh kế")
    story.agrees(lan, code, "Sinh kế", story.JOBS, packs=("Việc làm, tay nghề",))
    tells_of_herself(lan, code)
    asks_the_job_centre(lan, code)
    story.takes_up(dung, code)
    referral = dung.tab.url
    dung.opens("/cb/sinh-ke/").follows("Ghi đã kiểm tra – Việc số 20")
    dung.writes_day("Ngày đã đến kiểm tra", calendar.today())
    dung.presses("Ghi ngày kiểm tra").hears("Đã ghi ngày kiểm tra.")
    dung.opens(referral).follows("Cơ hội hợp").presses("Đề xuất – Việc số 20")
    lan.does("Hỏi ý kiến về cơ hội", code)
    lan.answers("Người được hỗ trợ trả lời thế nào", "Đồng ý").presses("Ghi câu trả lời")


def asks_the_job_centre(lan: Desk, code: str) -> None:
    """With what she agreed to tell of her work."""
    lan.opens(f"/cb/ho-so/{code}/chuyen-gui/").follows("Sinh kế").takes(story.JOBS)
    lan.answers("Cho nơi nhận biết những gì", "Việc làm, tay nghề")
    lan.presses("Xem lại trước khi gửi").presses("Gửi chuyển gửi")


def tells_of_herself(lan: Desk, code: str) -> None:
    """With a small child, by day; what of it may be told she says herself."""
    lan.opens(f"/cb/ho-so/{code}/nghe/").answers("Biết làm gì", "May vá")
    lan.answers("Học đến đâu", "Hết trung học cơ sở").answers("Làm được lúc nào", "Ban ngày")
    lan.main.get_by_label("Cần chỗ gửi trẻ").check()
    lan.main.get_by_role("combobox", name="Khoảng tuổi").select_option("Từ 25 đến 34 tuổi")
    lan.writes("Những xã, phường cần tránh", "Xã Mỹ Tú, TP Cần Thơ")
    lan.answers("Đồng ý cho nơi khác biết", "Biết làm gì", "Làm được lúc nào", "Cần gửi trẻ")
    lan.presses("Lưu").hears("Đã lưu.")


def test_a_partner_brings_twenty_vacancies_and_takes_somebody_without_learning_why(vy, at_desk):
    found: list[str] = []
    brings_vacancies(vy, found)
    is_proposed_one(at_desk("lan"), at_desk("dung"))

    hands = Keyboard(vy.opens("/cb/sinh-ke/").tab)
    hands.goes_to("Người được giới thiệu").enters()
    look(vy, found)
    listed = vy.main.inner_text()
    hands.goes_to("Trả lời").enters()
    look(vy, found)
    told = vy.main.inner_text()
    hands.goes_to("Nhận").presses("Space")
    hands.goes_to("Ghi câu trả lời").enters()
    vy.hears("Đã ghi câu trả lời.")

    assert "Biết: May vá" in told
    assert "Cần gửi trẻ" in told
    assert [word for word in HIDDEN if word in listed + told + vy.main.inner_text()] == []
    assert (found, hands.lost) == ([], [])
