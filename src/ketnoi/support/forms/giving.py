"""What is asked when support is written down."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from ketnoi.foundation import clock, inputs
from ketnoi.foundation.inputs.asking import QUIET, Reading
from ketnoi.foundation.vietnamese import Unreadable
from ketnoi.foundation.vietnamese.money import format_money
from ketnoi.foundation.vietnamese.text import fold, plain_digits
from ketnoi.support import rules
from ketnoi.support.forms.funds import Pressed
from ketnoi.support.terms import Funds, SupportKind, Unit

NUMBER = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:gio|tieng|h)?")
COUNT = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)")
HOW_MANY = _("Hãy nhập số lượng bằng số, ví dụ 3 hoặc 1,5.")
HOW_LONG = _("Hãy nhập số giờ bằng số, ví dụ 1,5. Nhiều nhất là 1000 giờ.")
HOW_MUCH = _("Số tiền này lớn khác thường. Hãy xem lại.")
BILL = {"quantity": None, "unit": "", "norm": "", "document": "", "key": None}
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


class QuantityField(HoursField):
    """How many units were given: 2, 1,5."""

    def read(self, text: str) -> Decimal:
        found = COUNT.fullmatch(plain_digits(text))
        quantity = Decimal(found[1].replace(",", ".")) if found else None
        if quantity is None or not rules.can_last(hours=quantity):
            raise Unreadable(HOW_MANY)
        return quantity


class SupportForm(Pressed):
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
    quantity = QuantityField(label=_("Số lượng"), help_text=_("Ví dụ 3"), required=False)
    unit = inputs.Pick(label=_("Đơn vị tính"), choices=Unit, required=False)
    norm = inputs.Pick(
        label=_("Theo định mức"),
        help_text=_("Chỉ chọn khi khoản này chi theo định mức của nhà nước."),
        choices=[],
        required=False,
    )
    commitment = inputs.Pick(
        label=_("Chi từ khoản đã hứa"),
        help_text=_("Quỹ của đơn vị bạn. Số tiền được ghi vào sổ quỹ."),
        choices=[],
        required=False,
    )
    document = inputs.LineField(
        label=_("Số chứng từ"),
        help_text=_("Chỉ ghi số, không ghi tên người."),
        max_length=40,
        required=False,
    )
    detail = inputs.TextField(
        label=_("Nội dung"),
        help_text=_("Đơn vị bạn và nơi giữ hồ sơ đọc được. Lời tư vấn thì ghi ở ghi chú."),
        max_length=1000,
        required=False,
    )

    def __init__(
        self, *args: Any, norms: Sequence[Any] = (), offered: Sequence[Any] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(one.pk): one for one in offered}
        _offer(self, "norm", [(norm.code, norm.label) for norm in norms])
        _offer(self, "commitment", [(pk, _named(one)) for pk, one in self.offered.items()])

    def clean(self) -> dict[str, Any]:
        """A sum says who paid it, and is no slip of the hand."""
        super().clean()
        given = self.cleaned_data
        promise = self.offered.get(given.pop("commitment", ""))
        counted = {name: given.pop(name, blank) for name, blank in BILL.items()}
        given["bill"] = rules.Bill(**counted, commitment=promise)
        cost = given.get("cost")
        if not rules.can_cost(cost=cost):
            self.add_error("cost", HOW_MUCH)
        if (
            rules.needs_funds(cost=cost)
            and not (given.get("funds") or promise)
            and "funds" not in self.errors
        ):
            self.add_error("funds", WHO_PAID)
        return given


def _offer(form: inputs.Form, name: str, choices: list[tuple[str, str]]) -> None:
    """What may be picked; a question with nothing to pick from is not asked."""
    if choices:
        form.fields[name].choices = [("", ""), *choices]  # type: ignore[attr-defined]
    else:
        del form.fields[name]


def _named(one: Any) -> str:
    left = str(_("còn {sum}")).format(sum=format_money(one.promised))
    return f"{one.fund.name}: {one.get_kind_display()}, {left}"


class MistakenForm(inputs.Form):
    """Nothing but a yes is asked."""
