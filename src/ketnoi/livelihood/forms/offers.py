"""What is asked about opportunities."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ketnoi.foundation import clock
from ketnoi.foundation.inputs import (
    CarriedField,
    Choose,
    CountField,
    DayField,
    Form,
    LineField,
    MoneyField,
    PhoneField,
    Pick,
    TextField,
    Tick,
    TickBoxes,
)
from ketnoi.livelihood import terms
from ketnoi.livelihood.forms.fields import AgeField, commune_field
from ketnoi.livelihood.rules import reading
from ketnoi.places import queries as places

XLSX = ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Filter(Form):
    """Which opportunities to show."""

    kind = Pick(label=_("Loại"), choices=terms.Kind, nothing=_("Tất cả"), required=False)
    commune = commune_field(_("Ở xã, phường"), "")


class NewOpportunity(Form):
    """Something that a woman can live on, with what it asks for."""

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
    commune = commune_field(_("Ở xã, phường nào"), _("Để trống nếu làm được ở nhiều nơi"))
    places = CountField(label=_("Số chỗ"), ask=_("Hãy nhập số chỗ."))
    shifts = TickBoxes(label=_("Vào lúc nào trong ngày"), choices=terms.Hours, required=False)
    hours = LineField(
        label=_("Giờ làm, giờ học"), help_text=_("Ví dụ: 8 giờ đến 16 giờ"), required=False
    )
    least_age = AgeField(label=_("Từ bao nhiêu tuổi"), required=False)
    most_age = AgeField(label=_("Đến bao nhiêu tuổi"), required=False)
    schooling = Pick(
        label=_("Cần học đến đâu"),
        choices=terms.Schooling.choices[1:],
        nothing=_("Không cần bằng cấp"),
        required=False,
    )
    skills = TickBoxes(label=_("Cần biết sẵn nghề gì"), choices=terms.Skill, required=False)
    has_childcare = Tick(label=_("Có chỗ gửi trẻ"), required=False)
    is_accessible = Tick(label=_("Người khuyết tật đi lại, làm việc được"), required=False)
    wage = MoneyField(
        label=_("Tiền công một tháng, hoặc số tiền được vay"),
        help_text=_("Ví dụ 5 triệu"),
        required=False,
    )
    phone = PhoneField(label=_("Số điện thoại của nơi nhận"), required=False)
    requirements = TextField(
        label=_("Yêu cầu khác"), help_text=_("Không ghi tên của ai ở đây"), required=False
    )
    verified_on = DayField(
        label=_("Ngày đã đến kiểm tra nơi nhận"),
        help_text=_("Nơi chưa kiểm tra thì chưa đề xuất được"),
        latest=clock.today,
        required=False,
    )
    until = DayField(label=_("Nhận đến hết ngày"), earliest=clock.today, required=False)

    def __init__(self, *args: Any, verifies: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not verifies:
            del self.fields["verified_on"]

    def clean_commune(self) -> Any:
        """The commune itself, not its code."""
        code = self.cleaned_data["commune"]
        return places.commune(code) if code else None


class Verifying(Form):
    """On which day somebody went to see the employer."""

    on = DayField(
        label=_("Ngày đã đến kiểm tra"), latest=clock.today, ask=_("Hãy nhập ngày kiểm tra.")
    )


class SheetField(CarriedField):
    """An Excel list; its value is its bytes."""

    def to_python(self, value: Any) -> bytes | None:
        if value is not None and value.size > reading.MOST_BYTES:
            raise ValidationError(_("Tệp lớn hơn 2 MB. Hãy chia danh sách thành nhiều tệp."))
        return super().to_python(value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"accept": XLSX}


class BringList(Form):
    """One Excel file of opportunities."""

    file = SheetField(
        label=_("Tệp Excel (.xlsx)"),
        help_text=_("Nhiều nhất 500 dòng. Tiêu đề ở dòng nào cũng được."),
        ask=_("Hãy chọn một tệp Excel."),
    )
    kind = Choose(
        label=_("Dòng không ghi loại thì thuộc loại nào"),
        choices=terms.Kind,
        ask=_("Hãy chọn một loại."),
    )
