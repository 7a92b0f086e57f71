"""A partner without an account answers on a cheap phone, without script, in three taps at most."""

import re

import pytest

from tests.journeys import JOURNEY, seeing, story
from tests.journeys.desk import Desk
from tests.journeys.test_consent import asks_the_shelter

pytestmark = JOURNEY

PHONE = {"width": 360, "height": 740, "java_script_enabled": False}
MOST_TAPS = 3


class Taps(Desk):
    """A phone of which every tap is counted."""

    taps = 0

    def opens(self, address):
        """A link that was sent: what is done on the page is counted from here."""
        self.taps = 0
        return super().opens(address)

    def answers(self, question, *answers):
        """Each answer is a tap."""
        self.taps += len(answers)
        return super().answers(question, *answers)

    def unfolds(self, words):
        """A tap."""
        self.taps += 1
        return super().unfolds(words)

    def presses(self, button):
        """A tap."""
        self.taps += 1
        return super().presses(button)


@pytest.fixture
def lan(at_desk) -> Desk:
    return at_desk("lan")


@pytest.fixture
def phone(visitor) -> Taps:
    return Taps(visitor(**PHONE).tab)


def is_given_a_link(lan: Desk, way: str = "Liên kết, mở trên điện thoại") -> list[str]:
    """Lan asks, and lets the partner answer without an account. Gives what is told once."""
    asks_the_shelter(lan)
    lan.follows("Nơi nhận chưa có tài khoản").answers("Nơi nhận trả lời bằng cách nào", way)
    lan.presses("Cấp liên kết và mã")
    return lan.main.locator("code").all_inner_texts()


def opens_it(phone: Taps, link: str, code: str) -> None:
    """The code is typed; taps are counted from then on."""
    phone.opens(link).writes("Mã gồm sáu chữ số", code).presses("Mở")
    phone.taps = 0


def test_a_guest_accepts_with_one_tap_and_reports_the_outcome_with_three(lan, phone):
    link, code = is_given_a_link(lan)
    referral = lan.tab.url.removesuffix("lien-ket/")
    before = phone.opens(link).main.inner_text()
    opens_it(phone, link, code)
    packet = phone.main.inner_text()
    phone.presses("Nhận")
    accepted, taps = phone.main.inner_text(), phone.taps
    state = lan.opens(referral).state
    opens_it(phone, link, code)
    phone.unfolds("Báo kết quả").answers("Kết quả", "Đạt").presses("Gửi kết quả")

    assert story.ALIAS not in before
    assert story.ALIAS in packet
    assert "Đã ghi. Nơi gửi thấy ngay." in accepted
    assert "Đã nhận" in state
    assert taps <= phone.taps <= MOST_TAPS
    assert "Kết thúc" in lan.opens(referral).state
    assert "qua liên kết khách" in lan.tab.locator("aside").inner_text()
    assert phone.tab.goto(link).status == 410


def test_a_guest_declines_with_a_reason_in_three_taps(lan, phone):
    link, code = is_given_a_link(lan)
    referral = lan.tab.url.removesuffix("lien-ket/")
    opens_it(phone, link, code)
    phone.unfolds("Chưa nhận được").answers("Vì sao chưa nhận được", "Hết chỗ")
    phone.presses("Không nhận")

    assert phone.taps <= MOST_TAPS
    assert "Bạn có thể đóng trang này." in phone.main.inner_text()
    assert "Không nhận" in lan.opens(referral).state


def test_a_link_that_was_recalled_a_moment_ago_says_one_sentence(lan, phone):
    link, code = is_given_a_link(lan)
    opens_it(phone, link, code)
    lan.opens(lan.tab.url).presses("Thu hồi liên kết").hears("Liên kết không còn mở được.")
    phone.presses("Nhận")

    told = phone.main.inner_text()
    assert "Liên kết không còn dùng được" in told
    assert story.ALIAS not in told
    assert phone.tab.goto(link).status == 410


def test_the_pages_of_a_guest_are_sound(lan, visitor):
    link, code = is_given_a_link(lan)
    with_script = Taps(visitor(width=360, height=740).tab)
    with_script.opens(link)
    faults = sound(with_script)
    opens_it(with_script, link, code)
    with_script.unfolds("Chưa nhận được").presses("Không nhận")

    assert faults == sound(with_script) == []


def test_a_sheet_has_a_code_and_no_word_about_her(lan):
    is_given_a_link(lan, "Phiếu in, trả lời qua điện thoại")
    sheet = lan.main.inner_text()
    code = re.search(r"\b\d{6}\b", sheet)[0]
    lan.follows("Nơi nhận chưa có tài khoản").follows("Ghi câu trả lời qua điện thoại")
    lan.writes("Mã trên phiếu", code).answers("Nơi nhận trả lời", "Nhận")
    lan.presses("Ghi câu trả lời").hears("Đã ghi câu trả lời của nơi nhận.")

    assert story.ALIAS not in sheet and not story.CODE.search(sheet)
    assert "Đã nhận" in lan.state


def sound(desk: Desk) -> list[str]:
    return [*seeing.faults(desk.tab), *seeing.too_small(desk.tab), *seeing.overflow(desk.tab)]
