"""What is asked when support is written down."""

import re
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from ketnoi.foundation import clock, inputs
from ketnoi.foundation.inputs.asking import QUIET, Reading
from ketnoi.foundation.vietnamese import Unreadable
from ketnoi.foundation.vietnamese.text import fold, plain_digits
from ketnoi.support import rules
from ketnoi.support.terms import Funds, SupportKind

NUMBER = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:gio|tieng|h)?")
HOW_LONG = _("Hãy nhập số giờ bằng số, ví dụ 1,5. Nhiều nhất là 1000 giờ.")
HOW_MUCH = _("Số tiền này lớn khác thường. Hãy xem lại.")
WHO_PAID = _("Hãy chọn nguồn chi khi có số tiền.")


class HoursField(Reading):
    """A number of hours as people write it: 2, 1,5, 1.5 giờ."""

    nothing = None

    def read(self, text: str) -> Decimal:
        found = NUMBER.fullmatch(fold(plain_digits(text)))
        hours = Decimal(found[1].replace(",", ".")) if found else None
        if hours is None or not rules.can_last(hours=hours):
            raise Unreadable(HOW_LONG)
        return hours

    def widget_attrs(self, widget: Any) -> dict[str, Any]:
        return QUIET | {"inputmode": "decimal", "size": 8}


class SupportForm(inputs.Form):
    """What was given, when, for how long, and who paid."""

    kind = inputs.Pick(label=_("Loại hỗ trợ"), choices=SupportKind, ask=_("Hãy chọn loại hỗ trợ."))
    given_on = inputs.DayField(
        label=_("Ngày hỗ trợ"), latest=clock.today, ask=_("Hãy nhập ngày hỗ trợ.")
    )
    hours = HoursField(label=_("Số giờ"), help_text=_("Ví dụ 1,5"), required=False)
    cost = inputs.MoneyField(
        label=_("Số tiền"), help_text=_("Ví dụ 500.000 hoặc 1,5 triệu"), required=False
    )
    funds = inputs.Pick(label=_("Nguồn chi"), choices=Funds, required=False)
    detail = inputs.TextField(
        label=_("Nội dung"),
        help_text=_("Đơn vị bạn và nơi giữ hồ sơ đọc được. Lời tư vấn thì ghi ở ghi chú."),
        max_length=1000,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """A sum says who paid it, and is no slip of the hand."""
        super().clean()
        given = self.cleaned_data
        cost = given.get("cost")
        if not rules.can_cost(cost=cost):
            self.add_error("cost", HOW_MUCH)
        if rules.needs_funds(cost=cost) and not given.get("funds") and "funds" not in self.errors:
            self.add_error("funds", WHO_PAID)
        return given


class MistakenForm(inputs.Form):
    """Nothing but a yes is asked."""
