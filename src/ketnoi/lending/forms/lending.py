"""What is asked when money is lent, and when some of it is paid back."""

import uuid
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ketnoi.foundation import clock
from ketnoi.foundation.inputs import CountField, DayField, Form, LineField, MoneyField, Pick
from ketnoi.foundation.inputs import TextField as Words
from ketnoi.lending import queries, rules
from ketnoi.lending.forms.rates import RateField
from ketnoi.lending.terms import Every, Purpose, Source

SUM = _("Ví dụ 500.000 hoặc 1,5 triệu")
ASK_SUM = _("Hãy nhập số tiền.")
MOST_WORDS = 400
TIMES = _("số lần trả")


class Pressed(Form):
    """A form that is meant once: sent twice, it does one thing."""

    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid.uuid4())


class Summed(Pressed):
    """A form with a sum that can be lent or paid back."""

    amount = MoneyField(label=_("Số tiền"), help_text=SUM, ask=ASK_SUM)

    def clean_amount(self) -> int:
        """More than nothing, and no slip of the hand."""
        amount: int = self.cleaned_data["amount"]
        if not rules.is_a_sum(amount=amount):
            raise forms.ValidationError(_("Hãy nhập số tiền lớn hơn 0 và xem lại số chữ số."))
        return amount


class LoanForm(Summed):
    """A loan as it was agreed on with her."""

    amount = MoneyField(label=_("Số tiền vay"), help_text=SUM, ask=ASK_SUM)
    source = Pick(label=_("Nguồn vốn"), choices=Source, ask=_("Hãy chọn nguồn vốn."))
    purpose = Pick(label=_("Vay để làm gì"), choices=Purpose, ask=_("Hãy chọn một mục đích."))
    rate = RateField(
        label=_("Lãi suất, phần trăm một năm"),
        help_text=_("Ví dụ 6,6. Không lấy lãi thì ghi 0."),
        ask=_("Hãy nhập lãi suất. Không lấy lãi thì ghi 0."),
    )
    granted_on = DayField(
        label=_("Ngày nhận tiền"), latest=clock.today, ask=_("Hãy nhập ngày chị ấy nhận tiền.")
    )
    first_due_on = DayField(label=_("Ngày trả đầu tiên"), ask=_("Hãy nhập ngày trả đầu tiên."))
    count = CountField(label=_("Số lần trả"), what=TIMES, ask=_("Hãy nhập số lần trả."))
    every = Pick(label=_("Bao lâu trả một lần"), choices=Every, ask=_("Hãy chọn một mục."))
    words = Words(
        label=_("Điều đã hẹn với chị ấy"),
        help_text=_("Đơn vị bạn và nơi giữ hồ sơ đọc được."),
        max_length=MOST_WORDS,
        required=False,
    )

    def clean_rate(self) -> Decimal:
        """No more than the rule of today lets money cost."""
        rate, most = Decimal(self.cleaned_data["rate"]), queries.most_rate(clock.today())
        if not rules.is_a_rate(rate=rate, most=most):
            words = _("Hãy nhập lãi suất từ 0 đến {most}, ví dụ 6,6.")
            raise forms.ValidationError(format_lazy(words, most=most))
        return rate

    def clean(self) -> dict[str, Any]:
        """What was agreed on, in one piece."""
        said = super().clean() or self.cleaned_data
        if self.errors:
            return said
        key, rate = said.pop("key"), said.pop("rate")
        days = said.pop("first_due_on"), said.pop("count"), int(said.pop("every"))
        return {"agreed": rules.Agreed(rate=rate, wanted=rules.Wanted(*days), **said), "key": key}


class RepaymentForm(Summed):
    """What she paid back."""

    on = DayField(label=_("Ngày trả"), latest=clock.today, ask=_("Hãy nhập ngày trả."))
    document = LineField(
        label=_("Số chứng từ"),
        help_text=_("Chỉ ghi số, không ghi tên người."),
        max_length=40,
        required=False,
    )
