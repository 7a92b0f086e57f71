"""She says how she lives and what she wants; a step has its day, a fund pays, its book balances.

With keys alone, on a narrow screen.
"""

import re

import pytest

from tests.journeys import JOURNEY, calendar, seeing, story
from tests.journeys.desk import Desk
from tests.journeys.keyboard import Keyboard

pytestmark = JOURNEY

PHONE = {"width": 360, "height": 740}
VOCATIONAL, INCOME = 9, 5
WANTS = "Em muốn có tiệm may nhỏ."


@pytest.fixture
def lan(at_desk) -> Desk:
    return at_desk("lan", **PHONE)


@pytest.fixture
def found() -> list[str]:
    """What was wrong on the pages she went through."""
    return []


def look(desk: Desk, found: list[str]) -> None:
    found.extend(seeing.faults(desk.tab) + seeing.overflow(desk.tab))


def says_how_she_lives(hands: Keyboard, file: str) -> None:
    """Above the answer that stands there beforehand is the highest step."""
    hands.tab.goto(f"{file}danh-gia/hoi/")
    hands.goes_to("Lúc tiếp nhận").presses("Space")
    hands.goes_to("Chưa hỏi").presses("ArrowUp")
    hands.goes_to("Lời chị ấy: An toàn").types("Ở với má, thấy yên.")
    hands.goes_to("Ghi đánh giá").enters()


def says_what_she_wants(hands: Keyboard, file: str) -> None:
    """In her words, and then the first step with its day; it is her own agency that does it."""
    due = calendar.in_a_year()
    hands.tab.goto(f"{file}ke-hoach/")
    hands.goes_to("An toàn").presses(*["ArrowDown"] * INCOME)
    hands.goes_to("Chị ấy mong muốn điều gì").types(WANTS)
    hands.goes_to("Ghi mong muốn").enters()
    hands.goes_to("Việc cần làm").types("Ghi danh lớp may ba tháng.")
    for name, number in (("Ngày", due.day), ("Tháng", due.month), ("Năm", due.year)):
        hands.goes_to(name).types(str(number))
    hands.goes_to("Thêm bước").enters()


def is_promised_money(hands: Keyboard, file: str) -> str:
    """From a fund of the agency; gives its name."""
    hands.tab.goto(f"{file}tien/")
    hands.goes_to("Từ quỹ nào").presses("ArrowDown")
    fund = hands.tab.locator("[name=fund] option:checked").inner_text()
    hands.goes_to("Cho việc gì").presses(*["ArrowDown"] * VOCATIONAL)
    hands.goes_to("Số tiền").types("900.000")
    hands.goes_to("Hứa chi").enters()
    return fund


def is_given(hands: Keyboard, file: str) -> None:
    """What was promised pays a part of what it was promised for."""
    hands.tab.goto(f"{file}ho-tro/")
    hands.goes_to("Loại hỗ trợ").presses(*["ArrowDown"] * VOCATIONAL)
    hands.goes_to("Số tiền").types("400.000")
    hands.goes_to("Chi từ khoản đã hứa").presses("ArrowDown")
    hands.goes_to("Số chứng từ").types("PC 9")
    hands.goes_to("Ghi hỗ trợ").enters()


def book(desk: Desk, fund: str) -> dict[str, int]:
    """The sums of a fund, as its page says them."""
    desk.opens("/cb/quy/").follows(fund)
    labels, sums = (desk.main.locator(f"dl {tag}").all_inner_texts() for tag in ("dt", "dd"))
    numbers = [int(re.sub(r"\D", "", told) or 0) for told in sums]
    return dict(zip(labels, numbers, strict=True))


def test_a_plan_is_paid_from_a_fund_whose_book_balances(lan, found):
    file = f"/cb/ho-so/{story.receives(lan, 'Sinh kế')}/"
    hands = Keyboard(lan.tab)
    says_how_she_lives(hands, file)
    lan.hears("Đã ghi đánh giá.")
    look(lan, found)
    says_what_she_wants(hands, file)
    lan.hears("Đã ghi bước này.")
    assert WANTS in lan.opens(f"{file}ke-hoach/").main.inner_text()
    look(lan, found)
    fund = is_promised_money(hands, file)
    lan.hears("Đã hứa chi.")
    before = book(lan, fund)
    is_given(hands, file)
    lan.hears("Đã ghi")
    look(lan, found)

    after = book(lan, fund)
    look(lan, found)
    assert after["Đã nhận"] == after["Chưa hứa"] + after["Đã hứa, chưa chi"] + after["Đã chi"]
    assert after["Đã chi"] == before["Đã chi"] + 400_000
    assert after["Đã hứa, chưa chi"] == before["Đã hứa, chưa chi"] - 400_000
    assert (found, hands.lost) == ([], [])
