"""What the network agreed about its directory."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

import pytest

from ketnoi.agencies.terms import Purpose
from ketnoi.directory import rules
from ketnoi.directory.terms import Checked
from ketnoi.foundation.clock import ZONE

TODAY = date(2026, 11, 24)


@dataclass
class Hours:
    days: list[str] = field(default_factory=lambda: ["MO", "TU", "WE", "TH", "FR"])
    opens_at: time | None = time(8)
    closes_at: time | None = time(17)
    always_open: bool = False


@pytest.mark.parametrize(
    "text",
    [
        "Số 30 Cách Mạng Tháng Tám",
        "12/5 Nguyễn Trãi",
        "trong hẻm 7 gần chợ",
        "đường Ba Mươi Tháng Tư",
        "Quốc lộ 1, km 5",
        "tổ 4",
        "khu vực 2",
        "10.0331, 105.7770",
        "nhà số mười hai",
    ],
)
def test_a_text_that_says_a_house_is_noticed(text):
    assert rules.says_a_house(text)
    assert rules.says_a_place(text)
    with pytest.raises(rules.AddressOfAShelter):
        rules.refuse_house("Chỗ ở an toàn", text)


@pytest.mark.parametrize("text", ["gần phường An Bình", "ở ấp Phước Thọ", "xã Mỹ Tú"])
def test_of_a_secret_service_not_even_the_ward_is_told(text):
    assert not rules.says_a_house(text)
    with pytest.raises(rules.AddressOfAShelter):
        rules.refuse_place(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gọi số 113 khi nguy hiểm.",
        "Gọi đường dây nóng 1900 969 680.",
        "Luật 53/2024/QH15, Điều 27; báo Tuổi Trẻ 03/03/2021",
        "Nghị định 162/2025/NĐ-CP",
        "cán bộ ở xã, phường nối giúp; cả thành phố",
        "tổ chức, cá nhân; bệnh tiểu đường; 5.000.000 đồng",
    ],
)
def test_ordinary_words_are_no_address(text):
    rules.refuse_place(text)


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (0, Checked.VERIFIED),
        (89, Checked.VERIFIED),
        (90, Checked.NUDGE),
        (119, Checked.NUDGE),
        (120, Checked.OVERDUE),
        (180, Checked.OVERDUE),
        (181, Checked.EXPIRED),
    ],
)
def test_an_entry_grows_old_by_steps(days, state):
    on = TODAY - timedelta(days=days)

    told = rules.checked(verified_on=on, hidden_from=rules.hide_after(verified_on=on), today=TODAY)

    assert told == state


def test_what_nobody_checked_is_said_to_be_so():
    assert rules.checked(verified_on=None, hidden_from=None, today=TODAY) == Checked.UNVERIFIED


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        (datetime(2026, 11, 24, 8, 0, tzinfo=ZONE), True),
        (datetime(2026, 11, 24, 7, 59, tzinfo=ZONE), False),
        (datetime(2026, 11, 24, 17, 0, tzinfo=ZONE), False),
        (datetime(2026, 11, 28, 10, 0, tzinfo=ZONE), False),
    ],
)
def test_office_hours_begin_and_end(at, is_open):
    assert rules.is_open([Hours()], at=at) is is_open


def test_a_holiday_closes_offices_and_not_the_lines_that_never_close():
    tet = datetime(2026, 2, 17, 10, 0, tzinfo=ZONE)

    assert not rules.is_open([Hours()], at=tet, holidays={tet.date()})
    assert rules.is_open([Hours(always_open=True)], at=tet, holidays={tet.date()})
    assert not rules.is_open([], at=tet)


@pytest.mark.parametrize(
    ("typed", "need"),
    [
        ("toi bi chong danh", Purpose.SAFE_PLACE),
        ("con toi chua co giay khai sinh", Purpose.PAPERS_LEGAL),
        ("bi lua ban sang campuchia", Purpose.IDENTIFICATION),
        ("muon vay von nuoi heo", Purpose.LIVELIHOOD),
        ("mat ngu, lo lang", Purpose.HEALTH),
    ],
)
def test_needs_are_heard_in_plain_words(typed, need):
    assert need in rules.needs_in(typed)
