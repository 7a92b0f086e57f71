"""Opportunities of the demo: jobs, courses, loans, tools, a stall, a mentor."""

from datetime import timedelta
from typing import Any

from ketnoi.demo.invented import MARK
from ketnoi.demo.stage import Stage
from ketnoi.livelihood import actions as livelihood

OFFERS: tuple[tuple[str, str, str, str, str, int, dict[str, Any]], ...] = (
    ("sewing", "dung", "job", "May công nghiệp", "Xưởng may Mẫu", 6, {"wage": 6_500_000}),
    ("bakery", "dung", "job", "Phụ bếp bánh", "Tiệm bánh Mẫu", 3, {"has_childcare": True}),
    ("packing", "dung", "job", "Đóng gói trái cây", "Hợp tác xã Mẫu", 8, {"wage": 5_200_000}),
    ("massage", "dung", "training", "Xoa bóp bấm huyệt", "Lớp nghề Mẫu", 5, {}),
    ("hair", "dung", "training", "Làm tóc căn bản", "Lớp nghề Mẫu", 10, {"hours": "Sáng, 3 tháng"}),
    ("loan", "mai", "loan", "Vốn nhỏ cho hộ chăn nuôi", "Quỹ Mẫu", 12, {"wage": None}),
    ("tools", "kim", "tools", "Máy may tại nhà", "Nhà tài trợ Mẫu", 4, {}),
    ("stall", "lan", "market", "Quầy hàng chợ xã", "Ban quản lý chợ Mẫu", 2, {}),
    ("mentor", "kim", "mentor", "Chị đi trước dìu dắt", "Nhóm phụ nữ Mẫu", 3, {}),
    ("hotel", "dung", "job", "Buồng phòng", "Khách sạn Mẫu", 1, {"wage": 5_800_000}),
)
FIRST_DAY = 450
STANDS = {"hours": "Giờ hành chính", "requirements": "Không cần bằng cấp."}


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
            verified_on=now.date(),
            until=stage.calendar.today + timedelta(days=90),
            by=stage.cast[by],
            now=now,
            **{**STANDS, **more},
        )


def withdraw(stage: Stage) -> None:
    """One offer no longer stands, after all stories are told."""
    stage.calendar.begin()
    now = stage.calendar.ago(2, "15:00")
    livelihood.withdraw_opportunity(opportunity=stage.offers["hotel"], by=stage.dung, now=now)
