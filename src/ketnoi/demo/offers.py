"""Opportunities of the demo: jobs, courses, loans, savings, tools, a stall, a mentor, an idea."""

from datetime import timedelta
from typing import Any

from ketnoi.demo.invented import MARK
from ketnoi.demo.stage import Stage
from ketnoi.livelihood import actions as livelihood
from ketnoi.rounds import actions as rounds

SEWING: dict[str, Any] = {"wage": 6_500_000, "least_age": 18, "most_age": 45}
BAKING: dict[str, Any] = {"has_childcare": True, "is_accessible": True}
OFFERS: tuple[tuple[str, str, str, str, str, int, dict[str, Any]], ...] = (
    ("sewing", "dung", "job", "May công nghiệp", "Xưởng may Mẫu", 6, SEWING),
    ("bakery", "dung", "job", "Phụ bếp bánh", "Tiệm bánh Mẫu", 3, BAKING),
    ("packing", "dung", "job", "Đóng gói trái cây", "Hợp tác xã Mẫu", 8, {"wage": 5_200_000}),
    ("massage", "dung", "training", "Xoa bóp bấm huyệt", "Lớp nghề Mẫu", 5, {}),
    ("hair", "dung", "training", "Làm tóc căn bản", "Lớp nghề Mẫu", 10, {"hours": "Sáng, 3 tháng"}),
    ("loan", "mai", "loan", "Vốn nhỏ cho hộ chăn nuôi", "Quỹ Mẫu", 12, {"wage": None}),
    ("tools", "kim", "tools", "Máy may tại nhà", "Nhà tài trợ Mẫu", 4, {}),
    ("stall", "lan", "market", "Quầy hàng chợ xã", "Ban quản lý chợ Mẫu", 2, {}),
    ("mentor", "kim", "mentor", "Chị đi trước dìu dắt", "Nhóm phụ nữ Mẫu", 3, {}),
    ("hotel", "dung", "job", "Buồng phòng", "Khách sạn Mẫu", 1, {"wage": 5_800_000}),
    ("savings", "mai", "savings", "Tiết kiệm tuần 20.000 đồng", "Nhóm phụ nữ Mẫu", 15, {}),
    ("pledge", "kim", "pledge", "Dạy nấu ăn cuối tuần", "Quán cơm Mẫu", 5, {}),
    ("ironing", "vy", "job", "Ủi và đóng gói", "Xưởng may Mẫu", 3, {"has_childcare": True}),
    ("nights", "vy", "job", "May ca đêm", "Xưởng may Mẫu", 2, {"shifts": ["day", "night"]}),
    ("fish", "vy", "job", "Chế biến cá", "Cơ sở cá Mẫu", 4, {}),
)
OWN = frozenset({"vy"})
"""Who tells of her own workshop: somebody else goes to see it."""
FIRST_DAY = 450
STANDS = {"hours": "Giờ hành chính", "shifts": ["day"], "requirements": ""}


def offer(stage: Stage) -> None:
    """Each agency tells the network what it has; one offer is withdrawn again."""
    for number, (key, by, kind, title, partner, places, more) in enumerate(OFFERS):
        stage.calendar.begin()
        now = stage.calendar.ago(FIRST_DAY - number, "9:00")
        stage.offers[key] = livelihood.add_opportunity(
            kind=kind,
            title=f"{title} {MARK}",
            partner=f"{partner} {MARK}",
            places=places,
            commune=stage.commune(number * 3),
            verified_on=None if by in OWN else now.date(),
            until=stage.calendar.today + timedelta(days=90),
            by=stage.cast[by],
            now=now,
            **{**STANDS, **more},
        )
    _visit(stage)


def _visit(stage: Stage) -> None:
    """Dung went to see the workshop; its two offers may be proposed from then on."""
    now = stage.calendar.ago(FIRST_DAY - len(OFFERS), "14:00")
    livelihood.verify_partner(
        opportunity=stage.offers["ironing"], on=now.date(), by=stage.dung, now=now
    )


def announce(stage: Stage) -> None:
    """A round is announced with its seed; whoever looks on begins it and sees it made."""
    stage.calendar.begin()
    now = stage.calendar.minutes_ago(9)
    rounds.announce_round(by=stage.dung, now=now)


def withdraw(stage: Stage) -> None:
    """One offer no longer stands; what hung on it is looked at when everybody keeps up."""
    stage.calendar.begin()
    now = stage.calendar.minutes_ago(4)
    livelihood.withdraw_opportunity(opportunity=stage.offers["hotel"], by=stage.dung, now=now)
