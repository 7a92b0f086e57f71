"""Every component in every state, with data that belong to nobody."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator

from ketnoi.foundation import inputs
from ketnoi.places import queries as places


@dataclass(frozen=True)
class Line:
    """A line of a sample timeline."""

    at: datetime
    text: str
    who: str


class Sample(inputs.Form):
    """One field of each kind."""

    alias = forms.CharField(
        label="Cách gọi",
        error_messages={"required": "Hãy nhập một cách gọi."},
        help_text="Tên hoặc cách gọi an toàn.",
    )
    phone = inputs.PhoneField(label="Số điện thoại an toàn", required=False)
    day = inputs.DayField(label="Ngày gặp", help_text="Ví dụ 27 3 2026", required=False)
    commune = inputs.LookUpField(
        label="Xã, phường",
        help_text="Tên cũ cũng được.",
        find=places.communes_like,
        url="places:communes_like",
        required=False,
    )
    need = inputs.Choose(
        label="Cần gì trước hết",
        choices=[("safe", "Nơi an toàn"), ("papers", "Giấy tờ"), ("job", "Việc làm")],
    )
    packs = inputs.TickBoxes(
        label="Chia sẻ những phần nào",
        choices=[("contact", "Liên hệ"), ("need", "Nhu cầu"), ("risk", "Nguy cơ")],
        required=False,
    )
    story = forms.CharField(label="Ghi chú", widget=forms.Textarea, required=False)
    agreed = inputs.Tick(label="Người được hỗ trợ đã đồng ý ghi lại", required=False)


def everything(*, now: datetime, typed: Any = None) -> dict[str, Any]:
    """What the gallery shows; one of its forms can be tried."""
    return {
        "now": now,
        "moments": [now + timedelta(hours=h) for h in (-50, -3, 2, 30, 200)],
        "lines": [Line(now - timedelta(hours=7 * n), text, who) for n, text, who in LINES],
        "work": [(now + timedelta(hours=h), *words) for h, *words in WORK],
        "tried_form": Sample(typed, prefix="tried"),
        "form": Sample({"phone": "123", "day_0": "31", "day_1": "2", "day_2": "2026"}),
        "page_obj": Paginator(range(95), 10).page(3),
        "heads": ["Xã, phường", "Số hồ sơ", "Kết thúc"],
    }


LINES = (
    (0, "OSSO đã nhận chuyển gửi", "Kim"),
    (1, "Đã gửi OSSO: giấy tờ cho con", "Lan"),
    (5, "Gửi yêu cầu xác minh", "Lan"),
    (6, "Vào tạm lánh", "Yến"),
)
WORK = (
    (-3, "KN-26-0141", "Trả lời chuyển gửi từ OSSO Cần Thơ", "giấy tờ cho con", "Xem và trả lời"),
    (2, "KN-26-0133", "Gọi lại trong giờ an toàn", "10–11 giờ", "Gọi"),
    (9, "KN-26-0127", "Thăm nhà tháng thứ ba", "ấp Phước Thọ", "Ghi kết quả"),
    (30, "KN-26-0119", "Công an thành phố xác minh", "gửi 21/11", "Nhắc"),
    (50, "KN-26-0118", "Hẹn trợ giúp pháp lý", "khai sinh", "Mở"),
    (60, "KN-26-0117", "Xem lại kế hoạch hỗ trợ", "3 mục tiêu", "Xem lại"),
    (75, "KN-26-0109", "Gọi hỏi thăm sau khi đi làm", "tháng thứ nhất", "Gọi"),
    (99, "KN-26-0102", "Bổ sung giấy tờ", "còn thiếu 2 loại", "Bổ sung"),
    (120, "KN-26-0098", "Báo kết quả ghép việc làm", "may mặc", "Ghi kết quả"),
    (150, "KN-26-0090", "Thăm nhà tháng thứ sáu", "khóm 4", "Ghi kết quả"),
    (170, "KN-26-0088", "Kiểm tra thông tin nơi hỗ trợ", "Trạm Y tế", "Kiểm tra"),
    (190, "KN-26-0081", "Kết thúc theo dõi", "đủ 12 tháng", "Kết thúc"),
)
