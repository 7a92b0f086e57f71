"""What is asked to find help, and what an agency says of its service."""

from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_lazy as public_

from ketnoi.agencies.terms import Purpose
from ketnoi.directory import queries
from ketnoi.directory.terms import Accessibility, Cost, Language, Status
from ketnoi.foundation.inputs import (
    Choose,
    CountField,
    Form,
    LineField,
    Pick,
    TextField,
    Tick,
    TickBoxes,
)

ASKED_FOR = [
    (Purpose.SAFE_PLACE, public_("Chỗ ở an toàn")),
    (Purpose.HEALTH, public_("Sức khỏe, tâm lý")),
    (Purpose.PAPERS_LEGAL, public_("Giấy tờ, luật")),
    (Purpose.LIVELIHOOD, public_("Việc làm, học nghề, vay vốn")),
    (Purpose.IDENTIFICATION, public_("Bị mua bán, bị lừa")),
    (Purpose.FOLLOW_UP, public_("Có người hỏi thăm, đồng hành")),
]


class FindHelp(Form):
    """Every question may stay empty."""

    text = LineField(
        label=public_("Bạn cần gì?"),
        help_text=public_("Viết theo cách của bạn, có dấu hoặc không dấu."),
        max_length=100,
        required=False,
    )
    need = Pick(
        label=public_("Loại hỗ trợ"), choices=ASKED_FOR, nothing=public_("Tất cả"), required=False
    )
    commune = LineField(
        label=public_("Bạn đang ở xã, phường nào?"),
        help_text=public_("Tên cũ cũng được. Có thể để trống."),
        max_length=100,
        required=False,
    )
    free = Tick(label=public_("Chỉ nơi miễn phí"), required=False)
    khmer = Tick(label=public_("Có người nói tiếng Khmer"), required=False)
    open_now = Tick(label=public_("Đang mở cửa hoặc nghe máy lúc này"), required=False)


class NearCommune(Form):
    """From which commune addresses are counted."""

    commune = LineField(
        label=public_("Tính từ xã, phường nào?"),
        help_text=public_("Tên cũ cũng được. Máy của bạn không gửi vị trí."),
        max_length=100,
        ask=public_("Hãy ghi tên xã hoặc phường."),
    )

    def clean_commune(self) -> object:
        """The commune she means."""
        found = queries.place_of(self.cleaned_data["commune"])
        if found is None:
            raise ValidationError(public_("Chưa tìm thấy xã này. Hãy thử tên khác."))
        return found


class ReportCapacity(Form):
    """How many places there are now."""

    places = CountField(least=0, label=_("Có bao nhiêu chỗ"), ask=_("Hãy nhập số chỗ."))
    taken = CountField(
        least=0, label=_("Bao nhiêu chỗ đã có người"), ask=_("Hãy nhập số chỗ đã có người.")
    )


class HoldPlace(Form):
    """For how long one place is kept."""

    hours = Choose(
        label=_("Giữ trong bao lâu"),
        choices=[(n, format_lazy(_("{n} giờ"), n=n)) for n in (2, 4, 8)],
        ask=_("Hãy chọn giữ trong bao lâu."),
    )

    def clean_hours(self) -> int:
        """The number, not its text."""
        return int(self.cleaned_data["hours"])


class DescribeService(Form):
    """What the agency offers, in its own words. There is no field for an address."""

    name = LineField(label=_("Tên dịch vụ"), max_length=160, ask=_("Hãy ghi tên dịch vụ."))
    description = TextField(label=_("Giúp được gì"), required=False)
    eligibility = TextField(label=_("Ai được giúp"), required=False)
    how_to_reach = TextField(
        label=_("Cách liên hệ"),
        help_text=_("Nhà tạm lánh và nơi ở cạnh nhà tạm lánh không ghi địa chỉ."),
        required=False,
    )
    purposes = TickBoxes(
        label=_("Dịch vụ cho nhu cầu nào"),
        choices=[c for c in Purpose.choices if c[0] != Purpose.RECOGNITION],
        ask=_("Hãy chọn ít nhất một nhu cầu."),
    )
    languages = TickBoxes(label=_("Ngôn ngữ"), choices=Language.choices, required=False)
    accessibility = TickBoxes(
        label=_("Tiện cho người khuyết tật"), choices=Accessibility.choices, required=False
    )
    cost = Choose(label=_("Chi phí"), choices=Cost.choices)
    cost_note = LineField(label=_("Ghi chú về chi phí"), required=False)
    status = Choose(label=_("Tình trạng"), choices=Status.choices)
