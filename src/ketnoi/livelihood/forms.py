"""What is asked about opportunities and placements."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ketnoi.foundation import clock
from ketnoi.foundation.inputs import (
    Choose,
    CountField,
    DayField,
    Form,
    LineField,
    LookUpField,
    MoneyField,
    Pick,
    TextField,
    Tick,
)
from ketnoi.livelihood import terms
from ketnoi.places import queries as places


def _commune(label: Any, help_text: Any) -> LookUpField:
    return LookUpField(
        label=label,
        help_text=help_text,
        find=places.communes_like,
        url="places:communes_like",
        required=False,
    )


class Filter(Form):
    """Which opportunities to show."""

    kind = Pick(label=_("Loại"), choices=terms.Kind, nothing=_("Tất cả"), required=False)
    commune = _commune(_("Ở xã, phường"), "")


class NewOpportunity(Form):
    """A job, a training seat, a loan, tools, a market stall or a mentor."""

    kind = Choose(label=_("Loại cơ hội"), choices=terms.Kind, ask=_("Hãy chọn loại cơ hội."))
    title = LineField(
        label=_("Tên cơ hội"),
        help_text=_("Ví dụ: May gia công tại nhà"),
        ask=_("Hãy nhập tên cơ hội."),
    )
    partner = LineField(
        label=_("Nơi nhận việc, nhận học"),
        help_text=_("Tên doanh nghiệp, trường, quỹ hoặc hợp tác xã"),
        ask=_("Hãy nhập tên nơi nhận."),
    )
    commune = _commune(_("Ở xã, phường nào"), _("Để trống nếu làm được ở nhiều nơi"))
    places = CountField(label=_("Số chỗ"), ask=_("Hãy nhập số chỗ."))
    hours = LineField(
        label=_("Giờ làm, giờ học"), help_text=_("Ví dụ: 8 giờ đến 16 giờ"), required=False
    )
    has_childcare = Tick(label=_("Có chỗ gửi trẻ"), required=False)
    wage = MoneyField(
        label=_("Tiền công một tháng, hoặc số tiền được vay"),
        help_text=_("Ví dụ 5 triệu"),
        required=False,
    )
    requirements = TextField(
        label=_("Yêu cầu"), help_text=_("Không ghi tên của ai ở đây"), required=False
    )
    verified_on = DayField(label=_("Ngày đã kiểm tra"), latest=clock.today, required=False)
    until = DayField(label=_("Nhận đến hết ngày"), earliest=clock.today, required=False)

    def clean_commune(self) -> Any:
        """The commune itself, not its code."""
        code = self.cleaned_data["commune"]
        return places.commune(code) if code else None


class Pressing(Form):
    """Nothing is asked: the button says it all."""


class HerAnswer(Form):
    """What she said, written down by her caseworker."""

    answer = Choose(
        label=_("Người được hỗ trợ trả lời thế nào"),
        choices=terms.HerAnswer,
        ask=_("Hãy chọn câu trả lời."),
    )


class PartnerAnswer(Form):
    """What the employer, the school or the lender said."""

    answer = Choose(
        label=_("Nơi nhận trả lời thế nào"),
        choices=terms.PartnerAnswer,
        ask=_("Hãy chọn câu trả lời."),
    )


class Start(Form):
    """The day she began."""

    on = DayField(label=_("Ngày bắt đầu"), latest=clock.today, ask=_("Hãy nhập ngày bắt đầu."))


class End(Form):
    """How it ended."""

    outcome = Choose(label=_("Kết quả"), choices=terms.Outcome, ask=_("Hãy chọn kết quả."))
    on = DayField(label=_("Ngày kết thúc"), latest=clock.today, ask=_("Hãy nhập ngày kết thúc."))
    income_band = Choose(label=_("Thu nhập hiện nay"), choices=terms.IncomeBand, skip=True)
