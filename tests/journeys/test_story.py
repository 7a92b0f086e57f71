"""One woman's way across six agencies, from a first call to her life after twelve months."""

from dataclasses import dataclass

import pytest

from tests.journeys import JOURNEY, calendar, story
from tests.journeys.desk import Desk

pytestmark = JOURNEY

ADDRESS = "Dữ liệu giả: gian 7, nhà hoa giấy, đường Thử 51"
SECRET = "nhà hoa giấy"
HER_WAY = [
    "Tiếp nhận hồ sơ",
    "Người được hỗ trợ đồng ý chia sẻ",
    "Gửi chuyển gửi",
    "Nhận chuyển gửi",
    "Chờ xác minh, xác định",
    "Bắt đầu hỗ trợ",
    "Có kết quả xác minh, xác định",
    "Vào tạm lánh",
    "Đã hỗ trợ",
    "Đề xuất cơ hội",
    "Người được hỗ trợ đồng ý với cơ hội",
    "Nơi làm, nơi học đã nhận",
    "Bắt đầu việc làm, khóa học",
    "Rời nơi tạm lánh",
    "Báo kết quả hỗ trợ",
    "Xác nhận kết quả",
    "Lên lịch thăm hỏi",
    "Đã thăm hỏi",
    "Kết thúc hỗ trợ",
]
OPENED_BY = "a[href^='/cb/']:not([href*='/xem/'])"


@dataclass
class Six:
    """The six who tell the story, and the lead who agrees to its end."""

    lan: Desk
    minh: Desk
    yen: Desk
    kim: Desk
    dung: Desk
    hoa: Desk
    mai: Desk

    @property
    def receivers(self) -> list[Desk]:
        """Those who are asked."""
        return [self.minh, self.yen, self.kim, self.dung]


@pytest.fixture
def six(at_desk) -> Six:
    return Six(*(at_desk(key) for key in ("lan", "minh", "yen", "kim", "dung", "hoa", "mai")))


@pytest.fixture
def another_year(program):
    """A way to the day of the last follow-up, and back again."""
    yield lambda: program.lives_on(calendar.in_a_year())
    program.lives_on(None)


def test_she_goes_from_a_first_call_to_a_life_of_her_own_and_no_step_is_lost(six, another_year):
    code = begins(six)

    is_supported(six, code)
    board, sheet = coordinates(six.hoa, code)
    places = [addresses_read_by(desk, code) for desk in (six.lan, six.minh, six.kim, six.dung)]
    lives_her_life(six, code, another_year)

    assert story.SHELTER in board
    assert story.ALIAS not in board + sheet
    assert "Nơi an toàn" in sheet
    assert all(len(pages) > 5 and SECRET not in "".join(pages.values()) for pages in places)
    assert "Kết thúc" in six.lan.opens(f"/cb/ho-so/{code}/").state
    assert in_order(HER_WAY, timeline(six.lan))


def begins(six: Six) -> str:
    """She calls, she says yes, four agencies are asked and take it up."""
    code = story.receives(six.lan, *story.NEEDS)
    story.agrees(six.lan, code, "Xác minh", story.POLICE, story.HEALTH, packs=("Họ tên, tuổi",))
    for need in story.NEEDS[1:]:
        story.agrees(six.lan, code, need, story.ASKED[need])
    for need, agency in story.ASKED.items():
        story.refers(six.lan, code, need, agency)
    for receiver in six.receivers:
        story.takes_up(receiver, code)
    return code


def is_supported(six: Six, code: str) -> None:
    """Each agency does its own part and tells the one that asked."""
    story.decides(six.minh, code)
    story.admits(six.yen, code, ADDRESS)
    assert SECRET in six.yen.opens(f"/cb/ho-so/{code}/tam-lanh/").main.inner_text()
    story.helps(six.kim, code)
    story.finds_work(six.dung, six.lan, code)


def coordinates(hoa: Desk, code: str) -> tuple[str, str]:
    """What the coordinator reads: what waits in the network, and where this file stands."""
    board = hoa.opens("/cb/dieu-phoi/").main.inner_text()
    return board, hoa.opens(f"/cb/ho-so/{code}/").main.inner_text()


def lives_her_life(six: Six, code: str, another_year) -> None:
    """The requests end, she is followed, and after a year her file is closed."""
    story.lets_go(six.yen, code)
    for receiver in six.receivers:
        story.reports(receiver, code)
    story.confirms(six.lan, code)
    story.follows(six.lan, code)
    story.visits(six.lan, code, 1, "Đang tốt lên")
    another_year()
    story.visits(six.lan, code, 12, "Ổn định")
    story.closes(six.lan, six.mai, code)


def timeline(desk: Desk) -> list[str]:
    """What happened in the open file, oldest first."""
    lines = desk.main.locator(".timeline li > div").all_inner_texts()
    return [line.partition(" · ")[0].strip() for line in reversed(lines)]


def in_order(steps: list[str], lines: list[str]) -> bool:
    """Whether each step stands in the lines, after the first of the step before it."""
    rest = iter(lines)
    missing = [step for step in steps if not any(line.startswith(step) for line in rest)]
    assert missing == [], lines
    return True


def addresses_read_by(desk: Desk, code: str) -> dict[str, str]:
    """Every page about her that one comes to by following links, with what it says."""
    waiting, read = ["/cb/", "/cb/chuyen-gui/", f"/cb/ho-so/{code}/"], {}
    while waiting:
        address = waiting.pop()
        answer = desk.tab.request.get(address)
        read[address] = answer.text()
        desk.tab.set_content(read[address]) if answer.ok else None
        found = desk.tab.locator(OPENED_BY).evaluate_all("all => all.map(a => a.pathname)")
        about = [a for a in found if code in a or "/chuyen-gui/" in a or "/de-xuat/" in a]
        waiting += [a for a in about if a not in read and a not in waiting]
    return read
