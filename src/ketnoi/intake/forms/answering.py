"""What is written down while somebody talks; and the list of calls nobody answered."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.inputs import (
    CarriedField,
    Choose,
    Form,
    LineField,
    NameField,
    PhoneField,
    Pick,
    TextField,
)
from ketnoi.intake.rules import missed
from ketnoi.intake.terms import Aged, Asks, CallOutcome, Danger, Spoken, WhoCalls
from ketnoi.people.terms import Sex
from ketnoi.places import queries as places

END = "ket-thuc"
"""The button that ends a call; every other one keeps what was written and lets it go on."""
TAKEN = ".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class CallPad(Form):
    """Everything on one page; all may be skipped but, at the end, how it ended."""

    danger = Choose(
        label=_("Có đang nguy hiểm không"),
        help_text=_("Hỏi trước hết. Nguy hiểm ngay lúc này: gọi 113 trước, ghi sau."),
        choices=Danger,
        required=False,
    )
    notes = TextField(
        label=_("Ghi chú"),
        help_text=_("Được niêm kín, chỉ đơn vị bạn đọc. Không cần tên, không cần địa chỉ."),
        required=False,
    )
    called = NameField(
        label=_("Gọi là"), help_text=_("Tên nào cũng được, để trống cũng được."), required=False
    )
    number = PhoneField(
        label=_("Số điện thoại"),
        help_text=_("Chỉ ghi khi cần gọi lại, hoặc để xem số này đã gọi chưa."),
        required=False,
    )
    safe_hours = LineField(
        label=_("Giờ gọi an toàn"), help_text=_("Ví dụ 10 đến 11 giờ"), required=False
    )
    asks = Pick(label=_("Về việc gì"), choices=Asks, required=False)
    who_calls = Pick(label=_("Ai gọi"), choices=WhoCalls, required=False)
    sex = Pick(label=_("Giới của người cần giúp"), choices=Sex, required=False)
    aged = Pick(label=_("Khoảng tuổi của người cần giúp"), choices=Aged, required=False)
    language = Pick(label=_("Nói tiếng gì"), choices=Spoken, required=False)
    province = Pick(
        label=_("Ở tỉnh nào"),
        help_text=_("Chỉ ghi khi người gọi tự nói."),
        choices=[],
        required=False,
    )
    outcome = Pick(
        label=_("Kết quả cuộc gọi"),
        help_text=_("Cần chọn để kết thúc."),
        choices=CallOutcome,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.provinces = {str(one.pk): one for one in places.provinces()}
        field: Any = self.fields["province"]
        field.choices = [("", ""), *((pk, one.name) for pk, one in self.provinces.items())]

    def clean_province(self) -> Any:
        """The province itself; nothing where nobody said one."""
        return self.provinces.get(self.cleaned_data["province"])

    def clean(self) -> dict[str, Any]:
        """A call does not end without an outcome, and nobody is called again without a number."""
        said = super().clean() or {}
        if END not in self.data:
            return said
        if not said.get("outcome") and "outcome" not in self.errors:
            self.add_error("outcome", _("Hãy chọn kết quả để kết thúc cuộc gọi."))
        is_again = said.get("outcome") == CallOutcome.CALLBACK
        if is_again and not said.get("number") and "number" not in self.errors:
            self.add_error("number", _("Hãy ghi số để gọi lại, và giờ gọi an toàn."))
        return said


class MissedField(CarriedField):
    """A list of missed calls; its value is its bytes."""

    def to_python(self, value: Any) -> bytes | None:
        if value is not None and value.size > missed.MOST_BYTES:
            raise ValidationError(_("Tệp lớn hơn 1 MB. Hãy chia danh sách thành nhiều tệp."))
        return super().to_python(value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"accept": TAKEN}


class BringMissed(Form):
    """One file of missed calls."""

    file = MissedField(
        label=_("Tệp Excel (.xlsx) hoặc CSV"),
        help_text=_("Nhiều nhất 300 dòng. Không gửi tệp ghi âm."),
        ask=_("Hãy chọn một tệp."),
    )
