"""What is asked about a fund and its money."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnoi.foundation import clock
from ketnoi.foundation.inputs import DayField, Form, LineField, MoneyField, Pick, TextField
from ketnoi.support import rules
from ketnoi.support.terms import Funds, SupportKind

SOURCES = [pair for pair in Funds.choices if pair[0] != Funds.HERSELF]
MOST_WORDS = 400
SUM = _("Ví dụ 500.000 hoặc 1,5 triệu")
ASK_SUM = _("Hãy nhập số tiền.")


class Pressed(Form):
    """A form that is meant once: sent twice, it does one thing."""

    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid.uuid4())


class FundForm(Form):
    """A fund as it is opened."""

    name = LineField(
        label=_("Tên quỹ"),
        help_text=_("Không ghi tên người được hỗ trợ."),
        max_length=120,
        ask=_("Hãy đặt tên quỹ."),
    )
    source = Pick(label=_("Nguồn"), choices=SOURCES, ask=_("Hãy chọn nguồn."))
    opened_on = DayField(label=_("Mở từ ngày"), ask=_("Hãy nhập ngày mở quỹ."))
    ends_on = DayField(label=_("Chi đến hết ngày, nếu có hạn"), required=False)


class FundEndForm(Form):
    """The last day on which it is used."""

    ends_on = DayField(label=_("Chi đến hết ngày"), ask=_("Hãy nhập ngày cuối cùng được chi."))


class Moving(Pressed):
    """An amount, on a day, by a paper."""

    amount = MoneyField(label=_("Số tiền"), help_text=SUM, ask=ASK_SUM)
    on = DayField(label=_("Ngày"), latest=clock.today, ask=_("Hãy nhập ngày."))
    document = LineField(
        label=_("Số chứng từ"),
        help_text=_("Chỉ ghi số, không ghi tên người."),
        max_length=40,
        required=False,
    )

    def clean_amount(self) -> int:
        """A sum that can be moved."""
        amount: int = self.cleaned_data["amount"]
        if not rules.is_a_sum(amount=amount):
            raise forms.ValidationError(_("Hãy nhập số tiền lớn hơn 0 và xem lại số chữ số."))
        return amount


class ReceiveForm(Moving):
    """Money that came in."""

    document = LineField(
        label=_("Số chứng từ"), max_length=40, ask=_("Hãy ghi số chứng từ của khoản tiền vào.")
    )


class PromiseForm(Pressed):
    """Money for the person of a file."""

    fund = Pick(label=_("Từ quỹ nào"), choices=[], ask=_("Hãy chọn quỹ."))
    kind = Pick(label=_("Cho việc gì"), choices=SupportKind, ask=_("Hãy chọn loại hỗ trợ."))
    amount = MoneyField(label=_("Số tiền"), help_text=SUM, ask=ASK_SUM)
    words = TextField(
        label=_("Để làm gì"),
        help_text=_("Đơn vị bạn và nơi giữ hồ sơ đọc được."),
        max_length=MOST_WORDS,
        required=False,
    )

    def __init__(self, *args: Any, offered: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(fund.pk): fund for fund in offered}
        named = [(pk, fund.name) for pk, fund in self.offered.items()]
        self.fields["fund"].choices = [("", ""), *named]  # type: ignore[attr-defined]

    clean_amount = Moving.clean_amount

    def clean_fund(self) -> Any:
        """The fund that was picked."""
        return self.offered[self.cleaned_data["fund"]]


class CorrectForm(Pressed):
    """Nothing but a yes is asked."""
