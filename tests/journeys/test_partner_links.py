"""A workshop without an account takes somebody on a cheap phone, without script, in three taps."""

import pytest

from tests.journeys import JOURNEY, seeing
from tests.journeys.desk import Desk
from tests.journeys.test_guests import MOST_TAPS, PHONE, Taps

pytestmark = JOURNEY
TASK = "Hỏi nơi nhận việc, nhận học"
HIDDEN = ("KN-2", "Hội Liên hiệp", "Mỹ Tú", "Trung tâm Dịch vụ việc làm", "bị mua bán")


@pytest.fixture
def dung(at_desk) -> Desk:
    return at_desk("dung")


@pytest.fixture
def phone(visitor) -> Taps:
    return Taps(visitor(**PHONE).tab)


def is_given_a_link(dung: Desk) -> tuple[str, str, str]:
    """Dung lets a partner answer that has no account: the proposal, and what is told once."""
    lines = dung.must_do(TASK).get_by_role("link")
    pages = [lines.nth(number).get_attribute("href") for number in range(lines.count())]
    there = (
        page for page in pages if "trả lời bằng liên kết" in dung.opens(page).main.inner_text()
    )
    proposal = next(there)
    dung.follows("Nơi nhận chưa có tài khoản: trả lời bằng liên kết").presses("Cấp liên kết và mã")
    link, code = dung.main.locator("code").all_inner_texts()
    return proposal, link, code


def test_a_partner_takes_somebody_in_three_taps_and_learns_no_name(dung, phone):
    proposal, link, code = is_given_a_link(dung)
    before = phone.opens(link).main.inner_text()
    phone.writes("Mã gồm sáu chữ số", code).presses("Mở")
    told, faults = phone.main.inner_text(), seeing.overflow(phone.tab)
    phone.presses("Nhận")

    assert "Bạn có thể đóng trang này." in phone.main.inner_text()
    assert phone.taps <= MOST_TAPS
    assert faults == []
    assert [word for word in HIDDEN if word in before + told] == []
    assert phone.tab.goto(link).status == 410
    assert "Nơi nhận đồng ý" in dung.opens(proposal).main.inner_text()
